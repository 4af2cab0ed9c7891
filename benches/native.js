/** Builds and runs the native measurement. */

import { outputOf } from './commands.js';

/** Milliseconds for the corpus and for single policies by size, as `src/measure.rs` writes them. */
export async function measureNatively(corpusFile) {
  console.log('Measuring natively');
  await outputOf('cargo', ['build', '--release', '--package', 'benches', '--bin', 'measure', '--quiet']);
  return JSON.parse(await outputOf('target/release/measure', [corpusFile]));
}
