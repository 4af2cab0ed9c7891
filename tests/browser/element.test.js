/** The element for docs pages: `<iam-policy-editor>` round a code block. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { codeBlock, element, openDocs } from './element-page.js';
import { pageTest } from './visit.js';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadObjects",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:GetObjectVersion"],
      "Resource": "arn:aws:s3:::<BUCKET>/*"
    },
    {
      "Sid": "ListBucket",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::<BUCKET>"
    },
    {
      "Sid": "UseQueue",
      "Effect": "Allow",
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:*:<ACCOUNT_ID>:orders"
    }
  ]
}`;

const BLOCK = `<iam-policy-editor>${codeBlock(POLICY)}</iam-policy-editor>`;
const WITH_CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

pageTest('fills a block in and copies it', WITH_CLIPBOARD, async (visit) => {
  await openDocs(visit, BLOCK);
  const editor = element(visit);
  await editor.getByRole('textbox', { name: 'Bucket' }).fill('acme-data');
  await editor.getByRole('button', { name: 'Copy policy' }).click();
  assert.match(await editor.getByRole('status').innerText(), /fill in Account ID first/);
  await visit.page.keyboard.type('2109-8765-4321');
  await visit.page.keyboard.press('Enter');
  await visit.page.keyboard.press('Enter');
  await editor.getByText('Copied.').waitFor();
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, POLICY.replaceAll('<BUCKET>', 'acme-data').replaceAll('<ACCOUNT_ID>', '210987654321'));
  assert.equal(await editor.evaluate((one) => one.status), 'ready');
  assert.ok(await visit.page.locator('pre code.language-json').isHidden());
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1000, 360]) {
    pageTest(`shows a block: ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async (visit) => {
      await openDocs(visit, BLOCK, { head: '<meta name="color-scheme" content="light dark">' });
      const editor = element(visit);
      await editor.getByRole('textbox', { name: 'Bucket' }).fill('Acme Data');
      await visit.screenshot(`60 element ${colorScheme} ${width}`);
      await assertAccessible(visit);
      const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `wider than the window by ${overflow} px`);
    });
  }
}

pageTest('fills the same field of several blocks in at once, where they share', async (visit) => {
  const shared = BLOCK.replace('<iam-policy-editor>', '<iam-policy-editor share-values>');
  await openDocs(visit, shared + shared + BLOCK);
  for (const number of [0, 1, 2]) await element(visit, number).evaluate((one) => one.scrollIntoView());
  await element(visit, 0).getByRole('textbox', { name: 'Bucket' }).fill('acme-data');
  await element(visit, 1).evaluate((one) => one.scrollIntoView());
  assert.equal(await element(visit, 1).getByRole('textbox', { name: 'Bucket' }).inputValue(), 'acme-data');
  await element(visit, 2).evaluate((one) => one.scrollIntoView());
  assert.equal(await element(visit, 2).getByRole('textbox', { name: 'Bucket' }).inputValue(), '');
  const modules = visit.requests.filter(({ url }) => url.endsWith('.wasm'));
  assert.equal(modules.length, 1, 'one module for all blocks');
});

pageTest('takes what an author declares', async (visit) => {
  const fields = JSON.stringify({ BUCKET: { type: 'bucket-name', label: 'Your bucket', help: 'The one from step 1.' }, ACCOUNT_ID: { choices: ['111111111111', '222222222222'] } });
  const script = `<script type="application/json" slot="fields">${fields}</script>`;
  await openDocs(visit, BLOCK.replace('</iam-policy-editor>', `${script}</iam-policy-editor>`));
  const editor = element(visit);
  await editor.getByRole('textbox', { name: 'Your bucket' }).fill('acme-data');
  await editor.getByText('The one from step 1.').waitFor();
  await editor.getByRole('combobox', { name: 'Account ID' }).selectOption('222222222222');
  assert.match(await editor.evaluate((one) => one.value), /arn:aws:sqs:\*:222222222222:orders/);
});

pageTest('tells the page counts, and no value unless it is asked to', async (visit) => {
  await openDocs(visit, BLOCK);
  const changed = visit.page.evaluate(() => new Promise((resolve) => {
    addEventListener('iam-change', (event) => resolve(event.detail), { once: true });
  }));
  await element(visit).getByRole('textbox', { name: 'Bucket' }).fill('acme-data');
  assert.deepEqual(await changed, { status: 'incomplete', filled: 1, fields: 2 });
});

pageTest('keeps a credential out of the field and everything else', async (visit) => {
  await openDocs(visit, BLOCK);
  const editor = element(visit);
  const field = editor.getByRole('textbox', { name: 'Bucket' });
  await field.fill(['AKIA', 'Q3EXTFPLYWQ7ABCD'].join(''));
  await editor.getByText('This holds an access key ID').waitFor();
  assert.equal(await field.inputValue(), '');
  assert.deepEqual(await editor.evaluate((one) => one.values), {});
});

pageTest('comes and goes a hundred times without leaving anything behind', async (visit) => {
  await visit.page.addInitScript(countWhatIsHeld);
  await openDocs(visit, `<template id="block">${BLOCK}</template><div id="home"></div><div id="other"></div>`);
  const { first, last, value } = await visit.page.evaluate(async () => {
    const { content } = document.getElementById('block');
    const home = document.getElementById('home');
    const goRound = async () => {
      const element = content.firstElementChild.cloneNode(true);
      element.setAttribute('load', 'eager');
      const ready = new Promise((resolve) => element.addEventListener('iam-ready', resolve, { once: true }));
      home.append(element);
      await ready;
      element.setValues({ bucket: 'acme-data' });
      document.getElementById('other').append(element);
      await Promise.resolve();
      const { value } = element;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      return value;
    };
    for (let round = 0; round < 10; round += 1) await goRound();
    const first = window.held();
    let value;
    for (let round = 0; round < 100; round += 1) value = await goRound();
    return { first, last: window.held(), value };
  });
  assert.match(value, /acme-data/, 'a move keeps what was typed');
  assert.deepEqual(last, first, 'listeners and memory of the module');
});

/** Counts listeners on what outlives an element, and the memory of WebAssembly: `window.held()`. */
function countWhatIsHeld() {
  let memory;
  let listeners = 0;
  const outlives = (target) => target === window || target === document || target instanceof MediaQueryList;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function addCounted(...rest) {
    if (outlives(this)) listeners += 1;
    return add.apply(this, rest);
  };
  EventTarget.prototype.removeEventListener = function removeCounted(...rest) {
    if (outlives(this)) listeners -= 1;
    return remove.apply(this, rest);
  };
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...rest) => {
    const made = await instantiate.apply(WebAssembly, rest);
    memory = made.instance.exports.memory;
    return made;
  };
  window.held = () => ({ listeners, bytes: memory.buffer.byteLength });
}

