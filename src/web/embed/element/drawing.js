/** Makes elements without `innerHTML`, which a page with Trusted Types forbids. */

const SVG = 'http://www.w3.org/2000/svg';

/** `make('p', { class: 'a', onclick }, 'text', child)`: properties that begin with `on` are listeners, `false` and `undefined` are left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false && child !== ''));
  return element;
}

/** Sentences in which code stands between backticks. */
export function prose(text) {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return [text];
  return pieces.map((piece, index) => (index % 2 ? make('code', {}, piece) : piece)).filter(Boolean);
}

/** A drawing of one path in a field of 16 by 16, unseen by screen readers. */
export function icon(path) {
  const drawing = document.createElementNS(SVG, 'svg');
  const traits = {
    'aria-hidden': 'true', width: 16, height: 16, viewBox: '0 0 16 16', fill: 'none',
    stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round',
  };
  for (const [name, value] of Object.entries(traits)) drawing.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

export const COPY = 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3';
export const TICK = 'M3 8.5 6.5 12 13 4.5';
export const ALERT = 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M8 4.8v3.7M8 11v.2';
