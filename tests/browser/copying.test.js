/** What leaves by the clipboard, and what does not. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const POLICY = '{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Effect": "Allow",\n'
  + '            "Action": "s3:GetObject",\n            "Resource": "arn:aws:s3:::<bucket_name>/*"\n        }\n    ]\n}';

pageTest('copies nothing while a value is missing, and leads to its field', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.page.evaluate(() => navigator.clipboard.writeText('what was there before'));
  await editor.button('Copy policy').click();
  await editor.notice.filter({ hasText: /\S/ }).waitFor();
  assert.equal(await editor.clipboard(), 'what was there before');
  assert.equal(await editor.field('Bucket name').evaluate((field) => field === document.activeElement), true);
  await visit.screenshot('6 value missing');
});

pageTest('copies the template with its stand-ins when asked for that', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY);
  await editor.button('Copy as template').click();
  await editor.notice.filter({ hasText: /copied/i }).waitFor();
  assert.equal(await editor.clipboard(), POLICY);
});

pageTest('copies a policy with errors, and says that AWS will reject it', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY.replace('"Allow"', '"Permit"').replace('<bucket_name>', 'acme-data'));
  await editor.button('Copy policy').click();
  await editor.notice.filter({ hasText: /AWS will reject/ }).waitFor();
  assert.match(await editor.clipboard(), /"Permit"/);
});

pageTest('selects the text where the clipboard is refused', async (visit) => {
  const editor = await EditorPage.withPasted(visit, POLICY.replace('<bucket_name>', 'acme-data'));
  await editor.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await editor.button('Copy policy').click();
  await editor.notice.filter({ hasText: /Ctrl\+C|Cmd\+C/ }).waitFor();
  await editor.page.evaluate(() => {
    delete navigator.clipboard.writeText;
  });
  await editor.page.keyboard.press('Control+C');
  assert.deepEqual(JSON.parse(await editor.clipboard()), JSON.parse(POLICY.replace('<bucket_name>', 'acme-data')));
});

pageTest('tells where to paste it before a copy too, and closes that with Escape', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, 'AWS Batch service role, trust policy');
  await editor.button('Where to paste it').click();
  await editor.steps.filter({ hasText: 'Trust relationships' }).waitFor();
  await editor.page.getByText('What was not looked at').click();
  const limits = editor.page.locator('.verdict-limits[open]');
  await limits.waitFor();
  await editor.page.keyboard.press('Escape');
  await editor.steps.waitFor({ state: 'detached' });
  await limits.waitFor({ state: 'detached' });
});

pageTest('asks before leaving with edits that were not copied, and not otherwise', async (visit) => {
  const editor = await EditorPage.withPasted(visit, await published('aws-batch-service-trust.json.txt'));
  const asked = [];
  editor.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await editor.page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await visit.reaches('sealed');
  await editor.page.reload();
  assert.deepEqual(asked, ['beforeunload']);
});
