/**
 * Runs the browser tests: `node tests/browser/run.js [FILE...]`, all `*.test.js` beside it where none is named.
 *
 * One static server and one Chromium serve all of them; the addresses go to the test files in the environment.
 * Files run one after the other, because the pages of one browser share its clipboard.
 */

import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { findChromium, launchBrowser } from './browser.js';
import { serveSite } from './site.js';

const HERE = import.meta.dirname;

if (!findChromium()) {
  console.error('No Chromium or Chrome was found. On Debian, install the package chromium; elsewhere set CHROMIUM.');
  process.exit(1);
}
if (!statSync(path.join(HERE, '../../dist/index.html'), { throwIfNoEntry: false })) {
  console.error('There is no dist/ to test. Run make build first.');
  process.exit(1);
}

const site = await serveSite();
const browser = await launchBrowser();
try {
  process.exitCode = await runTests({ SITE_ADDRESS: site.address, BROWSER_ADDRESS: browser.wsEndpoint() });
} finally {
  await browser.close();
  await site.close();
}

function runTests(addresses) {
  const named = process.argv.slice(2);
  const files = named.length > 0 ? named : allTests();
  const node = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], {
    stdio: 'inherit',
    env: { ...process.env, ...addresses },
  });
  return new Promise((resolve) => node.on('close', (code) => resolve(code ?? 1)));
}

function allTests() {
  const names = readdirSync(HERE).filter((name) => name.endsWith('.test.js'));
  return names.toSorted().map((name) => path.join(HERE, name));
}
