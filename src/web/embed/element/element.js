/**
 * The custom element `<iam-policy-editor>`: makes the code block in it one that can be filled in.
 *
 * The block stays where it is, for print, feeds and readers without JavaScript. It is hidden only once the
 * editor stands in the shadow root, and comes back when anything fails.
 */

import styles from 'virtual:element-styles';
import { findCodeBlock, textOf } from './code-block.js';
import { copy } from './copying.js';
import { make } from './drawing.js';
import { isTrap, loadModule, whyNot } from './module.js';
import { UnreadableSetting, settingsOf } from './settings.js';
import { join } from './sharing.js';
import { siteSettings } from './site.js';
import { schemeOf, watchScheme } from './themes.js';
import { View } from './view.js';

const REDRAWN_BY = ['kind', 'mode', 'fields', 'partition', 'pasting', 'share-values'];
const CHANGE_SETTLES_AFTER = 150;

let sheet;

function adoptedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

export class IamPolicyEditor extends HTMLElement {
  static observedAttributes = [...REDRAWN_BY, 'theme', 'height'];

  #state = 'loading';
  #slot = make('slot');
  #frame = make('div', { class: 'ipe' });
  #block;
  #view;
  #shared;
  #refusals = new Map();
  #template;
  #initial = {};
  #stop;
  #announcing;
  #starting = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: false });
    root.adoptedStyleSheets = [adoptedSheet()];
    root.append(this.#slot, this.#frame);
  }

  connectedCallback() {
    if (this.#stop) return;
    const stops = [watchScheme(() => this.#showScheme())];
    this.#stop = () => stops.forEach((stop) => stop());
    this.#showScheme();
    this.#showHeight();
    stops.push(this.#startWhenAsked());
  }

  /** Gives everything back; an element that was only moved starts again from the same template with the same values. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop?.();
      this.#stop = undefined;
      this.#end();
    });
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (name === 'theme') this.#showScheme();
    else if (name === 'height') this.#showHeight();
    else if (this.#block) this.#restart();
  }

  // What a page may ask.

  get mode() {
    return this.getAttribute('mode') ?? 'fill';
  }

  /** `loading`, `ready`, `incomplete`, `error` or `failed`. */
  get status() {
    return this.#state;
  }

  /** The policy with its stand-ins; setting it replaces the text, and keeps what was typed. */
  get template() {
    const code = findCodeBlock(this.replaces ?? this)?.code;
    return this.#template ?? (code ? textOf(code) : '');
  }

  set template(text) {
    this.#template = String(text);
    if (this.#block) this.#restart();
    else if (this.isConnected) this.#start();
  }

  /** The filled policy; stand-ins without a value stand as written. */
  get value() {
    return this.#block?.filled() ?? this.template;
  }

  /** What is typed, by name. */
  get values() {
    if (!this.#block) return { ...this.#initial };
    const typed = this.#read().fields.filter((field) => field.value !== '');
    return Object.fromEntries(typed.map((field) => [field.name, field.value]));
  }

  set values(values) {
    this.setValues(values);
  }

  /** What the checks found: empty until they were asked, see `validate()`. */
  get findings() {
    return [];
  }

  /** Fills fields in; names that the block does not ask for wait. Gives the names whose value was refused. */
  setValues(values) {
    Object.assign(this.#initial, values);
    if (!this.#block) return [];
    const refused = Object.entries(values).filter(([name, value]) => !this.#take(name, String(value)));
    this.#show();
    return refused.map(([name]) => name);
  }

  /** Empties the fields. */
  reset() {
    this.#initial = {};
    this.#block?.forgetValues();
    this.#refusals.clear();
    if (this.#block) this.#show();
  }

  /** Puts the keyboard into a field; whether there is one of this name. */
  focusField(name) {
    return this.#view?.focusField(name) ?? false;
  }

  // How it comes and goes.

  /** The code block that a generator owns and the element stands in for; `undefined` for one that is inside. */
  replaces;

  #startWhenAsked() {
    const load = this.getAttribute('load') ?? 'visible';
    if (load === 'eager') return this.#startAtOnce();
    if (load === 'click') return this.#startByButton();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.#start();
    }, { rootMargin: '400px' });
    observer.observe(this);
    return () => observer.disconnect();
  }

  #startAtOnce() {
    this.#start();
    return () => {};
  }

  #startByButton() {
    const button = make('button', { type: 'button', class: 'button block-start', onclick: () => this.#start(true) }, 'Fill in this policy');
    this.#frame.replaceChildren(button);
    return () => {};
  }

  async #start(byHand) {
    if (this.#starting || this.#block) return;
    this.#starting = true;
    try {
      const [FilledBlock, site] = await Promise.all([loadModule(), siteSettings()]);
      if (this.isConnected) this.#begin(new FilledBlock(), site, byHand);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  #begin(block, site, byHand) {
    this.#block = block;
    this.#reserve();
    this.#setUp(site);
    if (byHand) this.#view.focusField(this.#read().gap) || this.#view.focusCopy();
    this.#tell('iam-ready', { status: this.#state });
    this.#tell('iam-fields', { fields: this.#read().fields.map(({ name, type, label }) => ({ name, type, label })) });
  }

  #restart() {
    siteSettings().then((site) => this.#guard(() => this.#block && this.#setUp(site)));
  }

  #setUp(site) {
    const settings = settingsOf(this, this.template, site);
    for (const field of settings.fields) declare(this.#block, field);
    this.#block.setPartition(settings.partition);
    this.#block.open(settings.text);
    this.#view = new View(settings, this.#answers());
    this.#share();
    for (const [name, value] of Object.entries(this.#initial)) this.#take(name, String(value));
    this.#frame.replaceChildren(this.#view.root);
    this.#hideBlock(true);
    this.#view.showSteps(settings.pasting ? [settings.pasting] : [], '');
    this.#show();
  }

  /** The space that the code block took is kept, so that nothing below it moves. */
  #reserve() {
    const block = this.replaces ?? findCodeBlock(this)?.pre;
    const { height } = block?.getBoundingClientRect() ?? { height: 0 };
    this.#frame.style.setProperty('--block-height', `${Math.round(height)}px`);
  }

  #end() {
    this.#initial = this.values;
    this.#shared?.leave();
    this.#shared = undefined;
    clearTimeout(this.#announcing);
    this.#block?.free();
    this.#block = undefined;
    this.#view = undefined;
    this.#frame.replaceChildren();
    this.#hideBlock(false);
    this.#state = 'loading';
  }

  /** A block that a generator owns stands outside and gets nothing but this one property. */
  #hideBlock(hidden) {
    this.#slot.hidden = hidden;
    if (hidden) this.replaces?.style.setProperty('display', 'none', 'important');
    else this.replaces?.style.removeProperty('display');
  }

  #fail(error) {
    this.#end();
    this.#state = 'failed';
    const message = error instanceof UnreadableSetting ? error.message : whyNot(error);
    console.error(`<iam-policy-editor>: ${message}`);
    this.#tell('iam-error', { message });
  }

  /** Runs what calls the module; after a trap the code block is back. */
  #guard(work) {
    try {
      return work();
    } catch (error) {
      this.#fail(error);
      if (!isTrap(error) && !(error instanceof UnreadableSetting)) throw error;
      return undefined;
    }
  }

  // What a reader does.

  #answers() {
    return {
      type: (name, value) => this.#guard(() => this.#type(name, value)),
      leave: (name) => this.#guard(() => this.#goOn(name)),
      choosePartition: (id) => this.#guard(() => {
        this.#block.setPartition(id);
        this.#show();
      }),
      copy: () => this.#guard(() => this.#copyPolicy()),
      copyTemplate: () => this.#copyText(this.template, 'Copied with its stand-ins.', 'template'),
      startOver: () => {
        this.#shared?.forget();
        this.reset();
        this.#announce();
      },
    };
  }

  #type(name, value) {
    const taken = this.#take(name, value);
    if (taken) this.#shared?.tell(name, value);
    this.#view.say('');
    this.#show();
    this.#announce();
  }

  /** Whether the value was taken; a credential is kept nowhere. */
  #take(name, value) {
    const found = this.#block.setValue(name, value);
    if (found) this.#refusals.set(name, `This holds ${found}, so it was kept out. No policy needs one.`);
    else this.#refusals.delete(name);
    return !found;
  }

  #share() {
    this.#shared?.leave();
    const group = this.getAttribute('share-values');
    this.#shared = group === null ? undefined : join(group, (name, value) => {
      if (!this.#block) return;
      this.#take(name, value);
      if (this.#view?.root.isConnected) this.#show();
    });
  }

