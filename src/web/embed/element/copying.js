/** Writes to the clipboard: `copied` or `refused`. */

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return byCommand(text) ? 'copied' : 'refused';
  }
}

/** The older way, for a page that came over plain HTTP or a frame without the permission. */
function byCommand(text) {
  const onCopy = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true, capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
