import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest for their size, by which Vitest sorts where it has not run them before. */
const LONGEST =
  /\/(?:pages-\w+|base-path|playground-typescript|directions|python|python-browsers|sandbox-limits|forgery|package|recipes|cases|fuzz|snippets|program|python-test-file)\.test\.ts$/;

/** Begins with the files that take longest, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
