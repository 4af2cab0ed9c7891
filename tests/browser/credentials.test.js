/** Credentials are refused at every way in, and nothing of them stays. */

import assert from 'node:assert/strict';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

// Made up; in pieces, so that no scanner of repositories takes them for real ones.
const KEY_ID = ['AKIA', 'QX3VN7TL2WJ5RHYD'].join('');
const SECRET = ['q7Rk2vXw9LmT4cZp', '8NbY1sJd', 'H6fGa3Ue5KiOxWqE'].join('');
const POLICY = '{\n    "Version": "2012-10-17",\n    "Statement": []\n}\n';
const WITH_KEYS = `${POLICY}\naws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${SECRET}\n`;

async function everywhere(page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    const shadows = [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.textContent ?? '');
    return [document.body.textContent, ...fields, ...shadows, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href].join('\n');
  });
}

async function assertNowhere(editor) {
  const found = await everywhere(editor.page);
  assert.ok(!found.includes(SECRET) && !found.includes(KEY_ID), 'a piece of the credentials is on the page');
}

pageTest('refuses a paste that holds an access key, and keeps the former text', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.text.focus();
  await editor.page.keyboard.press('Control+A');
  await editor.pasteInto(editor.text, WITH_KEYS);
  await editor.refusal.waitFor();
  await assertNowhere(editor);
  await visit.screenshot('9 refused');
  await editor.button('Keep what I had').click();
  assert.equal(await editor.displayedText(), POLICY);
  await assertNowhere(editor);
});

pageTest('pastes the rest with the secret cut out', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.text.focus();
  await editor.page.keyboard.press('Control+A');
  await editor.pasteInto(editor.text, WITH_KEYS);
  await editor.button('Paste with the secret cut out').click();
  const text = await editor.displayedText();
  assert.match(text, /"Version": "2012-10-17"/);
  assert.match(text, /aws_access_key_id/);
  await assertNowhere(editor);
  await editor.page.keyboard.press('Control+Z');
  await assertNowhere(editor);
});

pageTest('refuses it on the start page and in a field too', async (visit) => {
  const editor = new EditorPage(visit);
  await visit.open();
  await editor.pasteInto(editor.page.getByRole('textbox', { name: 'Paste a policy' }), WITH_KEYS);
  await editor.refusal.waitFor();
  await assertNowhere(editor);
  await editor.button('Keep what I had').click();
  await editor.template('AWS Batch service role, trust policy').click();
  await editor.pasteInto(editor.field('Account ID'), KEY_ID);
  await editor.refusal.waitFor();
  await assertNowhere(editor);
});

for (const [what, text] of [
  ["AWS's own example key", POLICY.replace('[]', '["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]')],
  ['a certificate thumbprint', POLICY.replace('[]', `["${'6938fd4d98bab03faadb97b34396831e3780aea1'}"]`)],
]) {
  pageTest(`does not refuse ${what}`, async (visit) => {
    const editor = await EditorPage.withPasted(visit, text);
    assert.equal(await editor.refusal.count(), 0);
    assert.equal(await editor.displayedText(), text);
  });
}
