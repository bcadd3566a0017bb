// @ts-check
// A thread that runs bundled test files, with at most one mutant switched on. Each run of a file starts from its first
// line, so that nothing is left of the mutant before; of Vitest only `expect` is used.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import * as vitest from 'vitest';

/**
 * @typedef {object} Job
 * @property {string} file
 * @property {number} mutant -1 for none
 * @property {readonly number[]} only the tests to run, by their places in the file
 */

/**
 * @typedef {object} Answer
 * @property {string} [failure] of the first test that fails, after which none is run
 * @property {number[]} reached the mutants that were reached
 * @property {number} tests how many the file has
 * @property {number} seconds of processor time
 */

const require = createRequire(import.meta.url);
// the same draws for every mutant, and no time for the simplest of the counterexamples
fc.configureGlobal({ seed: 1, endOnFailure: true });

/** @type {Map<string, Function>} */
const scripts = new Map(
  workerData.map((/** @type {[string, string]} */ [file, code]) => [
    file,
    new Function('require', 'isPlanted', 'exports', code),
  ]),
);

/**
 * @param {(name: string, body: (...values: any[]) => unknown) => void} each
 * @returns {(rows: readonly unknown[]) => (name: string, body: (...values: any[]) => unknown) => void}
 */
const forEach = (each) => (rows) => (name, body) => {
  for (const row of rows) each(name, () => body(...(Array.isArray(row) ? row : [row])));
};

/**
 * @param {Job} job
 * @returns {Promise<Answer>}
 */
async function run({ file, mutant, only }) {
  const began = process.cpuUsage();
  /** @type {Set<number>} */
  const reached = new Set();
  /** @type {(() => unknown)[]} */
  const bodies = [];
  const it = (/** @type {string} */ _name, /** @type {unknown[]} */ ...rest) => {
    bodies.push(/** @type {() => unknown} */ (rest.find((each) => typeof each === 'function')));
  };
  const describe = (/** @type {string} */ _name, /** @type {() => unknown} */ body) => {
    body();
  };
  const testing = Object.assign({}, vitest, {
    it: Object.assign(it, { each: forEach(it) }),
    describe: Object.assign(describe, { each: forEach(describe) }),
    // what a file puts away at its end
    afterAll: () => {},
  });
  /** @type {string | undefined} */
  let failure;
  try {
    scripts.get(file)?.(
      (/** @type {string} */ name) => (name === 'vitest' ? testing : require(name)),
      (/** @type {number} */ id) => {
        reached.add(id);
        return id === mutant;
      },
      {},
    );
    for (const i of only) await bodies[i]?.();
  } catch (error) {
    failure = String(error);
  }
  const { user, system } = process.cpuUsage(began);
  return { failure, reached: [...reached], tests: bodies.length, seconds: (user + system) / 1e6 };
}

parentPort?.on('message', async (/** @type {Job} */ job) => parentPort?.postMessage(await run(job)));
