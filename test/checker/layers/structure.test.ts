/** Jacobians of known slopes, with a bug in the derivative: the name that the whole matrix gives it. */
import { describe, expect, it } from 'vitest';
import type { Matrix } from '@/checker/layers/matrix.ts';
import { structureOf } from '@/checker/layers/structure.ts';

type Rows = readonly (readonly number[])[];

/** Slopes of outputs along elements, none of which is a simple multiple of another. */
const TRUTH: Rows = [
  [1.3, -0.7, 2.9, 0.4],
  [-2.1, 1.9, 0.6, 3.7],
  [0.8, 2.3, -1.7, 1.1],
  [-0.9, 3.1, 1.4, -2.6],
];
const TOLERANCE = 1e-9;

const matrixOf = (numeric: Rows, analytic: Rows): Matrix => ({
  outputs: [...numeric.keys()],
  columns: numeric[0].length,
  analytic: (row, column) => analytic[row][column],
  numeric: (row, column) => numeric[row][column],
  tolerance: () => TOLERANCE,
  isWrong: (row, column) => Math.abs(analytic[row][column] - numeric[row][column]) > TOLERANCE,
});
const nameOf = (analytic: Rows, numeric: Rows = TRUTH) => {
  const columns = [...numeric[0].keys()];
  const group = { name: 'x', start: 0, size: columns.length, shape: [columns.length], narrow: false };
  return structureOf(matrixOf(numeric, analytic), columns, { groups: [group], sizes: {} });
};
const scaled = (factors: readonly number[], truth: Rows = TRUTH): Rows =>
  truth.map((row, r) => row.map((v) => v * factors[r]));
const diagonal = (values: readonly number[]): Rows => values.map((v, r) => values.map((_, c) => (r === c ? v : 0)));

describe('one factor over the whole Jacobian', () => {
  it('is named as in a gradient', () => {
    expect(nameOf(scaled([2, 2, 2, 2]))).toMatchObject({ kind: 'factor-two', evidence: { factor: 2 } });
    expect(nameOf(scaled([0.37, 0.37, 0.37, 0.37]))).toMatchObject({ kind: 'constant-factor' });
  });
});

describe('rows in another order', () => {
  const ordered = (order: readonly number[]): Rows => order.map((row) => TRUTH[row]);

  it('are a transpose where the matrix is square and rows are columns', () => {
    expect(nameOf(TRUTH.map((_, r) => TRUTH.map((row) => row[r])))).toMatchObject({ kind: 'transposed' });
  });

  it('two of which changed places are swapped, also where they are neighbours', () => {
    for (const order of [
      [1, 0, 2, 3],
      [2, 1, 0, 3],
    ])
      expect(nameOf(ordered(order))).toMatchObject({ kind: 'swapped', evidence: { along: 'outputs' } });
  });

  it('each the next or the one before are off by one', () => {
    expect(nameOf(ordered([1, 2, 3, 0]))).toMatchObject({ kind: 'off-by-one', evidence: { along: 'outputs', by: 1 } });
    expect(nameOf(ordered([3, 0, 1, 2]))).toMatchObject({ kind: 'off-by-one', evidence: { along: 'outputs', by: -1 } });
  });

  it('from the last to the first are reversed', () => {
    expect(nameOf(ordered([3, 2, 1, 0]))).toMatchObject({ kind: 'reversed' });
  });

  it('of another kind, or all shifted by two, are only swapped', () => {
    expect(nameOf(ordered([2, 0, 1, 3]))).toMatchObject({ kind: 'swapped' });
    expect(nameOf(ordered([2, 3, 0, 1]))).toMatchObject({ kind: 'swapped' });
  });

  it('one of which stands in two places have no name', () => {
    expect(nameOf(ordered([0, 0, 0, 3]))).toBeUndefined();
  });
});

