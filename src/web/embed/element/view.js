/** What stands in an element's shadow root: fields on one side, the filled policy on the other. */

import { COPY, icon, make, prose } from './drawing.js';
import { Form } from './form.js';

export class View {
  #form;
  #code = make('code');
  #notice = make('p', { class: 'block-notice', role: 'status' });
  #progress = make('p', { class: 'block-progress' });
  #findings = make('div', { class: 'block-findings', part: 'findings' });
  #pasting = make('div', { class: 'block-pasting' });
  #partition;
  #startOver;
  #asTemplate;
  #copy;

  /** `on`: type(name, value), leave(name), choosePartition(id), copy(), copyTemplate(), startOver(). */
  constructor(settings, on) {
    this.#form = new Form(on);
    this.policy = make('pre',
      { class: 'block-policy', part: 'result', tabindex: 0, role: 'region', 'aria-label': 'Filled policy' }, this.#code);
    this.#copy = make('button', { type: 'button', class: 'button button-primary', onclick: on.copy }, icon(COPY), 'Copy policy');
    this.#asTemplate = quiet('Copy as template', on.copyTemplate);
    this.#startOver = quiet('Start over', on.startOver);
    this.#partition = settings.asksForPartition ? partitionField(on.choosePartition, settings.partitions) : undefined;
    const toolbar = make('div', { class: 'block-toolbar', part: 'toolbar' },
      this.#copy, this.#asTemplate, this.#startOver, this.#progress, this.#notice);
    this.root = settings.isForm
      ? make('div', { class: 'block block-with-form', part: 'editor' },
        make('div', { class: 'block-side' },
          make('div', { class: 'block-scroll' }, this.#form.root, this.#partition, this.#findings, this.#pasting), toolbar),
        make('div', { class: 'block-main' }, this.policy))
      : make('div', { class: 'block', part: 'editor' }, make('div', { class: 'block-main' }, this.policy, toolbar));
  }

  /** Draws a state, see `state.rs`; `refusals` are the fields whose last value was not taken, with the reason. */
  show(state, refusals) {
    this.#form.show(state.fields, refusals);
    this.#code.replaceChildren(...runs(state.runs));
    const needed = state.fields.filter((field) => !field.optional);
    const done = needed.filter((field) => field.isGood).length;
    this.#progress.textContent = needed.length ? `${done} of ${needed.length} filled in` : '';
    this.#asTemplate.hidden = state.fields.length === 0;
    this.#startOver.hidden = state.fields.every((field) => field.value === '');
  }

  /** Says what has just happened. */
  say(words) {
    this.#notice.replaceChildren(...prose(words));
  }

  /** Shows what the checks found, see `report.js`. */
  showReport(report) {
    const list = report.findings.map(finding);
    this.#findings.replaceChildren(...(list.length ? [make('ul', { role: 'list' }, ...list)] : []),
      ...(report.remark ? [make('p', { class: 'block-remark' }, ...prose(report.remark))] : []));
  }

  /** Shows where to paste the policy: sentences, and the page of the console where they begin. */
  showSteps(steps, console) {
    if (steps.length === 0) return;
    const wasOpen = this.#pasting.querySelector('details')?.open;
    const list = steps.length === 1
      ? make('p', {}, ...prose(steps[0]))
      : make('ol', {}, ...steps.map((step) => make('li', {}, ...prose(step))));
    const link = console && make('a', { href: console, target: '_blank', rel: 'noopener noreferrer' }, 'Open the AWS console');
    this.#pasting.replaceChildren(make('details', { open: wasOpen }, make('summary', {}, 'Where to paste it'), list, link));
  }

  focusField(name) {
    return this.#form.focus(name);
  }

  focusCopy() {
    this.#copy.focus();
  }

  selectPolicy() {
    getSelection().selectAllChildren(this.#code);
  }
}

function quiet(words, onclick) {
  return make('button', { type: 'button', class: 'button button-quiet', hidden: true, onclick }, words);
}

function partitionField(choose, partitions) {
  const select = make('select', { class: 'field-control', onchange: (event) => choose(event.target.value) },
    ...partitions.map((id) => make('option', { value: id }, id)));
  return make('label', { class: 'field' }, make('span', { class: 'field-label' }, 'Partition'), select);
}

/** Classes and words by turns. */
function runs(pairs) {
  const pieces = [];
  for (let at = 0; at < pairs.length; at += 2) {
    pieces.push(pairs[at] ? make('span', { class: pairs[at] }, pairs[at + 1]) : pairs[at + 1]);
  }
  return pieces;
}

const LOOKS = { ERROR: 'error', SECURITY_WARNING: 'security', WARNING: 'warning', SUGGESTION: 'suggestion' };
const NAMES = { ERROR: 'Error', SECURITY_WARNING: 'Security', WARNING: 'Warning', SUGGESTION: 'Suggestion' };

function finding({ findingType, message, advice }) {
  return make('li', { class: `block-finding block-finding-${LOOKS[findingType]}` },
    make('p', {}, make('strong', {}, NAMES[findingType]), ' ', ...prose(message)),
    advice && make('p', { class: 'block-advice' }, ...prose(advice)));
}
