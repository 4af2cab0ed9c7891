/** The words for each way in which the app can fail to start: what, why, what to do. */

import { MissingFile } from './fetching.js';

/** Turns whatever ended the start into the text of the page. */
export function explainFailure(error) {
  if (typeof WebAssembly !== 'object') return withoutWebAssembly;
  if (error instanceof MissingFile) return missingFile(error);
  if (error instanceof WebAssembly.CompileError) return refusedWebAssembly(error);
  return {
    what: 'The editor could not start',
    why: `It met an error of its own: ${error}`,
    remedy: 'Reload the page. If it happens again, try another browser and report the text above.',
  };
}

const withoutWebAssembly = {
  what: 'This browser cannot run the editor',
  why: 'The editor is WebAssembly, which this browser does not have or has switched off.',
  remedy: 'Use a current Firefox, Chrome, Edge or Safari, or allow WebAssembly in the settings of this one.',
};

function missingFile({ fileName, reason }) {
  return {
    what: 'A part of the editor did not load',
    why: `The file ${fileName} did not arrive: ${reason}.`,
    remedy: 'Check the connection and reload the page. If you host this page, check that all its files are there.',
  };
}

function refusedWebAssembly(error) {
  return {
    what: 'The browser refused the editor',
    why: `It would not compile the WebAssembly: ${error.message}`,
    remedy:
      "Reload the page. If you host this page, its content security policy must allow 'wasm-unsafe-eval' for scripts, "
      + 'and the .wasm file must be served unchanged.',
  };
}
