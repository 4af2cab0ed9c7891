/** Accepting findings: for a reason, out of the way and still in sight, kept in a file, and taken back. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const CODE = 'PASS_ROLE_WITH_STAR_IN_RESOURCE';
const REASON = 'Only the deployment role has this policy, and it may pass any role.';

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Pass', Effect: 'Allow', Action: ['iam:PassRole', 'ec2:RunInstances'], Resource: '*' },
    { Sid: 'Odd', Effect: 'Perhaps', Action: 's3:GetObject', Resource: 'arn:aws:s3:::records/*' },
  ],
}, null, 4);

class Acceptance {
  constructor(editor, code = CODE) {
    this.editor = editor;
    this.page = editor.page;
    this.card = editor.finding(code);
    this.button = this.card.getByRole('button', { name: /^Accept…/ });
    this.reason = editor.findings.getByRole('textbox', { name: 'Why you accept it' });
    this.group = editor.findings.getByRole('region', { name: 'Accepted' });
    this.accepted = this.group.locator(`[data-accepted="${code}"]`);
  }

  static async begin(visit) {
    return new Acceptance(await EditorPage.withPasted(visit, POLICY));
  }

  async accept(reason = REASON) {
    await this.button.click();
    await this.reason.fill(reason);
    await this.card.getByRole('button', { name: 'Accept', exact: true }).click();
    await this.accepted.waitFor();
  }

  /** The id of the element that has the focus. */
  focused() {
    return this.page.evaluate(() => document.activeElement.id);
  }
}

pageTest('accepts a finding by keyboard alone, and reopens it', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  const { page } = acceptance;
  await acceptance.button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await acceptance.focused(), 'accept-reason');
  assert.equal(await acceptance.button.getAttribute('aria-expanded'), 'true');
  await page.keyboard.type(REASON);
  await page.keyboard.press('Enter');
  await acceptance.accepted.waitFor();
  assert.equal(await acceptance.focused(), 'findings-title');
  assert.equal(await acceptance.card.count(), 0);
  const words = await acceptance.accepted.innerText();
  for (const part of [CODE, REASON, 'line ']) assert.ok(words.includes(part), words);
  await acceptance.accepted.getByRole('button', { name: /^Reopen/ }).press('Enter');
  await acceptance.card.waitFor();
  assert.equal(await acceptance.focused(), 'findings-title');
  assert.equal(await acceptance.group.count(), 0);
});

pageTest('asks for the reason, and gives the focus back when one thinks again', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  const { page } = acceptance;
  await acceptance.button.click();
  await page.keyboard.press('Enter');
  assert.equal(await acceptance.reason.getAttribute('aria-invalid'), 'true');
  const words = await acceptance.reason.getAttribute('aria-describedby');
  assert.match(await page.locator(`#${words}`).innerText(), /Say why/);
  assert.equal(await acceptance.focused(), 'accept-reason');
  await page.keyboard.type('B');
  assert.equal(await acceptance.reason.getAttribute('aria-invalid'), 'false');
  await page.keyboard.press('Escape');
  assert.equal(await acceptance.reason.count(), 0);
  assert.equal(await acceptance.focused(), await acceptance.button.getAttribute('id'));
  assert.equal(await acceptance.group.count(), 0);
});

pageTest('offers no error for acceptance', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  const error = new Acceptance(acceptance.editor, 'INVALID_EFFECT');
  await error.card.waitFor();
  assert.equal(await error.button.count(), 0);
});

pageTest('takes an acceptance back with the undo key, and forgets it when the statement changes', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  await acceptance.accept();
  await acceptance.editor.button('Undo').click();
  await acceptance.card.waitFor();
  await acceptance.editor.button('Redo').click();
  await acceptance.accepted.waitFor();
  await acceptance.editor.text.focus();
  await acceptance.page.keyboard.press('Control+A');
  await acceptance.editor.pasteInto(acceptance.editor.text, POLICY.replace('ec2:RunInstances', 'ec2:StopInstances'));
  await acceptance.card.waitFor();
  assert.match(await acceptance.group.innerText(), /1 accepted finding no longer applies/);
  await acceptance.group.getByRole('button', { name: 'Forget it' }).click();
  assert.equal(await acceptance.group.count(), 0);
});

pageTest('keeps accepted findings in a file, which is no policy', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  await acceptance.accept();
  const saved = await acceptance.editor.download(acceptance.editor.button('Save accepted'));
  assert.equal(saved.name, 'pasted-policy.accepted.json');
  assert.equal(JSON.parse(saved.text).acceptedFindings[0].reason, REASON);
  await acceptance.accepted.getByRole('button', { name: /^Reopen/ }).click();
  await acceptance.card.waitFor();
  await acceptance.editor.button('All templates').click();
  const file = { name: saved.name, mimeType: 'application/json', buffer: Buffer.from(saved.text) };
  await visit.page.locator('input[type="file"]').setInputFiles(file);
  await acceptance.accepted.waitFor();
  assert.match(await acceptance.editor.notice.innerText(), /1 finding is accepted/);
  assert.equal(await acceptance.editor.displayedText(), POLICY);
});

pageTest('keeps a credential out of a reason', async (visit) => {
  const acceptance = await Acceptance.begin(visit);
  const key = ['AKIA', 'QX3NV7LMTB2RK5WD'].join('');
  await acceptance.button.click();
  await acceptance.editor.pasteInto(acceptance.reason, `for ${key} only`);
  await acceptance.editor.refusal.waitFor();
  await acceptance.editor.button('Keep what I had').click();
  assert.equal(await acceptance.reason.inputValue(), '');
  assert.ok(!(await visit.page.content()).includes(key));
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    const context = { colorScheme, viewport: { width, height: 900 } };
    pageTest(`keeps nobody out of accepting: ${colorScheme}, ${width} px`, context, async (visit) => {
      const acceptance = await Acceptance.begin(visit);
      await acceptance.button.click();
      await acceptance.page.keyboard.press('Enter');
      await acceptance.reason.scrollIntoViewIfNeeded();
      await visit.screenshot(`accepting ${colorScheme} ${width}`);
      await assertAccessible(visit);
      await acceptance.page.keyboard.press('Escape');
      await acceptance.accept();
      await acceptance.accepted.scrollIntoViewIfNeeded();
      await visit.screenshot(`accepted ${colorScheme} ${width}`);
      await assertAccessible(visit);
      const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page scrolls sideways by ${overflow} px`);
    });
  }
}
