/** The fields: typed, checked as one types, counted in the text. */

import assert from 'node:assert/strict';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'iam:GetRole', Resource: 'arn:aws:iam::XXXXXXXXXXXX:role/{{role_name}}' }],
}, null, 4);

pageTest('says in the field what is wrong with an account ID, and nowhere else', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  const field = editor.field('Account ID');
  await field.fill('12345');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const described = await field.evaluate((input) => input.getAttribute('aria-describedby').split(' ')
    .map((id) => document.getElementById(id)?.innerText ?? '').join(' '));
  assert.match(described, /12 digits/);
  const codes = await editor.findings.locator('[data-code]').evaluateAll((found) => found.map((one) => one.dataset.code));
  assert.deepEqual(codes.filter((code) => code.includes('ARN')), []);
  await visit.screenshot('7 account too short');
});

pageTest('takes hyphens and blanks out of an account ID', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.field('Account ID').fill(' 2109 8765-4321 ');
  assert.match(await editor.displayedText(), /arn:aws:iam::210987654321:role/);
});

pageTest('shows the template with its stand-ins behind a switch', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.field('Account ID').fill('210987654321');
  const template = editor.page.getByRole('switch', { name: 'Template' });
  assert.equal(await template.getAttribute('aria-checked'), 'false');
  await template.click();
  assert.match(await editor.displayedText(), /XXXXXXXXXXXX/);
  await template.click();
  assert.match(await editor.displayedText(), /210987654321/);
});

pageTest('unfolds a list of roles into elements', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, /^AWS Batch service role, permissions/);
  const field = editor.values.getByRole('textbox').first();
  await field.fill('arn:aws:iam::210987654321:role/ecsInstanceRole\narn:aws:iam::210987654321:role/batch-job');
  const policy = JSON.parse(await editor.displayedText());
  const pass = policy.Statement.find(({ Action }) => Action === 'iam:PassRole');
  assert.deepEqual(pass.Resource, ['arn:aws:iam::210987654321:role/ecsInstanceRole', 'arn:aws:iam::210987654321:role/batch-job']);
});
