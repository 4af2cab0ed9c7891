/** After the seal the page asks nobody for anything, whatever one does with it. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

pageTest('makes no request with everything used after the seal', async (visit) => {
  const broken = await published('batchly-onboarding-user.json.txt');
  await visit.open();
  const before = visit.requests.length;
  const editor = new EditorPage(visit);
  await editor.pasteInto(editor.page.getByRole('textbox', { name: 'Paste a policy' }), broken);
  assert.match(await editor.seal.innerText(), /Sealed/);
  await editor.page.getByRole('button', { name: /^Fix all errors/ }).click();
  await editor.field('Account ID').fill('210987654321');
  await editor.field('User name').fill('batchly-setup');
  await editor.text.focus();
  await editor.page.keyboard.press('Control+F');
  await editor.page.keyboard.type('role');
  await editor.page.keyboard.press('Escape');
  await editor.button('Copy policy').click();
  await editor.steps.waitFor();
  await editor.download(editor.button('Download'));
  await editor.button('Copy as template').click();
  await editor.page.getByRole('switch', { name: 'Template' }).click();
  await editor.button('Undo').click();
  await editor.button('All templates').click();
  await editor.template('AWS Batch service role, trust policy').click();
  await editor.policy.waitFor();
  const asked = visit.requests.slice(before).map(({ url }) => url).filter((url) => !url.startsWith('blob:'));
  assert.deepEqual(asked, []);
});
