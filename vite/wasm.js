/**
 * Vite plugin: runs `cargo xtask wasm` before a build and before serving, and again when Rust code changes.
 *
 * While serving, a build that fails leaves the last good one in place and says so in the terminal.
 */

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const WATCHED = ['src', 'Cargo.toml', 'Cargo.lock'];
const SETTLE_MILLISECONDS = 50;

export function wasm({ development }) {
  let root;
  return {
    name: 'wasm',
    configResolved(config) {
      root = config.root;
    },
    async buildStart() {
      await buildWasm(root, development);
    },
    configureServer(server) {
      const builds = oneAtATime(() => rebuild(server, root));
      const watchers = WATCHED.map((name) => watchRust(path.join(root, name), builds));
      server.httpServer?.on('close', () => watchers.forEach((watcher) => watcher.close()));
    },
  };
}

async function rebuild(server, root) {
  try {
    await buildWasm(root, true);
  } catch (error) {
    server.config.logger.error(`${error.message}; the page keeps the last good build`);
    return;
  }
  server.moduleGraph.invalidateAll();
  server.ws.send({ type: 'full-reload' });
}

function buildWasm(root, development) {
  const options = development ? ['--dev'] : [];
  const cargo = spawn('cargo', ['xtask', 'wasm', ...options], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    cargo.on('error', (error) => reject(new Error(`cargo could not be started: ${error.message}`)));
    cargo.on('close', (code) => (code === 0 ? resolve() : reject(new Error('cargo xtask wasm failed'))));
  });
}

function watchRust(target, onChange) {
  return watch(target, { recursive: true }, (_event, name) => {
    if (/\.(rs|toml|lock)$/.test(name ?? '')) onChange();
  });
}

/** Runs `task` after a call, once for calls in quick succession, never twice at the same time. */
function oneAtATime(task) {
  let timer;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(task);
    }, SETTLE_MILLISECONDS);
  };
}
