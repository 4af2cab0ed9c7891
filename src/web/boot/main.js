/**
 * The page's entry: fetches what the app needs, mounts it, loads the text editor and the AWS reference, seals the page.
 *
 * `<html data-page>` tells style sheets and tests how far it has come:
 * absent while loading, then `mounted`, then `sealed`; or `failed`, or `stopped`.
 * The development server is never sealed, because reloading on change needs its connection.
 */

import init, { mount } from '#wasm/iam-policy-editor.js';
import wasmUrl from '#wasm/iam-policy-editor_bg.wasm?url';
import templatesUrl from 'virtual:templates';
import { explainFailure } from './failures.js';
import { get } from './fetching.js';
import { createHost } from './host.js';
import { showFailure, showTrap } from './notice.js';
import { loadReference } from './reference.js';
import { seal } from './seal.js';
import { watchForTrap } from './trap.js';

try {
  await start();
} catch (error) {
  reach('failed');
  showFailure(explainFailure(error));
}

async function start() {
  const reference = loadReference();
  const [, templates] = await Promise.all([
    get(wasmUrl).then((response) => init({ module_or_path: response })),
    get(templatesUrl).then((response) => response.text()),
  ]);
  const boot = createHost(templates, reference);
  watchForTrap(() => {
    reach('stopped');
    showTrap(boot.rememberedText());
  });
  mount(boot.host);
  reach('mounted');
  await firstPaint();
  const editor = import('../editor/codemirror.js');
  boot.settleEditor(editor);
  await Promise.allSettled([editor, reference]);
  if (import.meta.env.DEV) return;
  seal();
  reach('sealed');
  boot.announceSeal();
}

/** Resolves once the mounted app is on the screen, or soon after in a tab that is not shown. */
function firstPaint() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });
}

function reach(state) {
  document.documentElement.dataset.page = state;
}
