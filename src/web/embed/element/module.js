/** The element's WebAssembly: fetched once for all elements of a page, when the first of them starts. */

import init, { FilledBlock } from '#wasm/iam-policy-element.js';
import address from '#wasm/iam-policy-element_bg.wasm?url';

let loading;

/** Resolves to the class FilledBlock; rejects with what the browser says, and is tried anew the next time. */
export function loadModule() {
  loading ??= init({ module_or_path: new URL(address, import.meta.url) })
    .then(() => FilledBlock)
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Whether an error comes out of the module, after which its memory is not to be trusted. */
export function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError && /iam-policy-element/.test(error.stack ?? '');
}

/** Why the module did not start, as a sentence for the console of the page's author. */
export function whyNot(error) {
  if (error instanceof WebAssembly.CompileError && /unsafe-eval|Content Security Policy/i.test(error.message)) {
    return "This page's content security policy forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src, "
      + 'or use the frame mode (mode="frame"), which needs frame-src alone.';
  }
  return `The editor could not be loaded: ${error.message}`;
}
