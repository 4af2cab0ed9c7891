/**
 * Vite plugin: `import css from 'virtual:element-styles'` gives the styles of the element's shadow root as one text.
 *
 * They are the page's own sheets, made fit for other people's pages:
 * a root size of its own (`--ipe-rem`) instead of the host's, every decision of `tokens.css` open to the host as `--ipe-NAME`,
 * and the dark scheme chosen by the element instead of by the system alone.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'styles';
const SHEETS = ['base', 'button', 'field', 'value_field', 'policy_text', 'element'];
const MODULE = 'virtual:element-styles';
const RESOLVED = `\0${MODULE}`;
const ROOT = '.ipe';

export function elementStyles() {
  let root;
  return {
    name: 'element-styles',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : undefined;
    },
    load(id) {
      if (id !== RESOLVED) return undefined;
      const read = (name) => readFileSync(path.join(root, FOLDER, `${name}.css`), 'utf8');
      const sheets = [tokens(read('tokens')), ...SHEETS.map((name) => forShadowRoot(read(name)))];
      return `export default ${JSON.stringify(compact(sheets.join('\n')))};`;
    },
  };
}

/** The tokens as properties that the host may set, the dark ones under the element's own mark. */
function tokens(css) {
  const [light, dark] = css.split(/@media screen and \(prefers-color-scheme: dark\) \{/);
  if (!dark) throw new Error('styles/tokens.css has no dark scheme of the expected form');
  const openToHost = (block) => block.replace(/^(\s*)--([\w-]+):\s*([^;]+);/gm, '$1--$2: var(--ipe-$2, $3);');
  const darkOnes = openToHost(dark.slice(0, dark.lastIndexOf('}'))).replaceAll(':root', `${ROOT}[data-scheme="dark"]`);
  const scheme = `${ROOT} { color-scheme: light; } ${ROOT}[data-scheme="dark"] { color-scheme: dark; }`;
  return ownSize(`${openToHost(light).replaceAll(':root', ROOT).replace('color-scheme: light dark;', '')}\n${scheme}\n@media screen {${darkOnes}}`);
}

/** What the page says of `html` and `body` holds for the root of the element. */
function forShadowRoot(css) {
  return ownSize(css.replace(/^html \{/gm, `${ROOT} {`).replace(/^body \{/gm, `${ROOT} {`).replace(/min-height: 100dvh;|scroll-padding-block:[^;]+;/g, ''));
}

function ownSize(css) {
  const inRules = (sheet) => sheet.replace(/(?<![\w.-])(\d*\.?\d+)rem\b/g, 'calc($1 * var(--ipe-rem, 16px))');
  // Conditions of at-rules know no properties.
  return css.split(/(@(?:media|container)[^{]*)/).map((part, index) => (index % 2 ? part : inRules(part))).join('');
}

function compact(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/\s*([{};,])\s*/g, '$1').trim();
}
