/**
 * Tells when the WebAssembly has trapped: a panic, or a stack that ran out.
 *
 * After a trap its memory may be half changed, so the app is over; other errors leave it running.
 */

/** Calls `onTrap` once, at the first uncaught error that comes out of WebAssembly. */
export function watchForTrap(onTrap) {
  const listening = new AbortController();
  const judge = (error) => {
    if (!isTrap(error)) return;
    listening.abort();
    onTrap();
  };
  addEventListener('error', (event) => judge(event.error), { signal: listening.signal });
  addEventListener('unhandledrejection', (event) => judge(event.reason), { signal: listening.signal });
}

function isTrap(error) {
  const outOfStack = error instanceof RangeError && /wasm/.test(error.stack ?? '');
  return error instanceof WebAssembly.RuntimeError || outOfStack;
}
