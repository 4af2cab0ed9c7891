/** Who may do what: told beside the findings where there is room, on request elsewhere, and copied as text. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');
const PHONE = { viewport: { width: 360, height: 740 } };

pageTest('tells beside the findings who may do what, with the values as they are typed', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  const toggle = editor.summary.getByRole('button', { name: 'What it permits' });
  assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
  await editor.summary.getByText('Administrator access by a detour').waitFor();
  await editor.summary.getByText(/every instance profile of account XXXXXXXXXXXXX/).waitFor();
  await editor.field('Account ID').fill('210987654321');
  await editor.summary.getByText(/every instance profile of account 210987654321/).waitFor();
});

pageTest('copies the summary as text, and says so', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.summary.getByText(/manages permissions 2 of/).waitFor();
  await editor.allowClipboard();
  await editor.button('Copy summary').click();
  await editor.notice.filter({ hasText: 'Summary copied.' }).waitFor();
  const lines = (await editor.clipboard()).split('\n');
  assert.deepEqual(lines.slice(0, 5), [
    'AWS will reject this: 2 errors. 2 values are still missing.',
    'Without a value so far: `XXXXXXXXXXXXX` and `USERNAME`.',
    '',
    'What it permits',
    '! Administrator access by a detour (statement 1, `Stmt1455011811000`):',
  ]);
  assert.ok(lines.some((line) => /^Names are compared with AWS's lists of \d{4}-\d{2}-\d{2}\.$/.test(line)));
  assert.equal(await editor.steps.count(), 0);
});

pageTest('is closed on a phone until it is asked for, also by the keyboard', PHONE, async (visit) => {
  const editor = await EditorPage.withPasted(visit, await published('aws-batch-service-trust.json.txt'));
  const toggle = editor.summary.getByRole('button', { name: 'Who may take on the role' });
  assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
  assert.equal(await editor.summary.getByRole('listitem').count(), 0);
  await toggle.focus();
  await visit.page.keyboard.press('Enter');
  await editor.summary.getByText('The AWS service batch.amazonaws.com: sts:AssumeRole').waitFor();
  await visit.page.keyboard.press('Enter');
  await editor.summary.getByRole('listitem').waitFor({ state: 'detached' });
});

pageTest('is printed without its controls', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await visit.page.emulateMedia({ media: 'print' });
  assert.ok(await editor.summary.getByText('Administrator access by a detour').isVisible());
  assert.equal(await editor.button('Copy summary').isVisible(), false);
  await visit.screenshot('summary printed', { fullPage: true });
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    const name = `keeps nobody out of the summary: ${colorScheme}, ${width} px`;
    pageTest(name, { colorScheme, viewport: { width, height: 800 } }, async (visit) => {
      const editor = await EditorPage.withTemplate(visit, /^Iguazio installer, EKS/);
      if (width < 1000) await editor.summary.getByRole('button', { name: 'What it permits' }).click();
      await editor.summary.getByText(/^6 services/).waitFor();
      await editor.summary.scrollIntoViewIfNeeded();
      await visit.screenshot(`summary ${colorScheme} ${width}`);
      await assertAccessible(visit);
      const [content, window] = await visit.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} px in a window of ${window} px`);
    });
  }
}
