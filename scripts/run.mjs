// @ts-check
// Runs one of the project's own tools (the ones npm put beside Node) and waits for it.
import { spawn } from 'node:child_process';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env added to the environment
 * @returns {Promise<number>} the tool's exit code
 */
export const run = (command, args = [], env = {}) =>
  new Promise((resolve, reject) => {
    spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } })
      .once('error', reject)
      .once('exit', (code) => resolve(code ?? 1));
  });
