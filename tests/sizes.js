/**
 * Measures what a visitor of `dist/` downloads and fails when it is more than `sizes.json` allows.
 *
 * All that the page's first paint needs, that with the text editor's chunk, on their own the AWS reference and the AWS managed policies,
 * and all that the element of a docs page needs until its first field can be typed in.
 * Sizes are in bytes; gzip and brotli at their strongest, as a static host stores files compressed once.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const DIST = path.resolve(import.meta.dirname, '../dist');
const BUDGETS = JSON.parse(readFileSync(path.join(import.meta.dirname, 'sizes.json'), 'utf8'));
const ENTRY = 'index.html';
const COLUMNS = ['raw', 'gzip', 'brotli'];

const manifest = JSON.parse(readFileSync(path.join(DIST, '.vite/manifest.json'), 'utf8'));
const first = filesOf(ENTRY, ({ imports = [] }) => imports);
const all = filesOf(ENTRY, ({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports]);
const isReference = (file) => /aws-reference-.*\.bin$/.test(file);
const isManagedPolicies = (file) => /managed-policies-.*\.bin$/.test(file);
const isData = (file) => isReference(file) || isManagedPolicies(file);
const stages = {
  'first paint': [ENTRY, ...first].filter((file) => !isData(file)),
  'with the editor': [ENTRY, ...all].filter((file) => !isData(file)),
  'AWS reference': all.filter(isReference),
  'AWS managed policies': all.filter(isManagedPolicies),
  'element, first field': elementFiles(),
};

let overBudget = 0;
for (const [stage, files] of Object.entries(stages)) report(stage, files.map(measure));
process.exitCode = overBudget > 0 ? 1 : 0;

/** The files that the manifest names for an entry and for whatever `follow` leads to from there. */
function filesOf(entry, follow) {
  const seen = new Set();
  const waiting = [entry];
  const files = new Set();
  while (waiting.length > 0) {
    const key = waiting.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])].forEach((file) => files.add(file));
    waiting.push(...follow(chunk));
  }
  return [...files].toSorted();
}

/** The script of the element and what it asks for before anybody types. */
function elementFiles() {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'));
  return ['iam-policy-editor.js', 'iam-policy-element_bg.wasm'].map((file) => `embed/v${version}/${file}`);
}

function measure(name) {
  const content = readFileSync(path.join(DIST, name));
  return {
    name,
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

function report(stage, sizes) {
  const total = Object.fromEntries(COLUMNS.map((column) => [column, sum(sizes.map((size) => size[column]))]));
  console.log(`\n${stage}`);
  for (const size of sizes) printRow(size);
  printRow({ name: 'together', ...total });
  for (const [column, limit] of Object.entries(BUDGETS[stage])) judge(stage, column, total[column], limit);
}

function judge(stage, column, size, limit) {
  const within = size <= limit;
  if (!within) overBudget += 1;
  console.log(`${within ? 'within' : 'OVER'} budget, ${column}: ${size} of ${limit} bytes`);
}

function printRow({ name, ...size }) {
  console.log(`  ${name.padEnd(52)}${COLUMNS.map((column) => `${size[column]} ${column}`.padStart(18)).join('')}`);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
