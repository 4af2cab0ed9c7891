/** The code block that an element stands round: its content without JavaScript, and its template with it. */

/** The block of an element: the first `<pre>` in it, and the first `<code>` in that. */
export function findCodeBlock(element) {
  const pre = element.querySelector('pre');
  const code = pre?.querySelector('code') ?? element.querySelector('code') ?? pre;
  return code ? { pre: pre ?? code, code } : undefined;
}

/**
 * The text of a block as its author wrote it.
 *
 * Highlighters put lines into elements of their own, add line numbers, and leave a line break at the end.
 */
export function textOf(code) {
  const copy = code.cloneNode(true);
  for (const number of copy.querySelectorAll('.ln, .linenos, .lineno, .line-number, .line-numbers, [data-line-number]')) {
    number.remove();
  }
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  return linesOf(copy).replace(/\n$/, '');
}

/** Docusaurus draws each line as a `<div>` or a `<span>` without a line break of its own. */
function linesOf(copy) {
  const lines = Array.from(copy.querySelectorAll(':scope > .token-line, :scope > .line, :scope > .code-line'));
  const isCut = lines.length > 1 && !copy.textContent.includes('\n');
  if (!isCut) return copy.textContent;
  return lines.map((line) => line.textContent).join('\n');
}
