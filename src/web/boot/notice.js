/**
 * Full-page texts for when the app is not there to speak: it could not start, or it stopped.
 *
 * Built with DOM calls only; the page's content security policy forbids markup from strings.
 */

/** Shows why the app could not start, in the place where it would have been. */
export function showFailure({ what, why, remedy }) {
  const root = document.getElementById('app');
  root.replaceChildren(panel(what, [why, remedy], [button('Reload the page', reload)]));
}

/**
 * Replaces the page by a screen from which the reader can copy the text and start again.
 *
 * Everything of the app goes, so that nothing calls into the WebAssembly that has stopped.
 */
export function showTrap(text) {
  silenceLeavePageQuestion();
  const said = ['An error ended the editor. Nothing was sent anywhere.'];
  const controls = [button('Restart the editor', reload)];
  const screen = panel('The editor stopped', said, controls);
  if (text !== '') offerText(screen, controls[0], text);
  document.body.replaceChildren(screen);
  screen.querySelector('h1').focus();
}

function offerText(screen, restart, text) {
  const label = element('label', 'Your policy, as it was last. Copy it before you restart: a restart begins empty.');
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
  screen.querySelector('.boot-controls').before(label);
  restart.before(copy);
  screen.append(status);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function panel(heading, paragraphs, controls) {
  const screen = document.createElement('main');
  screen.className = 'boot-notice';
  screen.setAttribute('role', 'alert');
  const title = element('h1', heading);
  title.tabIndex = -1;
  const row = element('p', '');
  row.className = 'boot-controls';
  row.append(...controls);
  screen.append(title, ...paragraphs.map((words) => element('p', words)), row);
  return screen;
}

function element(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

function button(words, onPress) {
  const made = element('button', words);
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
