/** The fields of a block: drawn once for a set of stand-ins, then kept up to date without touching what one types in. */

import { ALERT, TICK, icon, make, prose } from './drawing.js';

export class Form {
  #fields = new Map();
  #names = '';
  #on;

  /** `on.type(name, value)` and `on.leave(name)`, which Enter says too. */
  constructor(on) {
    this.#on = on;
    this.root = make('div', { class: 'block-fields', part: 'form' });
  }

  /** Draws the fields of a state; the one that is typed in keeps its content. */
  show(fields, refusals) {
    const names = fields.map(({ name, type, choices }) => `${name} ${type} ${choices.length}`).join('\n');
    if (names !== this.#names) {
      this.#names = names;
      this.#fields = new Map(fields.map((field) => [field.name, new Field(field, this.#on)]));
      this.root.replaceChildren(...Array.from(this.#fields.values(), ({ root }) => root));
    }
    for (const field of fields) this.#fields.get(field.name).show(field, refusals.get(field.name));
  }

  /** Puts the keyboard into a field; whether there is one of this name. */
  focus(name) {
    const field = this.#fields.get(name);
    field?.control.focus();
    return field !== undefined;
  }
}

class Field {
  constructor(field, on) {
    const id = `value-${field.name}`;
    this.control = control(field, id);
    const listen = (event, listener) => this.control.addEventListener(event, listener);
    listen(field.choices.length ? 'change' : 'input', () => on.type(field.name, this.control.value));
    listen('keydown', (event) => {
      const isDone = event.key === 'Enter' && !event.isComposing && (!field.multiline || event.ctrlKey || event.metaKey);
      if (!isDone) return;
      event.preventDefault();
      on.leave(field.name);
    });
    this.mark = make('span', { class: 'block-mark' });
    this.label = make('label', { class: 'field-label', for: id });
    this.uses = make('span', { class: 'field-words' });
    this.words = make('div', { id: `${id}-words`, class: 'value-field-words' });
    this.box = make('div', { class: 'value-field-box' }, this.control, this.mark);
    this.root = make('div', { class: 'field value-field' },
      make('div', { class: 'value-field-head' }, this.label, this.uses), this.box, this.words);
  }

  show(field, refusal) {
    const problem = refusal ?? field.problem;
    this.label.textContent = field.label;
    this.uses.textContent = field.uses === 1 ? '1 use' : `${field.uses} uses`;
    // A value that was refused is kept nowhere, so that the field must not show it either.
    if (this.control.value !== field.value && (refusal || !isFocused(this.control))) this.control.value = field.value;
    this.control.setAttribute('aria-invalid', String(Boolean(problem)));
    const look = problem ? 'value-field-bad' : field.isGood ? 'value-field-good' : '';
    this.box.className = `value-field-box ${look}`;
    this.mark.replaceChildren(...(look ? [icon(problem ? ALERT : TICK)] : []));
    this.words.replaceChildren(...words(field, problem));
  }
}

function isFocused(control) {
  return control.getRootNode().activeElement === control;
}

function control(field, id) {
  const shared = { id, class: 'field-control field-code', 'aria-describedby': `${id}-words` };
  if (field.choices.length) {
    const entries = field.choices.map((choice) => make('option', { value: choice }, choice));
    return make('select', { ...shared, class: 'field-control' }, make('option', { value: '' }, 'Choose one'), ...entries);
  }
  const plain = { ...shared, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
  if (field.multiline) return make('textarea', { ...plain, rows: 3, placeholder: `One a line, e.g.\n${field.example}` });
  return make('input', { ...plain, type: 'text', placeholder: `e.g. ${field.example}` });
}

function words(field, problem) {
  const state = problem
    ? make('p', { class: 'field-problem' }, make('span', {}, ...prose(problem)))
    : field.optional && !field.isGood
      ? make('p', { class: 'field-words' }, 'Leave it empty to keep what stands there.')
      : make('span', { class: 'visually-hidden' }, field.isGood ? 'Filled in. ' : 'Not filled in yet. ');
  const written = field.written.flatMap((spelling) => [' ', make('code', {}, spelling)]);
  return [
    state,
    make('p', { class: 'field-words' }, ...prose(field.help)),
    make('p', { class: 'field-words value-field-written' }, 'Stands for', ...written),
    ...field.remarks.map((remark) => make('p', { class: 'value-field-remark' }, ...prose(remark))),
  ];
}
