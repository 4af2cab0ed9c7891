/** What the page says when it cannot start, and when it has stopped. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { pageTest } from './visit.js';

/** Opens the page after a change to how its server answers, and returns the text that it then shows. */
async function failureText(visit) {
  await visit.open({ until: 'failed' });
  await visit.page.getByRole('button', { name: 'Reload the page' }).waitFor();
  await assertAccessible(visit);
  return visit.page.getByRole('alert').innerText();
}

pageTest('names the file of the app that did not arrive', async (visit) => {
  await visit.page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'gone' }));
  const text = await failureText(visit);
  assert.match(text, /A part of the editor did not load/);
  assert.match(text, /iam-policy-editor_bg-.*\.wasm did not arrive: the server answered 404/);
  assert.match((await visit.take('consoleErrors')).join('\n'), /404/);
});

pageTest('says that the connection failed', async (visit) => {
  await visit.page.route('**/templates-*.json', (route) => route.abort('connectionreset'));
  const text = await failureText(visit);
  assert.match(text, /templates-.*\.json did not arrive/);
  assert.match(text, /Check the connection/);
  assert.match((await visit.take('consoleErrors')).join('\n'), /ERR_CONNECTION_RESET/);
});

pageTest('says that a policy without wasm-unsafe-eval keeps it from starting', async (visit) => {
  await visit.page.route(visit.address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response, body });
  });
  const text = await failureText(visit);
  assert.match(text, /The browser refused the editor/);
  await visit.screenshot('refused');
  assert.match(text, /must allow 'wasm-unsafe-eval'/);
  assert.ok((await visit.take('violations')).some(({ effectiveDirective }) => effectiveDirective === 'script-src'));
  await visit.take('consoleErrors');
});

pageTest('says that the browser has no WebAssembly', async (visit) => {
  await visit.page.addInitScript(() => delete globalThis.WebAssembly);
  assert.match(await failureText(visit), /This browser cannot run the editor/);
});

pageTest('still seals itself when the text editor does not load', async (visit) => {
  await visit.page.route('**/codemirror-*.js', (route) => route.abort());
  await visit.open();
  await visit.take('consoleErrors');
});

pageTest('shows a way to restart after a trap', async (visit) => {
  await visit.open();
  await trap(visit.page);
  await visit.reaches('stopped');
  assert.match(await visit.page.getByRole('alert').innerText(), /The editor stopped/);
  await visit.screenshot('stopped');
  await assertAccessible(visit);
  assert.equal(await visit.page.locator('#app').count(), 0, 'nothing of the app is left to call into');
  assert.match((await visit.take('pageErrors')).join('\n'), /unreachable/);
  await visit.page.getByRole('button', { name: 'Restart the editor' }).click();
  await visit.reaches('sealed');
});

pageTest('goes on after an error that is not a trap', async (visit) => {
  await visit.open();
  await visit.page.evaluate(() => setTimeout(() => {
    throw new Error('planted');
  }));
  await visit.page.waitForTimeout(100);
  assert.deepEqual(await visit.take('pageErrors'), ['Error: planted']);
  await visit.reaches('sealed');
});

/** Lets a WebAssembly function of one instruction, `unreachable`, trap in an event of the page. */
function trap(page) {
  return page.evaluate(() => {
    const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)));
    setTimeout(instance.exports.f);
  });
}
