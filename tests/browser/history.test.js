/** One history for everything: each step back brings the former state. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');

/** Ctrl-Z from a place that has no undo of its own. */
async function undo(editor) {
  await editor.text.focus();
  await editor.page.keyboard.press('Control+Z');
}

pageTest('takes back a fix', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.page.getByRole('button', { name: /^Fix all errors/ }).click();
  await editor.verdict.filter({ hasText: /No reason found/ }).waitFor();
  await undo(editor);
  await editor.verdict.filter({ hasText: /2 errors/ }).waitFor();
  assert.equal(await editor.displayedText(), BROKEN);
});

pageTest('takes back a value, and brings it again', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.field('User name').fill('batchly-setup');
  await undo(editor);
  assert.equal(await editor.displayedText(), BROKEN);
  assert.equal(await editor.field('User name').inputValue(), '');
  await editor.page.keyboard.press('Control+Shift+Z');
  assert.match(await editor.displayedText(), /batchly-setup/);
});

pageTest('takes back the choice of another template', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.button('All templates').click();
  await editor.template('AWS Batch service role, trust policy').click();
  await editor.verdict.filter({ hasText: /No reason found/ }).waitFor();
  await undo(editor);
  assert.equal(await editor.displayedText(), BROKEN);
});

for (const [what, title] of [['its first field', /^Iguazio installer, EKS/], ['the text', 'AWS Batch service role, trust policy']]) {
  pageTest(`takes back the choice of a template from where the page puts the focus: ${what}`, async (visit) => {
    const editor = await EditorPage.withPasted(visit, BROKEN);
    await editor.button('All templates').click();
    await editor.template(title).click();
    await editor.page.waitForFunction(() => document.activeElement.matches('[id^="value-"], .full-editor'));
    await editor.page.keyboard.press('Control+Z');
    await editor.verdict.filter({ hasText: /2 errors/ }).waitFor();
    assert.equal(await editor.displayedText(), BROKEN);
  });
}

pageTest('leaves the key to a field that was typed in, and only to that', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.field('Account ID').pressSequentially('2109');
  await editor.page.keyboard.press('Enter');
  await editor.field('User name').pressSequentially('anna');
  await editor.page.keyboard.press('Control+Z');
  assert.notEqual(await editor.field('User name').inputValue(), 'anna');
  assert.equal(await editor.field('Account ID').inputValue(), '2109');
  await editor.page.getByLabel('Partition').focus();
  await editor.page.keyboard.press('Control+Z');
  await editor.page.keyboard.press('Control+Z');
  assert.equal(await editor.field('Account ID').inputValue(), '');
});

pageTest('takes back what was typed in the text', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.text.focus();
  await editor.page.keyboard.press('Control+Home');
  await editor.page.keyboard.type('hello');
  assert.ok((await editor.displayedText()).startsWith('hello{'));
  await undo(editor);
  assert.equal(await editor.displayedText(), BROKEN);
});

pageTest('keeps what is typed while the text editor loads', async (visit) => {
  let letItLoad;
  const held = new Promise((resolve) => {
    letItLoad = resolve;
  });
  await visit.page.route('**/codemirror-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await visit.open({ until: 'mounted' });
  const editor = new EditorPage(visit);
  await editor.pasteInto(editor.page.getByRole('textbox', { name: 'Paste a policy' }), '{}');
  await editor.text.focus();
  await editor.page.keyboard.press('Control+Home');
  await editor.page.keyboard.type('before ');
  letItLoad();
  await visit.reaches('sealed');
  await editor.page.locator('.cm-content').waitFor();
  await editor.page.keyboard.type('after ');
  assert.equal(await editor.displayedText(), 'before after {}');
});
