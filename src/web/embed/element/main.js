/** The entry of the element's script: registers it, and does what the script tag asks for. */

import { IamPolicyEditor } from './element.js';
import { enhance } from './fences.js';
import { setSite } from './site.js';

const TAG = 'iam-policy-editor';

if (customElements.get(TAG)) {
  console.warn(`<${TAG}> is registered already; this second copy of its script does nothing.`);
} else {
  const tag = document.querySelector('script[data-iam-policy-editor], script[src*="iam-policy-editor.js"]');
  const { settings, enhance: selector, load, theme, shareValues } = tag?.dataset ?? {};
  if (settings) setSite(new URL(settings, document.baseURI).href);
  customElements.define(TAG, IamPolicyEditor);
  if (selector) enhance(selector, defined({ load, theme, 'share-values': shareValues }));
}

function defined(attributes) {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
