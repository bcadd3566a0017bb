// @ts-check
// A reporter of Vitest: names each test that passed only when it was run a second time, so that it gets fixed.

export default class SecondRuns {
  /** @type {string[]} */
  names = [];

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.names) console.log(`needed a second run: ${name}`);
  }
}
