// @ts-check
import { Worker } from 'node:worker_threads';

/** @typedef {import('./tests.mjs').Job} Job */
/** @typedef {import('./tests.mjs').Answer} Answer */

/** In seconds on the wall: a test whose promise never comes takes no processor time. */
const LONGEST = 120;

/** The thread of tests.mjs, begun anew when it had to be stopped. */
export class TestThread {
  /** @param {[file: string, code: string][]} scripts */
  constructor(scripts) {
    this.scripts = scripts;
    this.worker = this.start();
  }

  start() {
    return new Worker(new URL('tests.mjs', import.meta.url), {
      workerData: this.scripts,
      resourceLimits: { maxOldGenerationSizeMb: 2000 },
    });
  }

  /**
   * @param {Job} job
   * @param {number} limit in seconds of processor time
   * @returns {Promise<Answer>}
   */
  run(job, limit) {
    const { worker } = this;
    return new Promise((done) => {
      const [began, usedBefore] = [Date.now(), process.cpuUsage()];
      const watch = setInterval(() => {
        const { user, system } = process.cpuUsage(usedBefore);
        if ((user + system) / 1e6 > limit || Date.now() - began > 1000 * LONGEST) restart('takes too long');
      }, 500);
      /** @param {string} failure */
      const restart = (failure) => {
        finish({ failure, reached: [], tests: 0, seconds: Number.MAX_VALUE });
        worker.terminate();
        this.worker = this.start();
      };
      /** @param {Answer} answer */
      const finish = (answer) => {
        clearInterval(watch);
        worker.off('message', finish).off('error', fail);
        done(answer);
      };
      /** @param {unknown} error */
      const fail = (error) => restart(String(error));
      worker.once('message', finish).once('error', fail);
      worker.postMessage(job);
    });
  }

  end() {
    return this.worker.terminate();
  }
}
