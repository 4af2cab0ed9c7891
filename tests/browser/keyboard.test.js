/** The page by keyboard: where the focus goes, and what keys do outside fields. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');

/** The id of the element that has the focus. */
const focused = ({ page }) => page.evaluate(() => document.activeElement.id);

async function assertFocused(visit, id) {
  await visit.page.locator(`#${id}:focus`).waitFor({ state: 'attached' }).catch(() => {});
  assert.equal(await focused(visit), id);
}

pageTest('reads a new screen from its heading on', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await assertFocused(visit, 'screen-title');
  await editor.button('All templates').click();
  await assertFocused(visit, 'screen-title');
  await visit.page.getByRole('heading', { level: 1, name: 'IAM Policy Editor' }).waitFor();
});

pageTest('skips to the content with the first stop of the Tab key', async (visit) => {
  await visit.open();
  await visit.page.keyboard.press('Tab');
  const link = visit.page.getByRole('link', { name: 'Skip to the content' });
  assert.ok(await link.isVisible());
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForURL(/#main$/);
});

pageTest('goes from field to field with Enter, and then to the copy button', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.field('Account ID').focus();
  await visit.page.keyboard.type('210987654321');
  await visit.page.keyboard.press('Enter');
  await assertFocused(visit, 'value-user_name');
  await visit.page.keyboard.type('batchly-setup');
  await visit.page.keyboard.press('Enter');
  await assertFocused(visit, 'copy-policy');
});

pageTest('keeps the caret where one types in a field', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.field('Account ID').fill('10987654321');
  await visit.page.keyboard.press('Home');
  await visit.page.keyboard.type('2');
  assert.equal(await editor.field('Account ID').evaluate((field) => field.selectionStart), 1);
  assert.equal(await editor.field('Account ID').inputValue(), '210987654321');
});

pageTest('goes round the findings with F8', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  const current = editor.findings.locator('[aria-current="true"]');
  const place = editor.policy.getByText(/^Line \d+, column \d+$/);
  for (const [key, line] of [['F8', 22], ['F8', 24], ['Shift+F8', 22]]) {
    await visit.page.keyboard.press(key);
    await place.filter({ hasText: new RegExp(`^Line ${line},`) }).waitFor();
    assert.match(await current.innerText(), new RegExp(`line ${line}\\b`));
  }
});

pageTest('keeps the focus among the findings after a fix', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await editor.finding('JSON_SYNTAX_ERROR').first().getByRole('button', { name: /Repair/ }).press('Enter');
  await assertFocused(visit, 'findings-title');
  await visit.page.keyboard.press('Control+Z');
  await editor.verdict.filter({ hasText: '2 errors' }).waitFor();
});

pageTest('holds the focus in the refusal until it is answered, and gives it back', async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  const field = editor.field('User name');
  await field.fill('AKIAQ3EGTSLF5NZUB7XW kV9pTq2LxY7mZr4WcB8nJs1DfG6hKu3EoI5aQwXe');
  await editor.refusal.waitFor();
  for (let press = 0; press < 4; press += 1) {
    await visit.page.keyboard.press('Tab');
    assert.notEqual(await focused(visit), 'value-user_name');
  }
  await visit.page.keyboard.press('Escape');
  await editor.refusal.waitFor({ state: 'detached' });
  await assertFocused(visit, 'value-user_name');
  assert.equal(await field.inputValue(), '');
});
