/**
 * Runs everything that must hold, stage by stage, and closes with what passed: `make test`.
 *
 * A stage that fails does not hide those after it, except the ones that need its result.
 * The last line counts tests where a stage runs tests, and the stage itself where it does not.
 */

import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** `cargo test` and Node's runner each say how many passed; a stage without a count is one check. */
const CARGO_COUNT = /^test result: \w+\. (\d+) passed; (\d+) failed/gm;
const NODE_COUNT = /^ℹ pass (\d+)\n(?:ℹ .*\n)?ℹ fail (\d+)/gm;

const STAGES = [
  { name: 'formatting', command: 'tests/formatting.sh' },
  { name: 'lints, native', command: 'cargo clippy --workspace --all-targets -- -D warnings' },
  {
    name: 'lints, page',
    command: 'cargo clippy --profile page --target wasm32-unknown-unknown --features web --lib --bin iam-policy-editor --bin iam-policy-element -- -D warnings',
  },
  { name: 'native tests', command: 'cargo test --workspace --exclude benches --no-fail-fast', count: CARGO_COUNT },
  { name: 'native tests of the page', command: 'cargo test --lib --features web web::', count: CARGO_COUNT },
  { name: 'page build', command: 'make build' },
  { name: 'download sizes', command: 'node tests/sizes.js', needs: 'page build' },
  { name: 'browser tests', command: 'node tests/browser/run.js', needs: 'page build', count: NODE_COUNT },
];

const results = [];
for (const stage of STAGES) results.push(await judge(stage));

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed > 0 ? 'FAILED' : 'passed'}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
const failed = sum(results.map((result) => result.failed));
console.log(`${sum(results.map((result) => result.passed))} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function judge({ name, command, needs, count }) {
  const needed = results.find((result) => result.name === needs);
  if (needed?.failed > 0) {
    console.log(`\n== ${name}: not run, because ${needs} failed`);
    return { name, passed: 0, failed: 1, seconds: 0 };
  }
  console.log(`\n== ${name}: ${command}`);
  const begun = Date.now();
  const { succeeded, output } = await run(command);
  const seconds = Math.round((Date.now() - begun) / 1000);
  return { name, ...tally(succeeded, output, count), seconds };
}

/** A stage that ends badly counts at least one failure; one that ran no test has failed too. */
function tally(succeeded, output, count) {
  if (!count) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = [...output.matchAll(count)];
  const passed = sum(counts.map((found) => Number(found[1])));
  const failed = sum(counts.map((found) => Number(found[2])));
  const sound = succeeded && passed > 0;
  return { passed, failed: sound ? failed : Math.max(1, failed) };
}

/** Runs a command, shows its output as it comes, and keeps it. */
function run(command) {
  const child = spawn('bash', ['-c', command], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ succeeded: code === 0, output })));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
