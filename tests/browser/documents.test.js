/** Several policies beside each other: tabs by owner, values shared, partners, by keyboard and at every width. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const TRUST = await published('aws-batch-service-trust.json.txt');
const BROKEN = await published('batchly-onboarding-user.json.txt');

/** The tabs as one reads them, the active one with a star. */
async function tabs({ page }) {
  const all = await page.getByRole('navigation', { name: 'Your policies' }).getByRole('button').all();
  const lines = [];
  for (const tab of all) {
    if (!(await tab.evaluate((element) => element.matches('.document-tab')))) continue;
    const star = (await tab.getAttribute('aria-current')) === 'true' ? '*' : '';
    lines.push(star + (await tab.innerText()).replaceAll(/\s*\n\s*/g, ': '));
  }
  return lines;
}

async function withRole(visit) {
  const editor = await EditorPage.withTemplate(visit, 'AWS Batch service role, permissions');
  await editor.button('Add its trust policy').click();
  await editor.field('Account ID').waitFor();
  return editor;
}

pageTest('adds the trust policy of a role beside it', async (visit) => {
  const editor = await withRole(visit);
  assert.deepEqual(await tabs(visit), [
    'AWS Batch service role, permissions: 1 value missing',
    '*AWS Batch service role, trust policy: 2 values missing',
  ]);
  await visit.page.getByText('Role AWSBatchServiceRole', { exact: true }).waitFor();
  await editor.field('Account ID').fill('210987654321');
  await editor.field('Region').fill('eu-central-1');
  assert.equal((await tabs(visit))[1], '*AWS Batch service role, trust policy: Ready to copy');
  await visit.page.getByRole('button', { name: 'Roles Batch may pass on' }).click();
  await visit.page.waitForFunction(() => document.activeElement.matches('[id^="value-"]'));
  assert.match((await tabs(visit))[0], /^\*/);
});

pageTest('goes from policy to policy by keyboard', async (visit) => {
  const editor = await EditorPage.withPasted(visit, TRUST);
  await editor.button('All templates').click();
  await editor.pasteInto(visit.page.getByRole('textbox', { name: 'Paste a policy' }), BROKEN);
  await editor.field('User name').waitFor();
  await visit.page.locator('.document-tab[aria-current]').focus();
  await visit.page.keyboard.press('ArrowRight');
  assert.deepEqual(JSON.parse(await editor.displayedText()), JSON.parse(TRUST));
  await visit.page.locator('.document-tab[aria-current]').focus();
  await visit.page.keyboard.press('End');
  assert.ok(await visit.page.evaluate(() => document.activeElement.matches('.document-tab[aria-current]')));
  assert.equal(await editor.displayedText(), BROKEN);
});

pageTest('renames a policy, closes it, and brings it back', async (visit) => {
  const editor = await EditorPage.withPasted(visit, TRUST);
  await visit.page.getByRole('button', { name: /^Rename/ }).click();
  await visit.page.getByRole('textbox', { name: 'Name of this policy' }).fill('Batch trust');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { level: 1, name: 'Batch trust' }).waitFor();
  assert.ok(await visit.page.evaluate(() => document.activeElement.id === 'rename-document'));
  await editor.button('New policy').click();
  assert.deepEqual(await tabs(visit), ['Batch trust: Ready to copy', '*Untitled policy: Empty']);
  await visit.page.locator('.document-tab').first().click();
  await visit.page.getByRole('button', { name: /^Close Batch trust/ }).click();
  await editor.notice.filter({ hasText: 'Undo brings it back' }).waitFor();
  assert.deepEqual(await tabs(visit), ['*Untitled policy: Empty']);
  await editor.button('Undo').click();
  assert.deepEqual(JSON.parse(await editor.displayedText()), JSON.parse(TRUST));
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    pageTest(`shows several policies: ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 800 } }, async (visit) => {
      const editor = await withRole(visit);
      await editor.button('All templates').click();
      await editor.pasteInto(visit.page.getByRole('textbox', { name: 'Paste a policy' }), BROKEN);
      await editor.field('User name').waitFor();
      assert.equal((await tabs(visit)).length, 3);
      await visit.screenshot(`21 several policies ${colorScheme} ${width}`);
      await assertAccessible(visit);
      const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `wider than the window by ${overflow} px`);
    });
  }
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    pageTest(`opens the genomics set: ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 800 } }, async (visit) => {
      const editor = await EditorPage.withTemplate(visit, /^Genomics workflows on AWS Batch/);
      assert.equal((await tabs(visit)).length, 8);
      await visit.page.locator('.document-tab', { hasText: 'EBS autoscaling' }).click();
      await editor.field('Account ID').fill('210987654321');
      await visit.screenshot(`22 genomics set ${colorScheme} ${width}`);
      await assertAccessible(visit);
      const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `wider than the window by ${overflow} px`);
    });
  }
}

pageTest('carries every policy over to the China partition', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, /^Genomics workflows on AWS Batch/);
  await visit.page.locator('.document-tab', { hasText: 'EBS autoscaling' }).click();
  await editor.field('Region').fill('eu-central-1');
  await visit.page.getByLabel('Partition').selectOption('aws-cn');
  await editor.notice.filter({ hasText: 'Enter a Region of aws-cn' }).waitFor();
  assert.match(await editor.values.innerText(), /eu-central-1\s+is a Region of\s+aws/);
  await visit.screenshot('23 china partition');
  await visit.page.locator('.document-tab', { hasText: 'EC2 instance role' }).click();
  assert.match(await editor.displayedText(), /"ec2\.amazonaws\.com\.cn"/);
});
