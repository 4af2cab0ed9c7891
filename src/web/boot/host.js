/**
 * The object that the boot script hands to the app's exported function `mount`.
 *
 * Its Rust side is `Host` in `mod.rs` beside this file; names and shapes agree by hand.
 * It is passed as an argument, because wasm-bindgen copies every JS module that Rust imports:
 * an imported module would exist twice, once for the boot script and once for the app.
 */

/**
 * @param {string} templates the template library as JSON text
 * @param {Promise<{content: Uint8Array, managedPolicies?: Uint8Array} | {failure: string}>} reference the AWS service reference
 * @returns the host for the app, and the two things that only the boot script does with it
 */
export function createHost(templates, reference) {
  let text = '';
  const editor = Promise.withResolvers();
  const sealed = Promise.withResolvers();
  editor.promise.catch(() => {}); // The app may never ask; then nobody else handles the failure.
  return {
    host: {
      templates: () => templates,
      loadReference: () => reference,
      rememberText: (latest) => {
        text = latest;
      },
      loadEditor: () => editor.promise,
      onSealed: (callback) => {
        sealed.promise.then(() => callback());
      },
    },
    rememberedText: () => text,
    settleEditor: editor.resolve,
    announceSeal: sealed.resolve,
  };
}
