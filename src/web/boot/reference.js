/**
 * Fetches the AWS service reference, and beside it some AWS managed policies, and unpacks them:
 * raw deflate streams, which the browser itself inflates.
 *
 * The app starts without waiting for it, because syntax and grammar need no reference.
 */

import referenceUrl from '../../engine/catalog/data/aws-reference.bin?url';
import managedPoliciesUrl from '../../engine/catalog/managed_policies/managed-policies.bin?url';
import { get, MissingFile } from './fetching.js';

/**
 * Begins to fetch; resolves to `{ content, managedPolicies }`, each a Uint8Array, or to `{ failure }`, sentences for the reader.
 *
 * Without the managed policies, which only tell copies of them, everything else is checked all the same.
 */
export async function loadReference() {
  const managedPolicies = fetched(managedPoliciesUrl).catch(() => undefined);
  try {
    return { content: await fetched(referenceUrl), managedPolicies: await managedPolicies };
  } catch (error) {
    return { failure: `${reason(error)} Only syntax and grammar are checked; reload the page to try again.` };
  }
}

async function fetched(url) {
  return unpacked(await get(url));
}

async function unpacked(response) {
  const stream = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function reason(error) {
  if (error instanceof MissingFile) return `AWS's lists did not arrive: ${error.reason}.`;
  return "AWS's lists arrived damaged and cannot be unpacked.";
}
