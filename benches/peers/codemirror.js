/** CodeMirror as people set it up for JSON, with the linter that comes with it, and no waiting before it runs. */

import { defaultKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, linter } from '@codemirror/lint';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

/** Shows a text, ready for the keyboard. */
window.showText = (doc) => {
  const extensions = [
    lineNumbers(),
    keymap.of(defaultKeymap),
    json(),
    syntaxHighlighting(defaultHighlightStyle),
    linter(jsonParseLinter(), { delay: 0 }),
    lintGutter(),
    EditorView.theme({ '&': { height: '700px' }, '.cm-scroller': { overflow: 'auto' } }),
  ];
  new EditorView({ doc, extensions, parent: document.body }).focus();
};
