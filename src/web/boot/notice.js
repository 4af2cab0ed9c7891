/**
 * Full-page texts for when the app is not there to speak: it could not start, or it stopped.
 *
 * Built with DOM calls only; the page's content security policy forbids markup from strings.
 */

/** Shows why the app could not start, in the place where it would have been. */
export function showFailure({ what, why, remedy }) {
  const screen = notice(what, why, remedy);
  screen.append(controls(button('Reload the page', reload)));
  document.getElementById('app').replaceChildren(screen);
}

/**
 * Replaces the page by a screen from which the reader can copy the text and start again.
 *
 * Everything of the app goes, so that nothing calls into the WebAssembly that has stopped.
 */
export function showTrap(text) {
  silenceLeavePageQuestion();
  const screen = notice('The editor stopped', 'An error ended the editor. Nothing was sent anywhere.');
  const restart = button('Restart the editor', reload);
  screen.append(...(text === '' ? [controls(restart)] : offerOf(text, restart)));
  document.body.replaceChildren(screen);
  screen.querySelector('h1').focus();
}

/** The text in a field, and the buttons to copy it and to restart. */
function offerOf(text, restart) {
  const label = element('label', 'Your policy as it was last. Copy it first: the editor starts again without it.');
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.rows = 16;
  field.spellcheck = false;
  label.append(field);
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const copy = button('Copy the text', async () => {
    field.select();
    status.textContent = await copied(text)
      ? 'Copied.'
      : 'The browser refused the clipboard. The text is selected: press Ctrl+C or Cmd+C.';
  });
  return [label, controls(copy, restart), status];
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function notice(heading, ...paragraphs) {
  const title = element('h1', heading);
  title.tabIndex = -1;
  const words = document.createElement('div');
  words.setAttribute('role', 'alert');
  words.append(title, ...paragraphs.map((text) => element('p', text)));
  const screen = document.createElement('main');
  screen.className = 'boot-notice';
  screen.append(words);
  return screen;
}

function controls(...buttons) {
  const row = document.createElement('p');
  row.className = 'boot-controls';
  row.append(...buttons);
  return row;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text, onPress) {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}

function reload() {
  location.reload();
}

function silenceLeavePageQuestion() {
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}
