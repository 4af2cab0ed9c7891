/**
 * What the author of a page says about a block, from the element's attributes and its JSON.
 *
 * The Rust side of the result is `Settings` in `settings.rs`; names and shapes agree by hand.
 */

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'];

/** A setting that cannot be read: what is wrong and what to do, for the console and `iam-error`. */
export class UnreadableSetting extends Error {}

/** @returns {object} the block's settings; throws UnreadableSetting */
export function settingsOf(element, text, site) {
  const own = site?.blocks?.[element.getAttribute('name')] ?? {};
  const partition = element.getAttribute('partition') ?? own.partition ?? 'aws';
  const declared = { ...site?.fields, ...own.fields, ...fieldsOf(element) };
  return {
    text,
    fields: Object.entries(declared).map(([name, field]) => declaredField(name, field)),
    values: Object.entries(element.initialValues ?? {}),
    partition: PARTITIONS.includes(partition) ? partition : 'aws',
    asksForPartition: partition === 'ask',
    partitions: PARTITIONS,
    isForm: element.mode !== 'view',
    kind: element.getAttribute('kind') ?? own.kind ?? 'auto',
    pasting: element.getAttribute('pasting') ?? own.pasting ?? '',
    accepted: own.accepted ?? acceptedOf(element),
  };
}

/** The JSON of the attribute `fields`, of the script that it names, or of the script in the slot `fields`. */
function fieldsOf(element) {
  const attribute = element.getAttribute('fields')?.trim();
  if (attribute?.startsWith('{')) return parsed(attribute, 'The attribute fields');
  const script = attribute
    ? element.getRootNode().getElementById?.(attribute)
    : element.querySelector(':scope > script[type="application/json"][slot="fields"]');
  if (attribute && !script) throw new UnreadableSetting(`There is no element with the id ${attribute}, which the attribute fields names.`);
  return script ? parsed(script.textContent, 'The script with the fields') : {};
}

function acceptedOf(element) {
  const script = element.querySelector(':scope > script[type="application/json"][slot="accepted"]');
  return script ? parsed(script.textContent, 'The script with the accepted findings') : undefined;
}

function parsed(json, what) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UnreadableSetting(`${what} is not JSON: ${error.message}`);
  }
  if (value === null || typeof value !== 'object') throw new UnreadableSetting(`${what} should be a JSON object.`);
  return value;
}

function declaredField(name, field) {
  if (field === false) return { ...EMPTY, name, spellings: [name], isText: true };
  const { type = '', label = '', help = '', example = [], choices = [], spellings = [], default: initial } = field ?? {};
  return {
    ...EMPTY,
    name,
    type: String(type),
    label: String(label),
    help: String(help),
    example: texts(example),
    choices: texts(choices),
    spellings: texts(spellings),
    default: initial === undefined ? undefined : String(initial),
  };
}

const EMPTY = { name: '', type: '', label: '', help: '', example: [], choices: [], spellings: [], default: undefined, isText: false };

function texts(value) {
  return (Array.isArray(value) ? value : [value]).map(String);
}