describe('a factor for each output', () => {
  it('is the derivative of the last operation of a layer', () => {
    const found = nameOf(scaled([0.37, 1.71, 0.59, 2.63]));
    expect(found).toMatchObject({ kind: 'activation-derivative', evidence: { per: 'output', lines: 4 } });
    expect(found?.evidence.least).toBeCloseTo(0.37, 9);
    expect(found?.evidence.most).toBeCloseTo(2.63, 9);
  });

  it('needs all outputs to be wrong, but for those that depend on nothing', () => {
    expect(nameOf(scaled([0.37, 1.71, 0.59, 1]))).toBeUndefined();
    const still = [...TRUTH.slice(0, 3), [0, 0, 0, 0]];
    expect(nameOf(scaled([0.37, 1.71, 0.59, 1], still), still)).toMatchObject({
      kind: 'activation-derivative',
      evidence: { lines: 3 },
    });
  });

  it('may be of either sign, and small, or large', () => {
    for (const factors of [
      [-2.37, 1.71, 0.59, -0.63],
      [0.0023, 0.0085, 0.0041, 0.0067],
      [237.3, 237.6, 411.7, 670.9],
    ])
      expect(nameOf(scaled(factors))).toMatchObject({ kind: 'activation-derivative', confidence: 'high' });
  });

  it('is the same for two outputs where it differs by less than a ten-thousandth', () => {
    for (const size of [0.0371, 0.371, 37.1]) {
      const two = (by: number) => nameOf(scaled([size, size * (1 + by), 1.3 * size, 1.7 * size]))?.kind;
      expect([two(5e-5), two(2e-4)]).toEqual([undefined, 'activation-derivative']);
    }
  });

  it('that two outputs share, that is a whole number, or 0, is another bug', () => {
    expect(nameOf(scaled([0.37, 1.71, 0.37, 2.63]))).toBeUndefined();
    expect(nameOf(scaled([0.37, 1.71, 3, 2.63]))).toBeUndefined();
    expect(nameOf(scaled([0.37, 1.71, 0, 2.63]))).toBeUndefined();
  });

  it('shows where an output depends on two elements, and not where it depends on one', () => {
    const two = [TRUTH[0], [0, 1.9, 0.6, 0]];
    expect(nameOf(scaled([0.37, 1.71], two), two)).toMatchObject({ kind: 'activation-derivative' });
    const one = [TRUTH[0], [0, 1.9, 0, 0]];
    expect(nameOf(scaled([0.37, 1.71], one), one)).toBeUndefined();
  });

  it('shows only over all elements: in some of them it is the bug of a group', () => {
    const matrix = matrixOf(TRUTH, scaled([0.37, 1.71, 0.59, 2.63]));
    const group = { name: 'w', start: 0, size: 3, shape: [3], narrow: false };
    expect(structureOf(matrix, [0, 1, 2], { groups: [group], sizes: {} })).toBeUndefined();
  });
});

describe('an operation that works element by element', () => {
  const slopes = [1.3, -0.7, 2.9, 0.4];
  const off = (factors: readonly number[]) => nameOf(diagonal(slopes.map((v, i) => v * factors[i])), diagonal(slopes));

  it('has a wrong derivative where three or more of its elements are off by different factors', () => {
    expect(off([0.3, 1.7, 1, 2.6])).toMatchObject({
      kind: 'activation-derivative',
      confidence: 'medium',
      evidence: { per: 'element', lines: 3, least: 0.3, most: 2.6 },
    });
    expect(off([0.3, 1.7, 1, 1])).toBeUndefined();
  });

  it('may be off by factors of either sign, and small ones', () => {
    for (const factors of [
      [-2.3, 1.7, 1, 2.6],
      [0.002, 0.0085, 1, 0.0041],
    ])
      expect(off(factors)).toMatchObject({ kind: 'activation-derivative', evidence: { lines: 3 } });
    expect(off([37, 37.001, 37.002, 1])).toBeUndefined();
  });

  it('has another bug where the factors are one, 0, or infinite', () => {
    expect(off([0.3, 0.3, 0.3, 1])).toBeUndefined();
    expect(off([0.3, 0, 1.7, 2.6])).toBeUndefined();
    const still = [1.3, 0, 2.9, 0.4];
    expect(nameOf(diagonal([0.3, 1, 1.7, 2.6]), diagonal(still))).toBeUndefined();
  });

  it('depends on no other element', () => {
    const mixed = diagonal(slopes).map((row, r) => row.map((v, c) => (r === 0 && c === 2 ? 0.5 : v)));
    const wrong = mixed.map((row, r) => row.map((v, c) => (r === c ? v * [0.3, 1.7, 1, 2.6][r] : v)));
    expect(nameOf(wrong, mixed)).toBeUndefined();
  });
});

describe('one wrong entry', () => {
  const withEntry = (truth: Rows) => truth.map((row, r) => row.map((v, c) => (r === 1 && c === 1 ? v + 0.5 : v)));

  it('is a single element where others would have shown the same error', () => {
    const found = nameOf(withEntry(TRUTH));
    expect(found).toMatchObject({ kind: 'single-element', confidence: 'medium' });
    expect(found?.evidence.difference).toBeCloseTo(0.5, 12);
  });

  it('has no name where hardly another entry is there', () => {
    const sparse = [
      [0, 0, 0],
      [0.6, 1.9, 0],
    ];
    expect(nameOf(withEntry(sparse), sparse)).toBeUndefined();
    const more = [[0.7, 0, 0], sparse[1]];
    expect(nameOf(withEntry(more), more)).toMatchObject({ kind: 'single-element' });
  });

  it('beside another has no name', () => {
    const two = withEntry(TRUTH).map((row, r) => row.map((v, c) => (r === 2 && c === 3 ? v - 0.25 : v)));
    expect(nameOf(two)).toBeUndefined();
  });
});
