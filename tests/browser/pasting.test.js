/** What people paste that is more than a policy, or less: recognised, taken apart, and brought back. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertAccessible } from './accessibility.js';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const read = (name) => readFile(new URL(`../fixtures/pastes/${name}`, import.meta.url), 'utf8');
const TEMPLATE = await read('three-policies.yaml');
const MARKDOWN = await read('policy-in-markdown.md');
const MISINDENTED = await read('misindented.yaml');

const WINDOWS = [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]
  .map(([width, colorScheme]) => ({ viewport: { width, height: 800 }, colorScheme }));

for (const context of WINDOWS) {
  const named = `${context.viewport.width} ${context.colorScheme}`;
  pageTest(`opens every policy of a template as a document, ${named}`, context, async (visit) => {
    const editor = await EditorPage.withPasted(visit, TEMPLATE);
    await editor.pasted.getByText('A CloudFormation template in YAML with 3 policies.').waitFor();
    await assertPresentable(visit, `pasted template ${named}`);
    await editor.button('Open all 3').click();
    await editor.page.getByRole('heading', { name: 'JobRole trust policy' }).waitFor();
    await editor.page.keyboard.press('Control+Z');
    assert.equal(await editor.displayedText(), TEMPLATE);
  });

  pageTest(`explains a managed policy and offers better ones, ${named}`, context, async (visit) => {
    const editor = await EditorPage.withPasted(visit, 'AdministratorAccess');
    await editor.pasted.getByText('PowerUserAccess').waitFor();
    await assertPresentable(visit, `pasted name ${named}`);
    await editor.pasted.getByRole('button', { name: /^Take “Administrator/ }).click();
    await editor.page.getByRole('heading', { name: /^Administrator/, level: 1 }).waitFor();
  });

  pageTest(`takes a policy out of raw Markdown and says so, ${named}`, context, async (visit) => {
    const editor = await EditorPage.withPasted(visit, MARKDOWN);
    await editor.button('Bring back what I pasted').waitFor();
    assert.deepEqual(JSON.parse(await editor.displayedText()).Version, '2012-10-17');
    await assertPresentable(visit, `pasted Markdown ${named}`);
    await editor.field('Bucket name').fill('acme-data');
    await editor.button('Copy policy').click();
    await editor.notice.filter({ hasText: 'Copied' }).waitFor();
    assert.match(await editor.clipboard(), /arn:aws:s3:::acme-data\/\*/);
  });
}

pageTest('opens one policy of several with the keyboard, beside the text', async (visit) => {
  const editor = await EditorPage.withPasted(visit, TEMPLATE);
  await editor.pasted.getByRole('button', { name: 'Open DataBucketPolicy' }).press('Enter');
  await editor.page.getByRole('heading', { name: 'DataBucketPolicy' }).waitFor();
  await editor.page.getByRole('button', { name: /^Pasted policy/ }).first().press('Enter');
  await editor.pasted.getByRole('button', { name: 'Show DataBucketPolicy' }).waitFor();
  await editor.button('Open the rest').waitFor();
});

pageTest('names the mistake of a list that stands too far right, and opens it all the same', async (visit) => {
  const editor = await EditorPage.withPasted(visit, MISINDENTED);
  await editor.pasted.getByText(/Moved PolicyDocument on line 4/).waitFor();
  await visit.screenshot('pasted misindented');
  await editor.button('Open all 2').click();
  assert.match(await editor.displayedText(), /arn:aws:s3:::<bucket_name>/);
});

pageTest('says what it takes where nothing is recognised, also in an empty editor', async (visit) => {
  const editor = await EditorPage.withPasted(visit, 'Dear all,\nplease see the attachment.');
  await editor.pasted.getByText(/^There is no policy in this text\. The editor takes/).waitFor();
  await visit.screenshot('pasted nothing');
  await editor.text.focus();
  await editor.page.keyboard.press('Control+A');
  await editor.pasteInto(editor.text, TEMPLATE);
  await editor.button('Open all 3').waitFor();
  await editor.button('Close what is said of the paste').click();
  assert.equal(await editor.pasted.count(), 0);
});

async function assertPresentable(visit, name) {
  await visit.screenshot(name);
  await assertAccessible(visit);
  const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page scrolls sideways by ${overflow} px`);
}
