/** Runs other programs. */

import { spawn } from 'node:child_process';
import { ROOT } from './places.js';

/**
 * Runs a command to its end and resolves to its standard output; its other output goes to ours unless it is `quiet`.
 *
 * Rejects with the last words of a command that fails, or cannot be started.
 */
export function outputOf(command, options, { cwd = ROOT, quiet = false } = {}) {
  const child = spawn(command, options, { cwd, stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'] });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (data) => { output += data; });
  child.stderr?.on('data', (data) => { complaint += data; });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('close', (code) => {
      const lastWords = complaint.trim().split('\n').at(-1);
      if (code === 0) resolve(output);
      else reject(new Error(`${command} failed with ${code}${lastWords ? `: ${lastWords}` : ''}`));
    });
  });
}
