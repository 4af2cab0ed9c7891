/**
 * CodeMirror, set up for policies: the text editor's chunk.
 *
 * Positions are CodeMirror's own (UTF-16 units, a line break counts once); `offsets.rs` converts them.
 * The session owns the text and the history, so there is no `history()` here.
 * It stands in a shadow root: there CodeMirror adopts its style sheets, and the page needs no exception for styles.
 */

import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import {
  EditorView, closeHoverTooltips, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers,
} from '@codemirror/view';
import { markLayer, setMarks } from './codemirror-marks.js';
import { adoptHighlighting, theme } from './codemirror-theme.js';

/** On transactions that carry the session's text here, and so are not to be reported back to it. */
const fromSession = Annotation.define();

/** CodeMirror's words where ours are plainer. */
const WORDS = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select matches',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  go: 'Go',
};

/**
 * Makes an editor inside `parent`, an element without content of its own.
 *
 * @param {Element} parent
 * @param {object} options
 *   text, label: what it holds and is called;
 *   anchor, head, scrollTop, focused: where the reader was in the text field it takes over from;
 *   onChange(changes, pasted): `[from, to, inserted, …]` in positions before the change;
 *   onUndo(), onRedo(), onCursor(position);
 *   onSettled(): the end of a composition, during which `write` must not be called;
 *   describe(position): the words for the tooltip there, or undefined
 * @returns the handle that Rust holds, see `codemirror.rs`
 */
export function createEditor(parent, options) {
  const root = parent.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: options.anchor, head: options.head },
      extensions: extensions(options),
    }),
  });
  adoptHighlighting(root);
  view.lineBlockAtHeight(0); // Measures the lines; were they still guessed, the scrolled text would shift later.
  view.scrollDOM.scrollTop = options.scrollTop;
  if (options.focused) view.focus();
  return handle(view);
}

function handle(view) {
  return {
    isComposing: () => view.compositionStarted,
    value: () => view.state.doc.toString(),
    write: (packed, follow) => view.dispatch(writing(view.state, packed, follow)),
    setMarks: (runs, names, values, signs) => {
      view.dispatch({ effects: setMarks.of({ runs, names, values, signs }) });
    },
    select: (anchor, head) => {
      view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(head, { y: 'center' }) });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** The transaction for the session's changes, `[from, to, inserted, …]`; the cursor goes to `follow` unless that is undefined. */
function writing(state, packed, follow) {
  const list = [];
  for (let at = 0; at < packed.length; at += 3) {
    list.push({ from: packed[at], to: packed[at + 1], insert: packed[at + 2] });
  }
  const selection = follow === undefined ? undefined : { anchor: follow };
  return { changes: list, selection, scrollIntoView: follow !== undefined, annotations: fromSession.of(true) };
}

function extensions(options) {
  return [
    markLayer(), lineNumbers(), foldGutter(), codeFolding(),
    highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches({ minSelectionLength: 3 }),
    bracketMatching(), search({ top: true }), json(), indentation, indentOnInput(),
    EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
    EditorState.phrases.of(WORDS),
    historyKeys(options),
    keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
    tooltips(options),
    reports(options),
    theme,
  ];
}

/** New lines are indented the way the first indented line is. */
const indentation = indentUnit.compute(['doc'], ({ doc }) => {
  const start = doc.sliceString(0, 1000);
  return /^( +|\t)\S/m.exec(start)?.[1] ?? '    ';
});

function historyKeys({ onUndo, onRedo }) {
  const run = (act) => () => {
    act();
    return true;
  };
  return [
    keymap.of([
      { key: 'Mod-z', run: run(onUndo), shift: run(onRedo), preventDefault: true },
      { key: 'Mod-y', run: run(onRedo), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: ({ inputType }) => {
        const act = { historyUndo: onUndo, historyRedo: onRedo }[inputType];
        act?.();
        return act !== undefined;
      },
    }),
  ];
}

function reports({ onChange, onCursor, onSettled }) {
  return [
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((step) => step.annotation(fromSession))) {
        onChange(changesOf(update), update.transactions.some(isPaste));
      }
      if (update.selectionSet || update.docChanged) onCursor(update.state.selection.main.head);
    }),
    EditorView.domEventHandlers({
      compositionend: () => {
        setTimeout(onSettled);
      },
    }),
  ];
}

function changesOf(update) {
  const changes = [];
  update.changes.iterChanges((from, to, _from, _to, inserted) => changes.push(from, to, inserted.toString()));
  return changes;
}

function isPaste(step) {
  return step.isUserEvent('input.paste') || step.isUserEvent('input.drop') || step.isUserEvent('move.drop');
}

function tooltips({ describe }) {
  const close = (view) => {
    view.dispatch({ effects: closeHoverTooltips });
    return false;
  };
  return [keymap.of([{ key: 'Escape', run: close }]), hoverTooltip((_view, position) => tooltip(position, describe))];
}

function tooltip(position, describe) {
  const words = describe(position);
  if (words === undefined) return null;
  return { pos: position, create: () => ({ dom: prose(words) }) };
}

/** Words with the user's text in backticks, as every message has them. */
function prose(words) {
  const dom = document.createElement('div');
  dom.className = 'cm-finding-words';
  words.split('`').forEach((part, index) => {
    const quoted = document.createElement(index % 2 === 0 ? 'span' : 'code');
    quoted.textContent = part;
    dom.append(quoted);
  });
  return dom;
}
