/**
 * The look of CodeMirror, in the page's colours and measures.
 *
 * Custom properties reach into the shadow root, so light and dark follow the page.
 * The measures are those of `styles/policy_editor.css`, so that nothing moves when CodeMirror takes over.
 */

import { EditorView } from '@codemirror/view';
import policyText from '../../../styles/policy_text.css?inline';

/** Gives the shadow root the rules of the highlighted text, the same that the page itself uses. */
export function adoptHighlighting(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(policyText);
  root.adoptedStyleSheets.push(sheet);
}

const text = {
  '&': {
    flex: '1',
    minWidth: '0',
    color: 'var(--text)',
    backgroundColor: 'var(--code-ground)',
    fontSize: 'var(--text-sm)',
  },
  '&.cm-focused': { outline: 'none' },
  '&:has(.cm-content:focus)::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '400',
    outline: '2px solid var(--focus)',
    outlineOffset: '-2px',
    pointerEvents: 'none',
  },
  '.cm-scroller': {
    flex: '1 1 auto',
    minHeight: '0',
    fontFamily: 'var(--font-code)',
    lineHeight: 'var(--line-code)',
    overflow: 'auto',
  },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 var(--text-inset)' },
  '.cm-content ::selection, .cm-line::selection': { backgroundColor: 'var(--code-selection)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--code-line-active)' },
  '.cm-foldPlaceholder': {
    padding: '0 0.5ch',
    color: 'var(--text-muted)',
    backgroundColor: 'var(--surface-sunken)',
    border: '1px solid var(--line-control)',
    borderRadius: 'var(--radius-small)',
  },
};

const gutters = {
  '.cm-gutters': { color: 'var(--code-gutter-text)', backgroundColor: 'var(--code-gutter)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: 'calc(var(--number-width) + 1ch)', padding: '0 0.5ch' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--text)' },
  '.cm-signs': { width: 'var(--sign-width)', textAlign: 'center' },
  '.cm-foldGutter': { width: 'var(--fold-width)', textAlign: 'center' },
  '.cm-foldGutter .cm-gutterElement': { padding: '0' },
  '.cm-foldGutter span': { padding: '0', cursor: 'pointer' },
  '.cm-sign-error': { color: 'var(--error)' },
  '.cm-sign-security': { color: 'var(--security)' },
  '.cm-sign-warning': { color: 'var(--warning)' },
  '.cm-sign-suggestion': { color: 'var(--suggestion)' },
};

const matches = {
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--code-match)',
    outline: '1px solid var(--line-control)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--mark-invalid-ground)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--surface-sunken)' },
  '.cm-searchMatch': { backgroundColor: 'var(--code-match)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--focus)' },
};

const control = {
  minHeight: '1.75rem',
  margin: '0',
  color: 'var(--text)',
  backgroundColor: 'var(--surface)',
  backgroundImage: 'none',
  border: '1px solid var(--line-control)',
  borderRadius: 'var(--radius)',
  font: 'inherit',
};

const panels = {
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--surface-sunken)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel': { fontFamily: 'var(--font-text)', fontSize: 'var(--text-sm)', lineHeight: 'var(--line-text)' },
  '.cm-panel.cm-search, .cm-panel.cm-dialog': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-2)',
    padding: 'var(--space-2) 2.75rem var(--space-2) var(--space-3)',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search label, .cm-panel.cm-dialog label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--space-1)',
    minHeight: '1.75rem',
    margin: '0',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search input[type=checkbox]': { width: '1rem', height: '1rem', margin: '0' },
  '.cm-panel .cm-textfield': { ...control, width: '12rem', maxWidth: '100%', padding: '0 var(--space-2)' },
  '.cm-panel .cm-button': { ...control, padding: '0 var(--space-3)', cursor: 'pointer' },
  '.cm-panel .cm-button:hover': { backgroundColor: 'var(--surface-hover)' },
  '.cm-panel .cm-button:active': { backgroundImage: 'none' },
  '.cm-panel.cm-search button[name=close], .cm-panel .cm-dialog-close': {
    position: 'absolute',
    top: 'var(--space-2)',
    right: 'var(--space-2)',
    width: '1.75rem',
    height: '1.75rem',
    padding: '0',
    color: 'var(--text-muted)',
    fontSize: 'var(--text-lg)',
    cursor: 'pointer',
  },
  '.cm-panel :focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
};

const tooltips = {
  '.cm-tooltip': {
    maxWidth: 'min(28rem, 90vw)',
    color: 'var(--text)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-control)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow-large)',
  },
  '.cm-finding-words': {
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'var(--font-text)',
    fontSize: 'var(--text-sm)',
    lineHeight: 'var(--line-text)',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  '.cm-finding-words code': { fontFamily: 'var(--font-code)', fontSize: '0.92em' },
};

export const theme = EditorView.theme({ ...text, ...gutters, ...matches, ...panels, ...tooltips });
