/** Installs what is measured against, each package by its hash, and times what is no JavaScript. */

import { cpSync } from 'node:fs';
import path from 'node:path';
import { outputOf } from './commands.js';
import { DECLARED, OUTPUT, PEERS } from './places.js';

const VENV = path.join(OUTPUT, 'venv');
const PYTHON = path.join(VENV, 'bin/python');

/** Resolves to whether the packages of npm and of PyPI are there: `{ isThere }` or `{ isThere: false, reason }`. */
export async function installPeers() {
  console.log('Installing what is measured against');
  return { npm: await attempt(installFromNpm), python: await attempt(installFromPypi) };
}

/** Milliseconds that parliament takes for the corpus: `{ check }`, or `{ reason }` where it could not be run. */
export async function timeParliament(installed, corpusFile) {
  if (!installed.isThere) return { reason: installed.reason };
  const output = await outputOf(PYTHON, [path.join(DECLARED, 'parliament_times.py'), corpusFile], { quiet: true });
  return JSON.parse(output);
}

async function installFromNpm() {
  cpSync(DECLARED, PEERS, { recursive: true });
  await outputOf('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, quiet: true });
}

async function installFromPypi() {
  await outputOf('python3', ['-m', 'venv', VENV], { quiet: true });
  const requirements = path.join(DECLARED, 'requirements.txt');
  await outputOf(PYTHON, ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', requirements], { quiet: true });
}

async function attempt(install) {
  try {
    await install();
    return { isThere: true };
  } catch (error) {
    return { isThere: false, reason: error.message };
  }
}
