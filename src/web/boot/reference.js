/**
 * Fetches the AWS service reference and unpacks it: one raw deflate stream, which the browser itself inflates.
 *
 * The app starts without waiting for it, because syntax and grammar need no reference.
 */

import referenceUrl from '../../engine/catalog/data/aws-reference.bin?url';
import { get, MissingFile } from './fetching.js';

/** Begins to fetch; resolves to `{ content }`, a Uint8Array, or to `{ failure }`, sentences for the reader. */
export async function loadReference() {
  try {
    return { content: await unpacked(await get(referenceUrl)) };
  } catch (error) {
    return { failure: `${reason(error)} Only syntax and grammar are checked; reload the page to try again.` };
  }
}

async function unpacked(response) {
  const stream = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function reason(error) {
  if (error instanceof MissingFile) return `AWS's lists did not arrive: ${error.reason}.`;
  return "AWS's lists arrived damaged and cannot be unpacked.";
}
