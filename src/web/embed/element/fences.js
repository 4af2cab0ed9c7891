/** Fence mode: upgrades the code blocks of generators that drop HTML, where a selector on the script tag says so. */

const TAG = 'iam-policy-editor';

/**
 * Upgrades what matches now and whatever comes later, since some sites load pages without loading the script again.
 *
 * Nothing of the generator's is changed: the element stands behind the block, which is only hidden.
 */
export function enhance(selector, attributes) {
  const upgrade = () => {
    for (const code of document.querySelectorAll(selector)) upgradeBlock(code, attributes);
  };
  afterHydration(upgrade);
  let waits = false;
  new MutationObserver(() => {
    if (waits) return;
    waits = true;
    afterHydration(() => {
      waits = false;
      upgrade();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** A framework that takes over the page's HTML must find it as it left the server. */
function afterHydration(work) {
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(work);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

const upgraded = new WeakSet();

function upgradeBlock(code, attributes) {
  const block = outermost(code);
  if (upgraded.has(block) || block.closest(TAG)) return;
  upgraded.add(block);
  const element = document.createElement(TAG);
  for (const [name, value] of Object.entries({ ...attributes, ...own(block) })) element.setAttribute(name, value);
  element.replaces = block;
  block.after(element);
}

/** The generator's whole block: `<div class="highlight">` round the `<pre>`, where there is one. */
function outermost(code) {
  const pre = code.closest('pre') ?? code;
  return pre.closest('.highlight, .highlighter-rouge, .codehilite, [class*="codeBlockContainer"]') ?? pre;
}

/** What the author wrote into the fence's attributes: `data-iam-kind="trust"` and the like. */
function own(block) {
  const marked = [block, ...block.querySelectorAll('*')].flatMap((one) => Array.from(one.attributes));
  const settings = marked.filter(({ name }) => name.startsWith('data-iam-'));
  return Object.fromEntries(settings.map(({ name, value }) => [name.slice('data-iam-'.length), value]));
}
