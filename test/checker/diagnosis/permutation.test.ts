import { describe, expect, it } from 'vitest';
import { findings, kinds, type Layout, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];

/** A matrix W (rows x columns) with a right bias b of two elements after it; `move` rearranges the matrix. */
function rearranged(seed: number, shape: number[], move: (values: number[]) => number[], layout?: Layout) {
  const { vector } = random(seed);
  const size = shape.reduce((a, b) => a * b, 1);
  const truth = vector(size + 2);
  const x = vector(size + 2);
  const analytic = Float64Array.from([...move([...truth.slice(0, size)]), ...truth.slice(size)]);
  return { layout: layout ?? { W: shape, b: [2] }, x, truth, analytic, seed };
}

const cut = (values: number[], columns: number): number[][] =>
  Array.from({ length: values.length / columns }, (_, i) => values.slice(i * columns, (i + 1) * columns));

const transposed = (columns: number) => (values: number[]) => {
  const rows = cut(values, columns);
  return rows[0].flatMap((_, j) => rows.map((row) => row[j]));
};

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  it('the transpose of a square matrix', () => {
    expect(names(rearranged(seed, [3, 3], transposed(3)))).toEqual(['transposed high']);
  });

  it('the transpose of an oblong matrix, forced into its shape', () => {
    expect(names(rearranged(seed, [3, 4], transposed(4)))).toEqual(['transposed high']);
  });

  it('a transpose with another factor is no transpose', () => {
    const move = (values: number[]) => transposed(4)(values).map((v) => 1.01 * v);
    expect(kinds(rearranged(seed, [3, 4], move))).toEqual(['unknown-pattern']);
  });

  it('the transpose of 2 x 2 is an exchange of two elements too: not sure', () => {
    expect(names(rearranged(seed, [2, 2], transposed(2)))).toEqual(['transposed medium']);
  });

  it('a vector, or each row of a matrix, reversed: the kernel was not flipped', () => {
    expect(names(rearranged(seed, [7], (v) => v.reverse()))).toEqual(['reversed high']);
    const rows = (values: number[]) => cut(values, 5).flatMap((row) => row.reverse());
    expect(names(rearranged(seed, [2, 5], rows))).toEqual(['reversed high']);
    expect(names(rearranged(seed, [3, 3], (v) => v.reverse()))).toEqual(['reversed high']);
  });

  it('a block of a flattened x reversed, or shifted round its end', () => {
    const reversedBlock = (values: number[]) => [
      ...values.slice(0, 3),
      ...values.slice(3, 8).reverse(),
      ...values.slice(8),
    ];
    expect(names(rearranged(seed, [12], reversedBlock))).toEqual(['reversed high']);
    const shifted = (values: number[]) => [...values.slice(0, 3), ...values.slice(4, 8), values[3], ...values.slice(8)];
    expect(names(rearranged(seed, [12], shifted))).toEqual(['off-by-one high']);
  });

  it('a flattened matrix among other parameters, transposed; less surely where its sides differ', () => {
    const square = (values: number[]) => [
      ...values.slice(0, 2),
      ...transposed(4)(values.slice(2, 18)),
      ...values.slice(18),
    ];
    expect(names(rearranged(seed, [21], square))).toEqual(['transposed high']);
    const oblong = (values: number[]) => [
      ...values.slice(0, 2),
      ...transposed(5)(values.slice(2, 17)),
      ...values.slice(17),
    ];
    expect(names(rearranged(seed, [21], oblong))).toEqual(['transposed medium']);
  });

  it('flattened kernels, each read one place late', () => {
    const late = (values: number[]) =>
      cut(values.slice(0, 6), 3)
        .flatMap(([, b, c]) => [b, c, 7])
        .concat(values.slice(6));
    expect(names(rearranged(seed, [12], late))).toEqual(['off-by-one medium']);
  });

  it('two neighbours exchanged are no transpose', () => {
    const two = (values: number[]) => values.map((_, i) => values[i === 4 ? 5 : i === 5 ? 4 : i]);
    expect(names(rearranged(seed, [12], two))).toEqual(['swapped medium']);
  });

  it('reversed but for one element is not reversed', () => {
    const move = (values: number[]) => values.reverse().map((v, i) => (i === 1 ? 1.1 * v : v));
    expect(kinds(rearranged(seed, [7], move))).toEqual(['unknown-pattern']);
  });

  it('every element holds the slope of the next: off by one', () => {
    const [found] = findings(rearranged(seed, [6], (v) => [...v.slice(1), v[0]]));
    expect(found).toMatchObject({ kind: 'off-by-one', confidence: 'high', evidence: { by: 1 } });
    const zeroAtTheEnd = rearranged(seed, [6], (v) => [...v.slice(1), 0]);
    expect(names(zeroAtTheEnd)).toEqual(['off-by-one high']);
  });

  it('every row holds the slopes of the row before: off by one', () => {
    const move = (values: number[]) => [9, 9, 9, ...values.slice(0, -3)];
    const [found] = findings(rearranged(seed, [5, 3], move));
    expect(found).toMatchObject({ kind: 'off-by-one', confidence: 'high', evidence: { by: -1 } });
  });

  it('off by two is not off by one', () => {
    const move = (values: number[]) => [...values.slice(2), ...values.slice(0, 2)];
    expect(names(rearranged(seed, [7], move))).toEqual(['swapped medium']);
    expect(kinds(rearranged(seed, [7], (values) => [...values.slice(2), 5, 6]))).toEqual(['unknown-pattern']);
  });

  it('two elements exchanged, two rows exchanged', () => {
    const two = (values: number[]) => values.map((_, i) => values[i === 1 ? 4 : i === 4 ? 1 : i]);
    expect(names(rearranged(seed, [6], two))).toEqual(['swapped medium']);
    const rows = (values: number[]) => [...values.slice(3, 6), ...values.slice(0, 3), ...values.slice(6)];
    expect(names(rearranged(seed, [3, 3], rows))).toEqual(['swapped medium']);
  });

  it('two elements that are nearly exchanged are not', () => {
    const move = (values: number[]) => values.map((v, i) => (i === 1 ? values[4] + 1e-6 : i === 4 ? values[1] : v));
    expect(kinds(rearranged(seed, [6], move))).toEqual(['unknown-pattern']);
  });

  it('two groups exchanged are one finding', () => {
    const move = (values: number[]) => [...values.slice(4), ...values.slice(0, 4)];
    const found = findings(rearranged(seed, [8], move, { gamma: [4], beta: [4], b: [2] }));
    expect(found.map(({ kind, confidence }) => `${kind} ${confidence}`)).toEqual(['swapped high']);
    expect(found[0].where.groups).toEqual(['gamma', 'beta']);
  });

  it('one group that holds a copy of another is named, less surely', () => {
    const move = (values: number[]) => [...values.slice(4), ...values.slice(4)];
    const found = findings(rearranged(seed, [8], move, { gamma: [4], beta: [4], b: [2] }));
    expect(found[0]).toMatchObject({ kind: 'swapped', confidence: 'medium', evidence: { from: 'beta', both: false } });
  });
});

it('slopes that a reversal turns into their negatives: the sign is named, and not for certain', () => {
  const truth = Float64Array.of(1.3, 0.4, -0.2, 0.2, -0.4, -1.3);
  const [found] = findings({ layout: { x: [6] }, x: truth.map(Math.cos), truth, analytic: truth.map((t) => -t) });
  expect(found).toMatchObject({ kind: 'sign', confidence: 'medium', evidence: { alternative: 'reversed' } });
});
