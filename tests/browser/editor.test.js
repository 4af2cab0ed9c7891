/** The policy's text: typing, refusing, undoing, marks, and the two editors, of which one takes over from the other. */

import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.js';
import { pageTest } from './visit.js';

const WITH_CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const POLICY = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::{{bucket_name}}/\${aws:username}/*"
        },
        {
            "Effect": "Allow",
            "Action": "iam:PassRole"
            "Resource": "arn:aws:iam::XXXXXXXXXXXX:role/batch"
        }
    ]
}
`;

/** Made up for this test; AWS gave it to nobody. */
const SECRET = 'AKIAQ3EGTSLF5NZUB7XW / kV9pTq2LxY7mZr4WcB8nJs1DfG6hKu3EoI5aQwXe';

async function openPolicy(visit, text = POLICY, { until = 'sealed' } = {}) {
  await visit.open({ until });
  await visit.page.getByRole('textbox', { name: 'Paste a policy' }).fill(text);
  const field = visit.page.getByRole('textbox', { name: 'Policy text' });
  await field.waitFor();
  if (until === 'sealed') await visit.page.locator('.cm-content').waitFor();
  return field;
}

async function openFile(visit, text) {
  await visit.open();
  const chooser = visit.page.waitForEvent('filechooser');
  await visit.page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles({ name: 'policy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await visit.page.locator('.cm-content').waitFor();
  return visit.page.getByRole('textbox', { name: 'Policy text' });
}

/** Keeps CodeMirror's chunk back until the function that it returns is called. */
async function holdBack(visit) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await visit.page.route('**/codemirror-*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function copyTemplate({ page }) {
  await page.getByRole('button', { name: 'Copy as template' }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The text in CodeMirror; all of it, as these policies fit on the screen. */
function shownText({ page }) {
  return page.locator('.cm-line').evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));
}

function waitForText(visit, text) {
  return visit.page.locator('.cm-content', { hasText: text }).waitFor();
}

pageTest('takes what is typed, takes it back and makes it again', WITH_CLIPBOARD, async (visit) => {
  const field = await openPolicy(visit);
  await field.press('Control+End');
  await visit.page.keyboard.type('Größe😀!');
  assert.equal(await shownText(visit), `${POLICY}Größe😀!`);
  await field.press('Control+z');
  assert.equal(await shownText(visit), POLICY);
  await field.press('Control+Shift+Z');
  assert.equal(await copyTemplate(visit), `${POLICY}Größe😀!`);
});

pageTest('keeps line breaks as they were and writes new ones alike', WITH_CLIPBOARD, async (visit) => {
  const field = await openFile(visit, '{\r\n  "é": 1\r\n}\r\n');
  await field.press('Control+Home');
  await field.press('ArrowDown');
  await field.press('End');
  await visit.page.keyboard.type(',\n"b": "😀"');
  assert.equal(await copyTemplate(visit), '{\r\n  "é": 1,\r\n  "b": "😀"\r\n}\r\n');
});

pageTest('takes a refused paste out again', WITH_CLIPBOARD, async (visit) => {
  const field = await openPolicy(visit);
  await field.press('Control+End');
  await visit.page.evaluate((secret) => navigator.clipboard.writeText(secret), SECRET);
  await field.press('Control+v');
  await visit.page.getByRole('alertdialog').waitFor();
  assert.equal(await shownText(visit), POLICY);
});

pageTest('keeps the text of a value and takes an edit inside it out again', async (visit) => {
  const field = await openPolicy(visit, POLICY.replace('"iam:PassRole"', '"iam:PassRole",'));
  await visit.page.getByRole('textbox', { name: 'Account ID' }).fill('2109-8765-4321');
  await waitForText(visit, 'arn:aws:iam::210987654321:role/batch');
  const before = await shownText(visit);
  await field.press('Control+f');
  await visit.page.getByRole('textbox', { name: 'Find' }).fill('9876');
  await visit.page.getByRole('textbox', { name: 'Replace', exact: true }).fill('0000');
  await visit.page.getByRole('button', { name: 'Replace all' }).click();
  assert.match(await visit.page.getByTestId('notice').innerText(), /field/);
  assert.equal(await shownText(visit), before);
});

pageTest('steps over a value in one key', async (visit) => {
  const field = await openPolicy(visit, '["{{bucket_name}}"]');
  await visit.page.getByRole('textbox', { name: 'Bucket name' }).fill('acme-data');
  await waitForText(visit, 'acme-data');
  await field.press('Control+Home');
  for (let step = 0; step < 3; step += 1) await field.press('ArrowRight');
  await visit.page.keyboard.type('-x');
  assert.equal(await shownText(visit), '["acme-data-x"]');
});

pageTest('keeps what is typed while CodeMirror loads, and the place of the reader', async (visit) => {
  const release = await holdBack(visit);
  const field = await openPolicy(visit, POLICY.replace('{', `{${'\n'.repeat(200)}`), { until: 'mounted' });
  assert.equal(await field.evaluate(({ tagName }) => tagName), 'TEXTAREA');
  await field.press('Control+End');
  await visit.page.keyboard.type('first');
  await field.press('Control+z');
  assert.doesNotMatch(await field.inputValue(), /first/);
  await visit.page.keyboard.type('second 😀!');
  await field.press('Shift+ArrowLeft');
  const scrolled = await visit.page.locator('.plain-editor').evaluate(({ scrollTop }) => scrollTop);
  assert.ok(scrolled > 0, 'the text is scrolled to its end');
  release();
  await visit.page.locator('.cm-content').waitFor();
  await visit.reaches('sealed');
  assert.equal(await visit.page.locator('.cm-scroller').evaluate(({ scrollTop }) => scrollTop), scrolled);
  await visit.page.keyboard.type('?');
  assert.match(await shownText(visit), /\nsecond 😀\?$/);
});

pageTest('works without CodeMirror', WITH_CLIPBOARD, async (visit) => {
  await visit.page.route('**/codemirror-*.js', (route) => route.abort());
  const field = await openPolicy(visit, POLICY, { until: 'mounted' });
  await field.press('Control+Home');
  await visit.page.keyboard.type(' ');
  await visit.page.evaluate((secret) => navigator.clipboard.writeText(secret), SECRET);
  await field.press('Control+v');
  await visit.page.getByRole('button', { name: 'Keep what I had' }).click();
  assert.equal(await field.inputValue(), ` ${POLICY}`);
  await visit.page.getByRole('button', { name: 'Fix all errors' }).click();
  assert.match(await field.inputValue(), /"iam:PassRole",\n/);
  await visit.take('consoleErrors');
});

pageTest('does not write into a composition', async (visit) => {
  const release = await holdBack(visit);
  const field = await openPolicy(visit, '{}', { until: 'mounted' });
  await field.press('Control+Home');
  const keyboard = await visit.context.newCDPSession(visit.page);
  await keyboard.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  release();
  await visit.reaches('sealed');
  assert.equal(await visit.page.locator('.cm-content').count(), 0, 'the composition goes on where it began');
  await keyboard.send('Input.insertText', { text: '日本' });
  await visit.page.locator('.cm-content').waitFor();
  await keyboard.send('Input.imeSetComposition', { text: 'ご', selectionStart: 1, selectionEnd: 1 });
  await keyboard.send('Input.imeSetComposition', { text: 'ごま', selectionStart: 2, selectionEnd: 2 });
  await keyboard.send('Input.insertText', { text: '胡麻' });
  await visit.page.keyboard.type('.');
  assert.equal(await shownText(visit), '日本胡麻.{}');
});

pageTest('marks stand-ins, underlines what was found, and tells of it in words', async (visit) => {
  await openPolicy(visit);
  assert.deepEqual(await visit.page.locator('.cm-line .placeholder-open').allInnerTexts(), [
    '{{bucket_name}}', 'XXXXXXXXXXXX',
  ]);
  const comma = visit.page.locator('.cm-line .finding-error');
  assert.equal(await comma.count(), 1);
  assert.equal(await visit.page.locator('.cm-sign-error').count(), 1);
  await comma.hover();
  assert.match(await visit.page.locator('.cm-finding-words').innerText(), /comma/i);
});

pageTest('searches in the text, with a panel that keeps nobody out', async (visit) => {
  const field = await openPolicy(visit);
  await field.press('Control+f');
  await visit.page.keyboard.type('allow');
  await visit.page.locator('.cm-searchMatch').nth(1).waitFor();
  assert.deepEqual(await visit.page.locator('.cm-searchMatch').allInnerTexts(), ['Allow', 'Allow']);
  await assertAccessible(visit);
  await visit.page.keyboard.press('Escape');
  assert.equal(await visit.page.locator('.cm-search').count(), 0);
});

pageTest('folds a statement and keeps it folded while a value is typed', async (visit) => {
  await openPolicy(visit, POLICY.replace('"iam:PassRole"', '"iam:PassRole",'));
  await visit.page.getByTitle('Fold line').filter({ visible: true }).nth(2).click();
  await visit.page.getByRole('textbox', { name: 'Account ID' }).fill('210987654321');
  await waitForText(visit, '210987654321');
  assert.equal(await visit.page.locator('.cm-foldPlaceholder').count(), 1);
  assert.doesNotMatch(await shownText(visit), /s3:GetObject/);
});

pageTest('lets the Tab key leave the text', async (visit) => {
  const field = await openPolicy(visit);
  await field.press('Tab');
  assert.equal(await visit.page.evaluate(() => document.activeElement.closest('.policy-editor')), null);
  assert.equal(await shownText(visit), POLICY);
});

pageTest('prints the whole text, however little of it is on the screen', async (visit) => {
  const long = `${POLICY}${'\n'.repeat(300)}`;
  await openPolicy(visit, long);
  assert.ok((await shownText(visit)).length < long.length, 'CodeMirror has only a part of it in the page');
  await visit.page.evaluate(() => {
    addEventListener('beforeprint', () => {
      window.printed = document.querySelector('.printed-policy').textContent;
    });
  });
  await visit.page.pdf();
  assert.equal(await visit.page.evaluate(() => window.printed), `${long}\n`);
  await visit.page.emulateMedia({ media: 'print' });
  assert.equal(await visit.page.locator('.full-editor').isVisible(), false);
});

pageTest('stays quick with a text above one megabyte, which it shows without colours', async (visit) => {
  const field = await openFile(visit, `[\n${'  "0123456789 é",\n'.repeat(70_000)}  "end"\n]\n`);
  await field.press('Control+Home');
  await visit.page.keyboard.type('x');
  await waitForText(visit, 'x[');
  assert.equal(await visit.page.locator('.cm-line [class^="token-"]').count(), 0);
  await field.press('Control+z');
  await visit.page.locator('.cm-line', { hasText: /^\[$/ }).waitFor();
});
