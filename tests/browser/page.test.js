/** The page as any host serves it: it loads, keeps its policy, seals itself, and stays silent. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { EditorPage } from './editor-page.js';
import { pageTest } from './visit.js';

const LIBRARY = path.resolve(import.meta.dirname, '../../src/engine/templates/library');
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
  + "connect-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; "
  + "trusted-types 'none'";

const SEAL = /^connect-src 'none'; img-src \S+\/icon-\w+\.svg; style-src 'none'; script-src 'wasm-unsafe-eval'$/;

pageTest('loads under a sub-path and mounts the app', async (visit) => {
  await visit.open();
  await visit.page.getByRole('heading', { level: 1, name: 'IAM Policy Editor' }).waitFor();
  assert.equal(await visit.page.locator('.boot-notice').count(), 0, 'the loading text is gone');
  await visit.screenshot('start');
});

pageTest('carries the content security policy first in its head, and no inline script or style', async (visit) => {
  const source = await (await fetch(visit.address)).text();
  const head = /<head>\s*<([^>]*)>/.exec(source);
  assert.equal(head[1], `meta http-equiv="Content-Security-Policy" content="${POLICY}"`);
  assert.equal(source.match(/Content-Security-Policy/g).length, 1);
  assert.doesNotMatch(source, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
});

pageTest('makes no request once it is sealed', async (visit) => {
  await visit.open();
  const metas = await visit.page.locator('head meta[http-equiv="Content-Security-Policy"]').evaluateAll(
    (found) => found.map((meta) => meta.content),
  );
  assert.equal(metas.length, 2);
  assert.equal(metas[0], POLICY);
  assert.match(metas[1], SEAL);
  const before = visit.requests.length;
  await visit.page.mouse.click(100, 100);
  await visit.page.keyboard.press('Tab');
  await pause(500);
  assert.deepEqual(visit.requests.slice(before), []);
});

pageTest('loads the text editor before it seals itself', async (visit) => {
  await visit.open();
  const names = visit.requests.map(({ url }) => url.split('/').pop());
  assert.ok(names.some((name) => /^codemirror-.*\.js$/.test(name)), names.join(', '));
});

pageTest('loads the AWS reference before it seals itself, and shows its date', async (visit) => {
  const editor = await EditorPage.withTemplate(visit, 'AWS Batch service role, trust policy');
  const names = visit.requests.map(({ url }) => url.split('/').pop());
  assert.ok(names.some((name) => /^aws-reference-[\w-]+\.bin$/.test(name)), names.join(', '));
  assert.match(await visit.page.getByTestId('data').innerText(), /^AWS data of \d{4}-\d{2}-\d{2}$/);
  await editor.page.getByText('What was not looked at').click();
  assert.match(await editor.page.locator('.verdict-limits').innerText(), /AWS's lists of \d{4}/);
});

pageTest('checks syntax and grammar alone while the AWS reference is on its way, and says so', async (visit) => {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await visit.page.route('**/aws-reference-*.bin', async (route) => {
    await held;
    await route.continue();
  });
  await visit.open({ until: 'mounted' });
  const editor = new EditorPage(visit);
  await editor.template('AWS Batch service role, trust policy').click();
  assert.match(await visit.page.getByTestId('data').innerText(), /only syntax and grammar are checked yet/);
  release();
  await visit.reaches('sealed');
  assert.match(await visit.page.getByTestId('data').innerText(), /^AWS data of/);
});

const BAD_REFERENCES = [
  ['does not arrive', (route) => route.fulfill({ status: 404, body: 'gone' }), /did not arrive: the server answered 404/],
  ['is no deflate stream', (route) => route.fulfill({ body: 'no deflate stream' }), /damaged and cannot be unpacked/],
  ['is cut off', cutOff, /damaged and cannot be unpacked/],
  ['is another file', (route) => route.fulfill({ body: deflateRawSync('another file') }), /not an AWS reference file/],
];

async function cutOff(route) {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, headers: {}, body: body.subarray(0, body.length / 2) });
}

