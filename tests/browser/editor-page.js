/** The editor as a person meets it: its parts by their names, and what one does with them. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';

const PUBLISHED = path.resolve(import.meta.dirname, '../fixtures/published');

/** A policy as its document publishes it, mistakes and all. */
export function published(name) {
  return readFile(path.join(PUBLISHED, name), 'utf8');
}

/** The parts of the page that tests speak of. */
export class EditorPage {
  constructor(visit) {
    this.visit = visit;
    this.page = visit.page;
    this.values = this.page.getByRole('region', { name: 'Values' });
    this.findings = this.page.getByRole('region', { name: 'Findings' });
    this.policy = this.page.getByRole('region', { name: 'Policy', exact: true });
    this.summary = this.page.getByRole('region', { name: /^(What it permits|Who may take on the role)$/ });
    this.text = this.page.getByRole('textbox', { name: 'Policy text' });
    this.verdict = this.page.getByTestId('verdict');
    this.notice = this.page.getByTestId('notice');
    this.seal = this.page.getByTestId('seal');
    this.pasted = this.page.getByRole('region', { name: 'What you pasted' });
    this.fitting = this.page.getByRole('region', { name: 'Made to fit' });
    this.steps = this.page.getByRole('region', { name: 'Where to paste it' });
    this.refusal = this.page.getByRole('alertdialog');
  }

  /** Opens the page and pastes a policy on its start page. */
  static async withPasted(visit, policy) {
    const editor = new EditorPage(visit);
    await visit.open();
    await editor.pasteInto(editor.page.getByRole('textbox', { name: 'Paste a policy' }), policy);
    await editor.policy.waitFor();
    return editor;
  }

  /** Opens the page and chooses a template of the gallery. */
  static async withTemplate(visit, title) {
    const editor = new EditorPage(visit);
    await visit.open();
    await editor.template(title).click();
    await editor.policy.waitFor();
    return editor;
  }

  template(title) {
    return this.page.getByRole('button', { name: title });
  }

  field(label) {
    return this.values.getByLabel(label, { exact: true });
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  finding(code) {
    return this.findings.locator(`[data-code="${code}"]`);
  }

  /** Pastes through the clipboard and the keyboard, as a person does. */
  async pasteInto(target, text) {
    await this.allowClipboard();
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await target.focus();
    await this.page.keyboard.press('Control+V');
  }

  async clipboard() {
    await this.allowClipboard();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async allowClipboard() {
    await this.visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  }

  /** The whole text on display, also what the text editor does not draw: it is selected and copied. */
  async displayedText() {
    await this.text.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+C');
    return this.clipboard();
  }

  /** Presses a button that downloads, and gives what came: its name and its text. */
  async download(button) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), text: await textOf(await download.createReadStream()) };
  }
}
