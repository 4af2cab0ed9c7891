/**
 * Closes the page: from here on the browser itself refuses every request a script could make.
 *
 * The one address left open is the page's own icon, which the browser may fetch as late as it likes.
 * WebAssembly in memory stays allowed; style sheets that the text editor constructs are no request.
 */
export function seal() {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'none'; img-src ${icon()}; style-src 'none'; script-src 'wasm-unsafe-eval'`;
  document.head.append(policy);
}

function icon() {
  return document.querySelector('link[rel="icon"]')?.href ?? "'none'";
}
