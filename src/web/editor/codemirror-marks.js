/**
 * What the engine found, drawn over CodeMirror's text: token colours, values, findings.
 *
 * Marks arrive as packed arrays for the whole text, and only those on the screen become decorations.
 * Between a key press and the engine's answer, the drawn ones move along with the text.
 */

import { RangeSet, RangeSetBuilder, StateEffect } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutter } from '@codemirror/view';

/**
 * `{ runs, names, values, signs }`: class names, and Uint32Arrays ordered by position.
 * A run of text is `[from, to, index in names]`, a value `[from, to]`, a sign `[position, index in SIGNS]`.
 */
export const setMarks = StateEffect.define();

const NOTHING = { runs: new Uint32Array(0), names: [], values: new Uint32Array(0), signs: new Uint32Array(0) };

export function markLayer() {
  const plugin = ViewPlugin.define((view) => new MarkLayer(view), {
    decorations: (layer) => layer.runs,
    provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.values ?? RangeSet.empty),
  });
  const signs = gutter({
    class: 'cm-signs',
    markers: (view) => view.plugin(plugin)?.signs ?? RangeSet.empty,
  });
  return [plugin, signs];
}

class MarkLayer {
  constructor(view) {
    this.packed = NOTHING;
    this.isCurrent = true;
    this.draw(view);
  }

  update(update) {
    const fresh = latestMarks(update);
    if (fresh !== undefined) {
      this.packed = fresh;
      this.isCurrent = true;
      this.draw(update.view);
    } else if (update.docChanged) {
      this.isCurrent = false;
      this.move(update.changes);
    } else if (update.viewportChanged && this.isCurrent) {
      this.draw(update.view);
    }
  }

  move(changes) {
    this.runs = this.runs.map(changes);
    this.values = this.values.map(changes);
    this.signs = this.signs.map(changes);
  }

  draw(view) {
    const { runs, names, values, signs } = this.packed;
    this.runs = visibleRanges(view, runs, 3, (index) => decoration(names[index]));
    this.values = visibleRanges(view, values, 2, () => VALUE);
    this.signs = signsOfLines(view.state.doc, signs);
  }
}

function latestMarks(update) {
  const effects = update.transactions.flatMap((step) => step.effects);
  return effects.findLast((effect) => effect.is(setMarks))?.value;
}

const VALUE = Decoration.mark({});
const decorations = new Map();

/** One decoration for each class name; equal decorations let CodeMirror keep the elements it has. */
function decoration(name) {
  if (!decorations.has(name)) decorations.set(name, Decoration.mark({ class: name }));
  return decorations.get(name);
}

/** The packed ranges on the screen; one that the text has no room for is left out. */
function visibleRanges(view, packed, width, make) {
  const { from, to } = view.viewport;
  const { length } = view.state.doc;
  const builder = new RangeSetBuilder();
  for (let at = firstThatEndsAfter(packed, width, from); at < packed.length && packed[at] <= to; at += width) {
    if (packed[at + 1] <= length) builder.add(packed[at], packed[at + 1], make(packed[at + 2]));
  }
  return builder.finish();
}

/** By bisection: the ranges are disjoint and in order. */
function firstThatEndsAfter(packed, width, position) {
  let low = 0;
  let high = packed.length / width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (packed[middle * width + 1] < position) low = middle + 1;
    else high = middle;
  }
  return low * width;
}

class Sign extends GutterMarker {
  constructor(name, shape) {
    super();
    this.name = name;
    this.shape = shape;
  }

  eq(other) {
    return other.name === this.name;
  }

  toDOM() {
    const dom = document.createElement('span');
    dom.className = `cm-sign-${this.name}`;
    dom.textContent = this.shape;
    return dom;
  }
}

/** From the gravest to the slightest; the shape tells them apart without the colour. */
const SIGNS = [
  ['error', '✕'],
  ['security', '◆'],
  ['warning', '▲'],
  ['suggestion', '●'],
].map(([name, shape]) => new Sign(name, shape));

/** One sign a line: the gravest there. */
function signsOfLines(doc, signs) {
  const gravest = new Map();
  for (let at = 0; at < signs.length; at += 2) {
    const line = doc.lineAt(Math.min(signs[at], doc.length)).from;
    gravest.set(line, Math.min(signs[at + 1], gravest.get(line) ?? SIGNS.length));
  }
  return RangeSet.of(Array.from(gravest, ([line, index]) => SIGNS[index].range(line)), true);
}
