/** A page of somebody's documentation with the element in it, under a strict content security policy. */

import { readFileSync } from 'node:fs';

const HOST_POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "style-src 'self'", "img-src 'self' data:",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ');

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const SCRIPT = `embed/v${version}/iam-policy-editor.js`;

/**
 * Opens a page with this HTML in its body; the page's name is `docs.html`.
 *
 * @param {object} [options] `policy`, the content security policy, `script`, attributes of the script tag; `head`
 */
export async function openDocs(visit, body, { policy = HOST_POLICY, script = '', head = '' } = {}) {
  await visit.page.route('**/docs.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: policy ? { 'Content-Security-Policy': policy } : {},
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title>${head}
      <link rel="icon" href="data:,"><script type="module" src="${SCRIPT}" data-iam-policy-editor ${script}></script></head>
      <body><main><h1>Give the service access</h1>${body}<p id="after">After the block.</p></main></body></html>`,
  }));
  await visit.page.goto(`${visit.address}docs.html`);
}

/** HTML of a code block with this text. */
export function codeBlock(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<pre><code class="language-json">${escaped}</code></pre>`;
}

/** The editor in the element with this number. */
export function element(visit, number = 0) {
  return visit.page.locator('iam-policy-editor').nth(number);
}
