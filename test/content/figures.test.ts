import { describe, expect, it } from 'vitest';
import { pages, proseOf } from './prose.ts';

/**
 * Numbers that look like a result of a computation. They belong into `<Live …/>`, so that they are computed when the
 * page is built and cannot drift.
 */
const RESULTS: readonly RegExp[] = [
  // three significant digits or more, with a decimal point: 3.14, 0.333, 12.5
  /(?<![\w.])(?=[\d.]*[1-9][\d.]*)(?:\d\.\d{2,}|\d{2,}\.\d+|0\.0*[1-9]\d{2,})(?![\w.]*\d)/g,
  /\b\d+(?:\.\d+)?e[-+]?\d+\b/gi,
  /\b\d+(?:\.\d+)? ?%/g,
  /\b\d[\d ,]* evaluations\b/g,
  /\b\d+(?:\.\d+)? × 10/g,
];

/** Figures that are put in or quoted, not computed, each with its reason. */
const INPUTS: Readonly<Record<string, string>> = {
  'content/method/choosing-h.mdx: 1e-5': 'the step that everybody recommends, in the description; an input',
};

const resultsIn = (prose: string): string[] =>
  RESULTS.flatMap((pattern) => [...prose.matchAll(pattern)].map(([found]) => found.trim()));

describe('no figure is typed that the checker can compute', () => {
  it.each(pages.map(({ file, source }) => [file, source] as const))('%s', (file, source) => {
    expect(resultsIn(proseOf(source)).filter((found) => !(`${file}: ${found}` in INPUTS))).toEqual([]);
  });

  it('and no exception stands for a figure that is gone', () => {
    const found = new Set(
      pages.flatMap(({ file, source }) => resultsIn(proseOf(source)).map((each) => `${file}: ${each}`)),
    );
    expect(Object.keys(INPUTS).filter((key) => !found.has(key))).toEqual([]);
  });
});

describe('the guard itself', () => {
  it.each([
    ['The relative error is 3.33e-01.', '3.33e-01'],
    ['It is best at 1e-5, they say.', '1e-5'],
    ['An error of 0.333 remains.', '0.333'],
    ['The loss falls to 12.5 in the end.', '12.5'],
    ['It is wrong in 37 % of the cases.', '37 %'],
    ['It takes 200 evaluations of f.', '200 evaluations'],
    ['About 2.1 × 10 to the minus seven.', '2.1 × 10'],
  ])('catches a planted result: %s', (text, figure) => {
    expect(resultsIn(proseOf(text))).toContain(figure);
  });

  it('lets pass what is computed, a formula, code, a small count and a year', () => {
    const text =
      'The error is <Live value={checks.error} digits={3} />, near $10^{-5}$ and `3.33e-01`, in 2 of 8 elements (1982, section 8.1).';
    expect(resultsIn(proseOf(text))).toEqual([]);
  });
});
