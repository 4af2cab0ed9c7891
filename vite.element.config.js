/** The script of the element for docs pages: an ES module with its WebAssembly beside it, in a folder of its version that never changes. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { elementStyles } from './vite/element-styles.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  base: './',
  publicDir: false,
  resolve: { alias: { '#wasm': path.resolve(import.meta.dirname, 'target/web/release') } },
  plugins: [elementStyles()],
  build: {
    target: 'es2022',
    outDir: `dist/embed/v${version}`,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'src/web/embed/element/main.js',
      preserveEntrySignatures: 'exports-only',
      output: {
        format: 'es',
        entryFileNames: 'iam-policy-editor.js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
      checks: { pluginTimings: false },
    },
  },
});
