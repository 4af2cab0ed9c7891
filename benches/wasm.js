/** The engine as WebAssembly under Node, built as small as the page's, beside a validator written in JavaScript. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { outputOf } from './commands.js';
import { OUTPUT, PEERS, ROOT } from './places.js';

const TARGET = 'wasm32-unknown-unknown';
const REFERENCE = path.join(ROOT, 'src/engine/catalog/data/aws-reference.bin');
const ROUNDS = 15;

/** Milliseconds that the corpus takes: `{ json, check, copilot }`, each the least of several rounds in turn. */
export async function measureWasm(policies) {
  console.log('Measuring in WebAssembly');
  const engine = await Engine.load(await build());
  const { validateIdentityPolicy } = createRequire(path.join(PEERS, 'package.json'))('@cloud-copilot/iam-policy');
  const texts = policies.map(([, text]) => text);
  const works = {
    json: (text) => engine.run('read_as_json', text),
    check: (text) => engine.run('check', text),
    copilot: (text) => validateIdentityPolicy(JSON.parse(text)),
  };
  const least = Object.fromEntries(Object.keys(works).map((name) => [name, Infinity]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const begun = performance.now();
      texts.forEach(work);
      least[name] = Math.min(least[name], performance.now() - begun);
    }
  }
  return least;
}

/** The compiled module, made smaller as the page's is. */
async function build() {
  await outputOf('cargo', ['build', '--profile', 'page', '--package', 'benches', '--lib', '--target', TARGET, '--quiet']);
  const compiled = path.join(ROOT, 'target', TARGET, 'page/benches.wasm');
  const shrunk = path.join(OUTPUT, 'benches.wasm');
  await outputOf('node', ['node_modules/binaryen/bin/wasm-opt', '-Oz', compiled, '-o', shrunk]);
  return readFileSync(shrunk);
}

class Engine {
  #encoder = new TextEncoder();

  constructor(exports) {
    this.exports = exports;
  }

  static async load(module) {
    const { instance } = await WebAssembly.instantiate(module);
    const engine = new Engine(instance.exports);
    const reference = inflateRawSync(readFileSync(REFERENCE));
    engine.#space(reference.length).set(reference);
    if (engine.exports.take_reference(reference.length) !== 1) throw new Error('the reference cannot be read');
    return engine;
  }

  /** Hands a text over and works on it, as a page would. */
  run(work, text) {
    const { written } = this.#encoder.encodeInto(text, this.#space(text.length * 3));
    return this.exports[work](written);
  }

  #space(bytes) {
    const start = this.exports.room(bytes);
    return new Uint8Array(this.exports.memory.buffer, start, bytes);
  }
}
