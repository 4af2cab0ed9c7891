/**
 * `make bench`: how quick the engine and the page are beside others, each ratio from one run on one machine.
 *
 * A goal that is missed is said in its row; the exit code tells only whether something broke.
 * What cannot be installed here is a row that says why it was skipped.
 */

import { mkdirSync } from 'node:fs';
import { makeCorpus } from './corpus.js';
import { measureKeys } from './keys.js';
import { measureNatively } from './native.js';
import { installPeers, timeParliament } from './peers.js';
import { printed, row, skipped } from './table.js';
import { measureWasm } from './wasm.js';
import { OUTPUT } from './places.js';

mkdirSync(OUTPUT, { recursive: true });
const peers = await installPeers();
if (!peers.npm.isThere) {
  console.log(`There is no corpus: ${peers.npm.reason}`);
  process.exit(1);
}
const corpus = await makeCorpus();
console.log(`${corpus.policies.length} policies, ${Math.round(corpus.bytes / 1024)} KB, the largest ${Math.round(corpus.largest.length / 1024)} KB`);

const native = await measureNatively(corpus.file);
const wasm = await measureWasm(corpus.policies);
const parliament = await timeParliament(peers.python, corpus.file);
const keys = await measureKeys(corpus.largest);

const [small, large] = [native.bySize.at(0), native.bySize.at(-1)];
const perByte = (size) => size.check / size.bytes;
console.log(printed([
  row('reading alone, natively, to serde_json', native.parse / native.json, { most: 1 }),
  row('all checks, natively, to serde_json', native.check / native.json, { most: 4 }),
  row('all checks and the effect of every fix, natively, to serde_json', native.checkAndLabel / native.json),
  row('all checks, in wasm, to serde_json in wasm', wasm.check / wasm.json, { most: 4 }),
  row('all checks, in wasm, to the syntax check of @cloud-copilot/iam-policy', wasm.check / wasm.copilot, { most: 1 }),
  parliament.reason
    ? skipped('parliament to all checks, natively', parliament.reason)
    : row('parliament to all checks, natively', parliament.check / native.check, { least: 80 }),
  row('cost of a byte, 1 MB to 10 KB, natively', perByte(large) / perByte(small), { most: 1.2 }),
  ...keys,
]));
console.log(`All checks over the corpus take ${native.check.toFixed(1)} ms natively, ${wasm.check.toFixed(1)} ms in wasm.`);
for (const { bytes, check } of native.bySize) {
  console.log(`A policy of ${Math.round(bytes / 1000)} KB: ${check.toFixed(2)} ms, ${((check * 1e6) / bytes).toFixed(0)} ns a byte`);
}