  /** From one field to the next that is open, and from the last to the button that copies. */
  #goOn(name) {
    const { fields } = this.#read();
    const open = fields.filter((field) => !field.optional && !field.isGood && field.name !== name);
    const place = fields.findIndex((field) => field.name === name);
    const next = open.find((field) => fields.indexOf(field) > place) ?? open[0];
    if (next) this.#view.focusField(next.name);
    else this.#view.focusCopy();
  }

  async #copyPolicy() {
    const { gap, fields } = this.#read();
    if (gap !== null) {
      const { label } = fields.find((field) => field.name === gap) ?? { label: gap };
      this.#view.say(`Not copied yet: fill in \`${label}\` first.`);
      this.#view.focusField(gap);
      return;
    }
    await this.#copyText(this.value, 'Copied.', 'json');
  }

  async #copyText(text, done, format) {
    if (!this.#tell('iam-export', { format, ...(this.#isOpen() && { text }) }, true)) return;
    if ((await copy(text)) === 'copied') this.#view?.say(done);
    else {
      this.#view?.selectPolicy();
      this.#view?.say('The browser did not let the page copy. The policy is selected: press Ctrl+C, or Cmd+C on a Mac.');
    }
  }

  // How it shows.

  #read() {
    return JSON.parse(this.#block.state(new Uint32Array()));
  }

  #show() {
    const state = this.#read();
    this.#state = state.status;
    this.#view.show(state, this.#refusals);
  }

  #showScheme() {
    const theme = this.getAttribute('theme') ?? 'auto';
    const isFixed = theme === 'light' || theme === 'dark';
    this.#frame.dataset.scheme = isFixed ? theme : schemeOf(this);
  }

  #showHeight() {
    const height = this.getAttribute('height');
    if (height) this.#frame.style.setProperty('--block-wanted-height', height);
    else this.#frame.style.removeProperty('--block-wanted-height');
  }

  // What it tells the page.

  #isOpen() {
    return this.getAttribute('detail-level') === 'full';
  }

  #announce() {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      if (!this.#block) return;
      const { fields } = this.#read();
      const filled = fields.filter((field) => field.isGood).length;
      const counts = { status: this.#state, filled, fields: fields.length };
      this.#tell('iam-change', this.#isOpen() ? { ...counts, values: this.values, value: this.value } : counts);
    }, CHANGE_SETTLES_AFTER);
  }

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}

function declare(block, field) {
  block.declare(field.name, field.type, field.label, field.help, field.example, field.choices, field.spellings, field.default, field.isText);
}
