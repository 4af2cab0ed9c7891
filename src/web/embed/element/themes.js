/** Follows the light or dark look of the page round an element. */

const ROOT_MARKS = ['data-theme', 'data-md-color-scheme', 'data-color-mode', 'data-bs-theme', 'class'];
const DARK = /\b(dark|slate|night|black)\b/i;
const LIGHT = /\b(light|default|day|white)\b/i;

/** `light` or `dark`, as the page says it, or else as the reader's system does. */
export function schemeOf(element) {
  for (const marked of [document.documentElement, document.body]) {
    for (const name of ROOT_MARKS) {
      const value = marked?.getAttribute(name) ?? '';
      if (DARK.test(value)) return 'dark';
      if (name !== 'class' && LIGHT.test(value)) return 'light';
      if (name === 'class' && /\blight\b/i.test(value)) return 'light';
    }
  }
  const declared = getComputedStyle(element).colorScheme.split(' ');
  if (declared.includes('dark') !== declared.includes('light')) return declared.includes('dark') ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Calls `onChange` when the page or the system changes its look; returns what stops it. */
export function watchScheme(onChange) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const page = new MutationObserver(onChange);
  const watched = { attributes: true, attributeFilter: [...ROOT_MARKS, 'style'] };
  page.observe(document.documentElement, watched);
  if (document.body) page.observe(document.body, watched);
  system.addEventListener('change', onChange);
  return () => {
    page.disconnect();
    system.removeEventListener('change', onChange);
  };
}
