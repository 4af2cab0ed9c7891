/** axe-core over the page in each of its states, light and dark, wide and narrow. */

import { assertAccessible } from './accessibility.js';
import { EditorPage, published } from './editor-page.js';
import { pageTest } from './visit.js';

const BROKEN = await published('batchly-onboarding-user.json.txt');

const STATES = {
  'the start page': async (visit) => {
    await visit.open();
  },
  'a broken policy': async (visit) => {
    const editor = await EditorPage.withPasted(visit, BROKEN);
    await editor.finding('JSON_SYNTAX_ERROR').nth(1).waitFor();
  },
  'a finished policy': async (visit) => {
    const editor = await EditorPage.withPasted(visit, BROKEN);
    await editor.page.getByRole('button', { name: /^Fix all errors/ }).click();
    await editor.field('Account ID').fill('210987654321');
    await editor.field('User name').fill('batchly-setup');
    await editor.button('Copy policy').click();
    await editor.steps.waitFor();
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 360]) {
      pageTest(`keeps nobody out: ${name}, ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 800 } }, async (visit) => {
        await reach(visit);
        await visit.screenshot(`11 ${name} ${colorScheme} ${width}`);
        await assertAccessible(visit);
        await assertNoSidewaysScroll(visit);
      });
    }
  }
}

async function assertNoSidewaysScroll({ page }) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) throw new Error(`the page scrolls sideways by ${overflow} px`);
}