for (const [fault, answer, words] of BAD_REFERENCES) {
  pageTest(`goes on with syntax and grammar when the AWS reference ${fault}`, async (visit) => {
    await visit.page.route('**/aws-reference-*.bin', answer);
    const editor = await EditorPage.withTemplate(visit, 'AWS Batch service role, trust policy');
    assert.match(await visit.page.getByTestId('data').innerText(), words);
    assert.match(await visit.page.getByTestId('data').innerText(), /only syntax and grammar are checked/i);
    assert.match(await editor.verdict.innerText(), /No reason found/);
    await visit.screenshot(`reference ${fault}`);
    await visit.take('consoleErrors');
  });
}

pageTest('refuses a fetch from its own script after the seal, and allowed it before', async (visit) => {
  const fetched = () => fetch('index.html').then((response) => response.status, (error) => error.name);
  await visit.page.route('**/codemirror-*.js', async (route) => {
    assert.equal(await visit.page.evaluate(fetched), 200, 'before the seal');
    await route.continue();
  });
  await visit.open();
  assert.equal(await visit.page.evaluate(fetched), 'TypeError', 'after the seal');
  const [violation] = await visit.take('violations');
  assert.equal(violation.effectiveDirective, 'connect-src');
  assert.match((await visit.take('consoleErrors')).join('\n'), /connect-src 'none'/);
});

pageTest('refuses images, style sheets and scripts after the seal too', async (visit) => {
  await visit.open();
  const answered = [];
  visit.page.on('response', (response) => answered.push(response.url()));
  await visit.page.evaluate(async () => {
    const plant = (name, attributes) => new Promise((resolve) => {
      const planted = Object.assign(document.createElement(name), attributes);
      planted.onload = resolve;
      planted.onerror = resolve;
      document.head.append(planted);
    });
    await plant('img', { src: 'picture.svg?secret' });
    await plant('link', { rel: 'stylesheet', href: 'sheet.css?secret' });
    await import(new URL('module.js?secret', location.href).href).catch(() => {});
  });
  assert.deepEqual(answered.filter((url) => url.includes('secret')), []);
  const directives = (await visit.take('violations')).map(({ effectiveDirective }) => effectiveDirective);
  assert.deepEqual(directives.toSorted(), ['img-src', 'script-src-elem', 'style-src-elem']);
  await visit.take('consoleErrors');
});

pageTest('would be caught breaking its policy: a planted inline style is blocked and recorded', async (visit) => {
  await visit.open();
  const colour = await visit.page.evaluate(() => {
    document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
    return getComputedStyle(document.body).color;
  });
  assert.notEqual(colour, 'rgb(1, 2, 3)');
  await assert.rejects(visit.assertClean(), /the page broke its content security policy/);
  const [violation] = await visit.take('violations');
  assert.equal(violation.effectiveDirective, 'style-src-attr');
  await visit.take('consoleErrors');
});

pageTest('would be caught breaking its policy: markup from a string is blocked and recorded', async (visit) => {
  await visit.open();
  const thrown = await visit.page.evaluate(() => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      return 'nothing';
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(thrown, 'TypeError');
  const [violation] = await visit.take('violations');
  assert.equal(violation.effectiveDirective, 'require-trusted-types-for');
  await visit.take('consoleErrors');
});

pageTest('brings every template of the library, each once', async (visit) => {
  await visit.open();
  const { url } = visit.requests.find((request) => /templates-.*\.json$/.test(request.url));
  const { templates } = await (await fetch(url)).json();
  const files = readdirSync(LIBRARY).map((name) => path.basename(name, '.json'));
  assert.deepEqual(templates.map(({ id }) => id).toSorted(), files.toSorted());
});

pageTest('ships the licences of the crates and packages that it contains', async (visit) => {
  const response = await fetch(new URL('third-party-notices.txt', visit.address));
  const notices = await response.text();
  for (const name of ['yew', 'serde_json', '@codemirror/view', '@lezer/json']) {
    assert.match(notices, new RegExp(`^${name} [\\d.]+: .*MIT`, 'm'));
  }
  assert.match(notices, /Permission is hereby granted, free of charge/);
});

pageTest('says without JavaScript what it needs', { javaScriptEnabled: false }, async (visit) => {
  await visit.page.goto(visit.address);
  assert.match(await visit.page.locator('body').innerText(), /^IAM Policy Editor\s+The editor needs JavaScript/);
});
