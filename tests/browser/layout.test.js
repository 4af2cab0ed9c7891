/** The page at every width: nothing is cut off, nothing hides what is needed, nothing moves when the data arrives. */

import assert from 'node:assert/strict';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');

/** Phones, 200 % zoom of a small laptop, a tablet, the smallest wide window, a large one. */
const WINDOWS = [[320, 640], [360, 740], [640, 400], [768, 1024], [1100, 700], [1920, 1080]];

for (const [width, height] of WINDOWS) {
  const context = { viewport: { width, height } };
  pageTest(`needs no scrolling sideways at ${width} px`, context, async (visit) => {
    const editor = new EditorPage(visit);
    await visit.open();
    await assertFits(visit, 'the start');
    await visit.page.getByRole('searchbox', { name: 'Search templates' }).fill('nothing-is-called-this');
    await assertFits(visit, 'a search without a result');
    await visit.page.getByRole('button', { name: 'Clear the search' }).click();
    await editor.template(/^Iguazio installer, EKS/).click();
    await editor.policy.waitFor();
    await assertFits(visit, 'a template');
    await editor.button('All templates').click();
    await editor.pasteInto(visit.page.getByRole('textbox', { name: 'Paste a policy' }), BROKEN);
    await editor.field('Account ID').fill('12345');
    await assertFits(visit, 'a broken policy');
    await visit.page.getByText('What was not looked at').click();
    await assertFits(visit, 'what was not looked at');
  });
}

pageTest('keeps verdict and copy button in sight on a phone', { viewport: { width: 360, height: 740 } }, async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  await visit.page.mouse.wheel(0, 5000);
  await visit.page.waitForFunction(() => scrollY > 500);
  for (const part of [editor.verdict, editor.button('Copy policy')]) {
    const { y, height } = await part.boundingBox();
    assert.ok(y >= 0 && y + height <= 740, `at ${y}`);
  }
});

for (const [width, height] of [[360, 740], [1280, 800]]) {
  pageTest(`covers no control with a notice at ${width} px`, { viewport: { width, height } }, async (visit) => {
    const editor = await EditorPage.withPasted(visit, await published('aws-batch-service-trust.json.txt'));
    await editor.allowClipboard();
    await editor.button('Copy policy').click();
    await editor.notice.filter({ hasText: 'Copied' }).waitFor();
    const link = editor.steps.getByRole('link');
    await link.waitFor();
    const controls = [link, ...(width > 1000 ? [visit.page.locator('.size-meter')] : [])];
    const notice = await visit.page.locator('.notice-toast-card').boundingBox();
    for (const control of controls) {
      const { y, height: tall } = await control.boundingBox();
      assert.ok(y + tall <= notice.y, `${y + tall} reaches into the notice at ${notice.y}`);
    }
    await visit.screenshot(`notice ${width}`);
  });
}

pageTest('says on a phone that values are missing', { viewport: { width: 360, height: 740 } }, async (visit) => {
  const editor = await EditorPage.withPasted(visit, BROKEN);
  assert.match(await editor.verdict.innerText(), /AWS will reject this: 2 errors.*2 values are still missing/);
});

pageTest('fills a wide window and scrolls its panels, not the page', async (visit) => {
  await EditorPage.withTemplate(visit, /^Iguazio installer, EKS/);
  const page = await visit.page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.deepEqual(page, [800, 800]);
});

pageTest('does not move when the text editor arrives', async (visit) => {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await visit.page.route('**/codemirror-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await visit.open({ until: 'mounted' });
  await visit.page.getByRole('textbox', { name: 'Paste a policy' }).fill(BROKEN);
  const editor = new EditorPage(visit);
  await editor.text.waitFor();
  const before = await boxes(editor);
  release();
  await visit.reaches('sealed');
  await visit.page.locator('.cm-content').waitFor();
  assert.deepEqual(await boxes(editor), before);
});

async function boxes({ values, policy, findings, verdict }) {
  return Promise.all([values, policy, findings, verdict].map((part) => part.boundingBox()));
}

async function assertFits(visit, what) {
  const [content, window] = await visit.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${what} is ${content} px wide in a window of ${window} px`);
}
