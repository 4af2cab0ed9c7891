/** From the key to the frame that shows what it changed: the editor's page, and CodeMirror with its own linter. */

import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium, launchBrowser } from '../tests/browser/browser.js';
import { serveSite } from '../tests/browser/site.js';
import { OUTPUT, PEERS } from './places.js';
import { row, skipped } from './table.js';

const PRESSES = 200;
/** How long a key may take before something is taken to be broken. */
const PATIENCE_MILLISECONDS = 10_000;
const SHARES = [50, 90, 99, 100];
/** A key may fall right behind the start of a frame, and what it changes is on the screen at the end of the next one. */
const TWO_FRAMES_MILLISECONDS = 2 * 1000 / 60;
const VIEWPORT = { width: 1280, height: 800 };
/** The second line of a policy is its version; what is typed at the end of that value is an error. */
const AT_END_OF_VERSION = ['Control+Home', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft'];
const BEHIND_VERSION = AT_END_OF_VERSION.slice(0, -1);

/** Rows with the distributions for both pages, in one browser; one row with the reason where there is no browser. */
export async function measureKeys(policy) {
  if (!findChromium()) return [skipped('a key in the largest policy', 'no Chromium or Chrome was found')];
  console.log('Measuring keys in the browser');
  const server = await launchBrowser();
  const site = await serveSite();
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const editor = await withPage(browser, (page) => inEditor(page, site.address, policy));
    const codemirror = await withPage(browser, (page) => inCodemirror(page, policy));
    return [...rows('the editor', editor, true), ...rows('CodeMirror with its JSON linter', codemirror, false)];
  } finally {
    await browser.close();
    await site.close();
    await server.close();
  }
}

async function withPage(browser, work) {
  const context = await browser.newContext({ viewport: VIEWPORT, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function inEditor(page, address, policy) {
  await page.goto(address);
  await page.locator('html[data-page="sealed"]').waitFor({ state: 'attached' });
  await page.evaluate((text) => navigator.clipboard.writeText(text), policy);
  await page.getByRole('textbox', { name: 'Paste a policy' }).focus();
  await page.keyboard.press('Control+V');
  await page.getByRole('textbox', { name: 'Policy text' }).focus();
  return pressed(page, AT_END_OF_VERSION, '[data-code="INVALID_VERSION"]');
}

async function inCodemirror(page, policy) {
  await page.setContent('<!doctype html><title>CodeMirror</title><body></body>');
  await page.addScriptTag({ path: await bundled() });
  await page.evaluate((text) => window.showText(text), policy);
  return pressed(page, BEHIND_VERSION, '.cm-lint-marker-error');
}

async function bundled() {
  const outDir = path.join(OUTPUT, 'codemirror');
  const lib = { entry: path.join(PEERS, 'codemirror.js'), formats: ['iife'], name: 'bench', fileName: () => 'page.js' };
  await build({ root: PEERS, configFile: false, logLevel: 'error', build: { lib, outDir, emptyOutDir: true } });
  return path.join(outDir, 'page.js');
}

/** Presses keys that by turns make an error and take it away; gives for each `{ milliseconds, frames }`. */
async function pressed(page, wayThere, finding) {
  await page.evaluate(watchKeys, { finding, patience: PATIENCE_MILLISECONDS });
  for (const key of wayThere) await page.keyboard.press(key);
  const drawn = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await page.evaluate(() => window.expectChange());
    await page.keyboard.press(press % 2 === 0 ? 'x' : 'Backspace');
    drawn.push(await page.evaluate(() => window.changeDrawn));
    // The keys should fall anywhere between two frames.
    await page.waitForTimeout((press * 7) % 23);
  }
  return drawn;
}

/** In the page: from a key on, looks after each frame whether the finding has come or gone. */
function watchKeys({ finding, patience }) {
  const isThere = () => document.querySelector(finding) !== null;
  const afterFrame = (work) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(undefined);
  });
  const follow = (begun, before, done, frames) => afterFrame(() => {
    if (isThere() === before) follow(begun, before, done, frames + 1);
    else done({ milliseconds: performance.now() - begun, frames });
  });
  window.expectChange = () => {
    window.changeDrawn = new Promise((done, fail) => {
      const start = (event) => follow(event.timeStamp, isThere(), done, 1);
      setTimeout(fail, patience, new Error('no finding has come or gone'));
      addEventListener('keydown', start, { capture: true, once: true });
    });
  };
}

function rows(where, drawn, hasGoal) {
  const times = drawn.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (share) => times[Math.max(0, Math.ceil((share / 100) * times.length) - 1)];
  const isInNext = ({ frames, milliseconds }) => frames === 1 && milliseconds <= TWO_FRAMES_MILLISECONDS;
  const inNext = drawn.filter(isInNext).length;
  const spread = SHARES.map((share) => `${share === 100 ? 'max' : `p${share}`} ${at(share).toFixed(1)}`);
  const goal = hasGoal ? { least: 100 } : {};
  return [
    row(`keys whose findings are in the next frame, ${where}`, (inNext / drawn.length) * 100, { ...goal, unit: '%' }),
    row(`  from key to drawn: ${spread.join(', ')} ms`, at(50), { unit: 'ms' }),
  ];
}
