import { describe, expect, it } from 'vitest';
import { findings, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const BATCH = 6;

describe.each(SEEDS)('a bias whose gradient came back as a matrix (seed %i)', (seed) => {
  const { vector } = random(seed);
  const rows = vector(BATCH * 4);
  const truth = vector(16);
  for (let c = 0; c < 4; c++) {
    truth[12 + c] = 0;
    for (let r = 0; r < BATCH; r++) truth[12 + c] += rows[r * 4 + c];
  }
  const analytic = truth.map((t, i) => (i < 12 ? t : Number.NaN));
  const base = { layout: { W: [3, 4], b: [4] }, x: vector(16), truth, analytic, seed };
  const came = (values: Float64Array, shape = [BATCH, 4]) => [{ name: 'b', actual: shape, values }];

  it('with right column sums was not summed over the batch', () => {
    const [found, ...others] = findings({ ...base, mismatches: came(rows) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'broadcast-not-summed', confidence: 'high', evidence: { rows: BATCH } });
    expect(found.where.groups).toEqual(['b']);
  });

  it('with right row sums was not summed over the batch either, where that is the last axis', () => {
    const turned = Float64Array.from({ length: 4 * BATCH }, (_, k) => rows[(k % BATCH) * 4 + Math.floor(k / BATCH)]);
    const [found] = findings({ ...base, mismatches: came(turned, [4, BATCH]) });
    expect(found).toMatchObject({ kind: 'broadcast-not-summed', evidence: { rows: BATCH } });
    const flat = findings({ ...base, mismatches: came(turned, [4 * BATCH]) });
    expect(flat).toMatchObject([{ kind: 'broadcast-not-summed' }]);
  });

  it('with wrong column sums is only of the wrong shape', () => {
    expect(findings({ ...base, mismatches: came(rows.map((v, i) => (i === 5 ? v + 0.01 : v))) })).toEqual([]);
  });

  it('of a convolution, whose channels are neither first nor last, was not summed over samples, rows and columns', () => {
    const planes = vector(2 * 4 * 9);
    const summed = truth.slice();
    for (let c = 0; c < 4; c++) {
      summed[12 + c] = 0;
      for (let k = 0; k < 18; k++) summed[12 + c] += planes[(k < 9 ? 0 : 4 * 9) + c * 9 + (k % 9)];
    }
    const convolution = { ...base, truth: summed, analytic: summed.map((t, i) => (i < 12 ? t : Number.NaN)) };
    const [found, ...others] = findings({ ...convolution, mismatches: came(planes, [2, 4, 3, 3]) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'broadcast-not-summed', evidence: { rows: 18 } });
    // the axes in another order hold the same numbers in other places
    expect(findings({ ...convolution, mismatches: came(planes, [2, 3, 4, 3]) })).toEqual([]);
  });

  it('of a size that is no multiple is only of the wrong shape', () => {
    expect(findings({ ...base, mismatches: came(rows.slice(0, 10), [10]) })).toEqual([]);
  });
});

describe.each(SEEDS)('a matrix whose gradient came back with its axes exchanged (seed %i)', (seed) => {
  const { vector } = random(seed);
  const truth = vector(12);
  const turned = Float64Array.from({ length: 12 }, (_, k) => truth[(k % 3) * 4 + Math.floor(k / 3)]);
  const base = { layout: { W: [3, 4] }, x: vector(12), truth, analytic: truth.map(() => Number.NaN), seed };

  it('holds the transpose', () => {
    const [found] = findings({ ...base, mismatches: [{ name: 'W', actual: [4, 3], values: turned }] });
    expect(found).toMatchObject({ kind: 'transposed', confidence: 'high' });
  });

  it('does not hold the transpose where one number differs', () => {
    turned[3] += 0.01;
    expect(findings({ ...base, mismatches: [{ name: 'W', actual: [4, 3], values: turned }] })).toEqual([]);
  });
});
