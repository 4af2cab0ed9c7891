/**
 * The settings of a whole site: one JSON file, named by `data-settings` on the script tag.
 *
 * `{"fields": {NAME: {...}}, "blocks": {"name of an element": {"kind", "pasting", "fields", "accepted"}}}`
 */

import { UnreadableSetting } from './settings.js';

let address;
let loading;

/** Tells where the file is; `undefined` for none. */
export function setSite(url) {
  address = url;
}

/** Resolves to the settings, or to `undefined` where there is no file. */
export function siteSettings() {
  if (!address) return Promise.resolve(undefined);
  loading ??= fetchSettings(address);
  return loading;
}

async function fetchSettings(url) {
  const response = await fetch(url);
  if (!response.ok) throw new UnreadableSetting(`The settings ${url} did not arrive: the server answered ${response.status}.`);
  return response.json().catch((error) => {
    throw new UnreadableSetting(`The settings ${url} are not JSON: ${error.message}`);
  });
}
