/** The pages: one HTML entry, the WebAssembly and the template library beside it, servable from any sub-path. */

import path from 'node:path';
import { defineConfig } from 'vite';
import { templates } from './vite/templates.js';
import { wasm } from './vite/wasm.js';

const ADDRESS = { host: '127.0.0.1', port: 8080, strictPort: true };

export default defineConfig(({ command, isPreview }) => {
  const development = command === 'serve';
  const wasmFolder = path.resolve(import.meta.dirname, 'target/web', development ? 'dev' : 'release');
  return {
    base: './',
    resolve: { alias: { '#wasm': wasmFolder } },
    plugins: isPreview ? [] : [wasm({ development }), templates()],
    build: {
      target: 'es2022',
      // Everything is a file of its own: the content security policy allows no `data:` address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    server: {
      ...ADDRESS,
      hmr: { overlay: false },
      watch: { ignored: ['**/target/**', '**/dist/**', '**/.test-output/**'] },
    },
    preview: ADDRESS,
  };
});
