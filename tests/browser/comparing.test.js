/** "Does mine match?": what the policy is compared with, what is said of it, and both side by side. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const TRUST = await published('aws-batch-service-trust.json.txt');
const SERVICE_ROLE = await published('aws-batch-service-role.json.txt');

/** What AWS has added to AWSBatchServiceRole since the document was published, up to the version that the page knows. */
const ADDED_SINCE = ['ec2:DescribeSpotFleetRequestHistory', 'autoscaling:DescribeScalingActivities', 'ecs:UpdateCluster'];

const WINDOWS = [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]
  .map(([width, colorScheme]) => ({ viewport: { width, height: 800 }, colorScheme }));

for (const context of WINDOWS) {
  const named = `${context.viewport.width} ${context.colorScheme}`;

  pageTest(`the published trust policy of Batch lacks only the two conditions of the template, ${named}`, context, async (visit) => {
    const comparison = await compared(visit, TRUST);
    await comparison.panel.getByText('Differs: yours gives more access.').waitFor();
    assert.match(await comparison.chosen(), /^Template: .*Batch/);
    assert.equal(await comparison.panel.getByText('also when this does not hold:').count(), 2);
    assert.deepEqual(await comparison.marked(), ['aws:SourceAccount', 'aws:SourceArn']);
    await assertPresentable(visit, `compared trust policy ${named}`);
    const [yours, theirs] = await comparison.sides();
    assert.equal(yours.y === theirs.y, context.viewport.width > 640, 'side by side where there is room, else stacked');
  });

  pageTest(`the published service role of Batch lacks what AWS has added since, ${named}`, context, async (visit) => {
    const comparison = await compared(visit, SERVICE_ROLE);
    await comparison.panel.getByText('Differs: yours gives less access.').waitFor();
    assert.match(await comparison.chosen(), /^AWS managed policy: AWSBatchServiceRole \(v\d+\)$/);
    for (const action of ADDED_SINCE) {
      await comparison.panel.locator('mark', { hasText: action }).waitFor();
    }
    assert.equal(await comparison.panel.locator('mark').count(), ADDED_SINCE.length);
    await assertPresentable(visit, `compared service role ${named}`);
  });
}

pageTest('a policy that is spelled otherwise matches, and nothing is left to do', async (visit) => {
  const comparison = await compared(visit, TRUST);
  await comparison.choose('Paste a policy …');
  const again = JSON.parse(TRUST);
  again.Statement[0].Action = ['STS:assumerole'];
  await comparison.panel.getByLabel('The other policy').fill(`\`\`\`json\n${JSON.stringify(again)}\n\`\`\``);
  await comparison.panel.getByText('Matches: nothing to do.').waitFor();
  await comparison.panel.getByText('Statement 1: the same').waitFor();
  assert.equal(await comparison.panel.getByRole('button', { name: 'Copy the other policy' }).count(), 0);
  await visit.screenshot('compared with a text');
});

pageTest('the comparison follows the policy, its text is copied, and the keyboard is enough', async (visit) => {
  const comparison = await compared(visit, SERVICE_ROLE);
  assert.equal(await comparison.focused(), 'compare-title', 'the comparison takes the focus');
  await comparison.panel.getByRole('button', { name: 'Copy the other policy' }).press('Enter');
  await comparison.editor.notice.filter({ hasText: 'Copied' }).waitFor();
  const copied = await comparison.editor.clipboard();
  await comparison.editor.text.focus();
  await visit.page.keyboard.press('Control+A');
  await comparison.editor.pasteInto(comparison.editor.text, copied);
  await comparison.panel.getByText('Matches: nothing to do.').waitFor();
  await comparison.panel.getByRole('button', { name: 'Close the comparison' }).press('Enter');
  await comparison.panel.waitFor({ state: 'detached' });
  assert.equal(await comparison.focused(), 'open-compare', 'the button that opened it has the focus again');
});

pageTest('a template of the gallery is compared with the policy that is open', async (visit) => {
  const comparison = await compared(visit, TRUST);
  await comparison.editor.button('All templates').click();
  const card = visit.page.locator('.gallery-cards > li', { hasText: 'Trust policy' }).filter({ hasNotText: 'policies' }).first();
  await visit.screenshot('gallery with a policy open');
  await assertAccessible(visit);
  await card.getByRole('button', { name: 'Compare with mine' }).click();
  await comparison.panel.getByRole('status').filter({ hasText: /Matches|Differs/ }).waitFor();
});

/** The comparison as a person meets it. */
class Comparison {
  constructor(editor) {
    this.editor = editor;
    this.panel = editor.page.getByRole('region', { name: 'Does mine match?' });
    this.select = this.panel.getByLabel('Compare with');
  }

  chosen() {
    return this.select.evaluate((select) => select.selectedOptions[0].label);
  }

  choose(label) {
    return this.select.selectOption({ label });
  }

  /** The first string of each marked line. */
  async marked() {
    const lines = await this.panel.locator('mark').allInnerTexts();
    return lines.map((line) => line.split('"')[1]);
  }

  sides() {
    return Promise.all([0, 1].map((at) => this.panel.locator('.statement-pair-side').nth(at).boundingBox()));
  }

  focused() {
    return this.editor.page.evaluate(() => document.activeElement.id);
  }
}

/** The page with a pasted policy and its comparison opened. */
async function compared(visit, policy) {
  const editor = await EditorPage.withPasted(visit, policy);
  await editor.button('Does mine match?').click();
  const comparison = new Comparison(editor);
  await comparison.panel.waitFor();
  return comparison;
}

async function assertPresentable(visit, name) {
  await visit.screenshot(name);
  await assertAccessible(visit);
  const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page scrolls sideways by ${overflow} px`);
}
