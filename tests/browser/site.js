/**
 * A plain static server for `dist/`, such as any host offers.
 *
 * The site stands under a sub-path, so that an address which leaves that path shows as a missing file.
 */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const SUB_PATH = '/docs/iam-policy-editor/';

const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves the site on a free port of this machine; resolves to its address and a function that ends it. */
export async function serveSite() {
  const server = createServer(answer);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}${SUB_PATH}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function answer(request, response) {
  const file = fileFor(new URL(request.url, 'http://site').pathname);
  if (!file || !(await isFile(file))) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such file.');
    return;
  }
  response.writeHead(200, { 'Content-Type': MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function fileFor(pathname) {
  if (!pathname.startsWith(SUB_PATH)) return undefined;
  const inSite = decodeURIComponent(pathname.slice(SUB_PATH.length)) || 'index.html';
  const file = path.resolve(DIST, inSite);
  return file.startsWith(DIST + path.sep) ? file : undefined;
}

async function isFile(file) {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ?? false;
}
