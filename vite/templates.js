/**
 * Vite plugin: `import url from 'virtual:templates'` gives the address of the whole template library.
 *
 * The library is one JSON file, `{"templates": [...], "sets": [...]}`: the files of `src/engine/templates/library/`
 * and `sets/` in the order of the lists in `src/engine/templates/mod.rs`; a hashed asset in a build, made on request while serving.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'src/engine/templates';
const MODULE = 'virtual:templates';
const RESOLVED = `\0${MODULE}`;
const SERVED_AT = '/templates.json';

export function templates() {
  let root;
  let serving;
  return {
    name: 'templates',
    configResolved(config) {
      root = config.root;
      serving = config.command === 'serve';
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined;
    },
    load(id) {
      if (id !== RESOLVED) return undefined;
      if (serving) return `export default ${JSON.stringify(SERVED_AT)};`;
      const asset = this.emitFile({ type: 'asset', name: 'templates.json', source: readLibrary(root) });
      return `export default import.meta.ROLLUP_FILE_URL_${asset};`;
    },
    configureServer(server) {
      server.watcher.add(path.join(root, FOLDER));
      server.middlewares.use(SERVED_AT, (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(readLibrary(root));
      });
    },
    handleHotUpdate({ file, server }) {
      if (file.startsWith(path.join(root, FOLDER))) server.ws.send({ type: 'full-reload' });
    },
  };
}

function readLibrary(root) {
  const folder = path.join(root, FOLDER);
  const lists = readFileSync(path.join(folder, 'mod.rs'), 'utf8');
  const files = (list, subfolder) => listedIds(lists, list).map((id) => {
    return JSON.parse(readFileSync(path.join(folder, subfolder, `${id}.json`), 'utf8'));
  });
  return JSON.stringify({ templates: files('templates', 'library'), sets: files('sets', 'sets') });
}

/** The ids in the order of a Rust list, which is one quoted id a line in `templates! { … }` or `sets! { … }`. */
function listedIds(source, name) {
  const list = new RegExp(`^${name}! \\{([^}]*)\\}`, 'm').exec(source);
  if (!list) throw new Error(`${FOLDER}/mod.rs has no list of the form ${name}! { "id", }`);
  return Array.from(list[1].matchAll(/"([^"]+)"/g), ([, id]) => id);
}
