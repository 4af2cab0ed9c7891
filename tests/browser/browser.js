/** Finds the machine's Chromium or Chrome, and starts it for the tests. */

import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A browser that is quiet on the network: what the tests count are the page's requests. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the browser: `CHROMIUM` where it is set, else the first of the usual names on the `PATH`. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(canRun);
}

/** Starts one browser that test files, each a process of its own, connect to. */
export function launchBrowser() {
  return chromium.launchServer({ executablePath: findChromium(), args: FLAGS, headless: true });
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
