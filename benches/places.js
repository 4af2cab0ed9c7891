/** Where the benchmarks keep what they install and write; all of it is ignored by git. */

import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const OUTPUT = path.join(ROOT, 'target/bench');
/** What says which packages are installed, and a copy of it beside which they are. */
export const DECLARED = path.join(import.meta.dirname, 'peers');
export const PEERS = path.join(OUTPUT, 'peers');