pageTest('says once why it cannot start where the page forbids WebAssembly, and leaves the block', async (visit) => {
  await openDocs(visit, BLOCK, { policy: "default-src 'none'; script-src 'self'; connect-src 'self'" });
  await visit.page.waitForFunction(() => document.querySelector('iam-policy-editor').status === 'failed');
  assert.ok(await visit.page.locator('pre').isVisible());
  const errors = await visit.take('consoleErrors');
  const own = errors.filter((error) => error.includes('<iam-policy-editor>'));
  assert.equal(own.length, 1);
  assert.match(own[0], /wasm-unsafe-eval.*frame/);
  await visit.take('violations');
});

pageTest('is the code block without JavaScript', { javaScriptEnabled: false }, async (visit) => {
  await openDocs(visit, BLOCK);
  assert.ok(await visit.page.locator('pre').isVisible());
  assert.match(await visit.page.locator('pre').innerText(), /arn:aws:s3:::<BUCKET>/);
});

pageTest('draws hostile text as text', async (visit) => {
  const hostile = POLICY.replace('ReadObjects', '<script>alert(1)</script><img src=x onerror=alert(1)>')
    .replace('orders', 'javascript:alert(1)');
  await openDocs(visit, `<iam-policy-editor>${codeBlock(hostile)}</iam-policy-editor>`);
  const editor = element(visit);
  await editor.getByRole('textbox', { name: 'Bucket' }).waitFor();
  assert.match(await editor.getByRole('region', { name: 'Filled policy' }).innerText(), /<script>alert\(1\)<\/script><img src=x/);
  const deep = '['.repeat(1_000_000);
  await editor.evaluate((one, text) => { one.template = text; }, deep);
  assert.equal(await editor.evaluate((one) => one.value.length), deep.length);
});

pageTest('upgrades fenced blocks, those that come later too', async (visit) => {
  await openDocs(visit, `<div class="highlight">${codeBlock(POLICY).replace('language-json', 'language-iam-policy')}</div>`, {
    script: 'data-enhance="pre>code.language-iam-policy" data-share-values="page"',
  });
  await element(visit).getByRole('textbox', { name: 'Bucket' }).fill('acme-data');
  assert.ok(await visit.page.locator('.highlight').isHidden());
  await visit.page.evaluate(() => {
    const copy = document.querySelector('.highlight').cloneNode(true);
    copy.removeAttribute('style');
    document.querySelector('main').append(copy);
  });
  await element(visit, 1).getByRole('textbox', { name: 'Bucket' }).waitFor();
  assert.equal(await element(visit, 1).getByRole('textbox', { name: 'Bucket' }).inputValue(), 'acme-data');
});

pageTest('moves nothing below it when it starts', async (visit) => {
  await openDocs(visit, BLOCK);
  await element(visit).getByRole('textbox', { name: 'Bucket' }).waitFor();
  const shift = await visit.page.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 300);
  }));
  assert.ok(shift < 0.01, `shifted by ${shift}`);
});

pageTest('lets the keyboard in and out', async (visit) => {
  await openDocs(visit, `<button type="button">Before</button>${BLOCK}<button type="button">Behind</button>`);
  await element(visit).getByRole('textbox', { name: 'Bucket' }).waitFor();
  await visit.page.getByRole('button', { name: 'Before' }).focus();
  const stops = [];
  for (let step = 0; step < 12; step += 1) {
    await visit.page.keyboard.press('Tab');
    const stop = await visit.page.evaluate(() => (document.activeElement.shadowRoot?.activeElement ?? document.activeElement).textContent.trim());
    stops.push(stop);
    if (stop === 'Behind') break;
  }
  assert.ok(stops.includes('Copy policy') && stops.at(-1) === 'Behind', stops.join(', '));
});
