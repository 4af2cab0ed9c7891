/** The main job: from a policy as published, broken, to a correct one on the clipboard. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');
const MENDED = BROKEN.replace('role/batchly/"', 'role/batchly/",').replace('instance-profile/*"', 'instance-profile/*",');
const FILLED = MENDED.replaceAll('XXXXXXXXXXXXX', '210987654321').replace('USERNAME', 'batchly-setup');

pageTest('reports both missing commas at once, where they are missing', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  const missing = editor.finding('JSON_SYNTAX_ERROR');
  await missing.nth(1).waitFor();
  assert.equal(await missing.count(), 2);
  assert.match(await missing.nth(0).innerText(), /line 22/i);
  assert.match(await missing.nth(1).innerText(), /line 24/i);
  assert.match(await editor.verdict.innerText(), /AWS will reject this: 2 errors/);
  await visit.screenshot('1 broken');
});

pageTest('makes one field of five stand-ins for the account, and another of the user', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.field('Account ID').waitFor();
  const words = await editor.values.innerText();
  assert.match(words, /5 uses/);
  assert.match(words, /13 characters/);
  assert.equal(await editor.field('User name').count(), 1);
  assert.equal(await editor.values.getByRole('textbox').count(), 2);
});

pageTest('mends both commas and nothing else, then shows the values where they go', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.page.getByRole('button', { name: /^Fix all errors/ }).click();
  await editor.page.getByTestId('verdict').filter({ hasText: /No reason found for AWS to reject this/ }).waitFor();
  assert.equal(await editor.displayedText(), MENDED);
  await editor.field('Account ID').pressSequentially('2109-8765-4321');
  await editor.field('User name').pressSequentially('batchly-setup');
  await visit.screenshot('2 filled');
  assert.equal(await editor.displayedText(), FILLED);
});

pageTest('copies and downloads the same bytes: valid JSON without a stand-in', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.page.getByRole('button', { name: /^Fix all errors/ }).click();
  await editor.field('Account ID').fill('2109-8765-4321');
  await editor.field('User name').fill('batchly-setup');
  await editor.button('Copy policy').click();
  await editor.steps.waitFor();
  const copied = await editor.clipboard();
  assert.deepEqual(JSON.parse(copied), JSON.parse(FILLED));
  assert.equal(copied.split('210987654321').length - 1, 5);
  assert.doesNotMatch(copied, /XXX|USERNAME/);
  await visit.screenshot('3 copied');
  const { name, text } = await editor.download(editor.button('Download'));
  assert.equal(text, copied);
  assert.match(name, /\.json$/);
});

pageTest('opens a dropped file the same way', async (visit) => {
  const editor = new EditorPage(visit);
  await visit.open();
  const dropped = await editor.page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'policy.json', { type: 'application/json' }));
    return data;
  }, BROKEN);
  await editor.page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await editor.finding('JSON_SYNTAX_ERROR').nth(1).waitFor();
});

pageTest('opens a chosen file the same way', async (visit) => {
  const editor = new EditorPage(visit);
  await visit.open();
  const [chooser] = await Promise.all([
    editor.page.waitForEvent('filechooser'),
    editor.page.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'policy.json', mimeType: 'application/json', buffer: Buffer.from(BROKEN) });
  await editor.finding('JSON_SYNTAX_ERROR').nth(1).waitFor();
});
