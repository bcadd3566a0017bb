/** y = x / size(x): what is left of the slopes where the division, or its size, is not differentiated. */
import { describe, expect, it } from 'vitest';
import { findings, random } from './kit.ts';
import { dot, sum } from './points.ts';

/** Sizes of x with their slopes. */
const SIZES: Record<string, { size: (x: Float64Array) => number; slope: (x: Float64Array) => Float64Array }> = {
  'its length': {
    size: (x) => Math.sqrt(dot(x, x)),
    slope: (x) => x.map((v) => v / Math.sqrt(dot(x, x))),
  },
  'its sum': { size: sum, slope: (x) => x.map(() => 1) },
  'the sum of its absolute values': { size: (x) => sum(x.map(Math.abs)), slope: (x) => x.map(Math.sign) },
};

describe.each(Object.entries(SIZES))('x divided by %s', (by, { size, slope }) => {
  describe.each([1, 2, 3])('with random slopes (seed %i)', (seed) => {
    const r = random(seed);
    const x = r.vector(7).map((v) => (by === 'its sum' ? Math.abs(v) + 0.2 : v));
    const g = r.vector(7);
    const s = size(x);
    const share = dot(g, x) / s;
    const direction = slope(x);
    const truth = g.map((v, i) => (v - share * direction[i]) / s);
    const base = { layout: { x: [7] }, x, truth, seed };

    it('without the division: the error is in its size and in a share of its slope', () => {
      const [found] = findings({ ...base, analytic: g });
      expect(found).toMatchObject({ kind: 'normalisation', confidence: 'high', evidence: { by } });
      expect(found.evidence.share).toBeCloseTo((by === 'its length' ? 1 / s : 1) * share, 6);
    });

    it('divided, but by a constant: only the share is missing', () => {
      const [found] = findings({ ...base, analytic: g.map((v) => v / s) });
      expect([found.kind, found.evidence.alternative]).toContain('normalisation');
    });

    it('is no name where one element is off by more', () => {
      const [found] = findings({ ...base, analytic: g.map((v, i) => (i === 2 ? v + 0.01 : v)) });
      expect(found.kind).not.toBe('normalisation');
    });
  });
});

describe('rows less their mean, over their deviation', () => {
  const r = random(5);
  const [rows, columns] = [4, 8];
  const x = r.vector(rows * columns);
  const g = r.vector(rows * columns);
  /** The slopes of each row by the layer's own rule; without its mean or its deviation. */
  const backward = (hasMean: boolean, hasDeviation: boolean) =>
    Float64Array.from({ length: rows }, (_, row) => row).reduce(
      (all, row) => {
        const [from, to] = [row * columns, (row + 1) * columns];
        const [slopes, values] = [g.slice(from, to), x.slice(from, to)];
        const centred = values.map((v) => v - sum(values) / columns);
        const deviation = Math.sqrt(dot(centred, centred) / columns);
        const along = dot(slopes, centred) / (columns * deviation ** 2);
        const mean = sum(slopes) / columns;
        all.set(
          slopes.map((v, i) => (v - (hasMean ? mean : 0) - (hasDeviation ? along * centred[i] : 0)) / deviation),
          from,
        );
        return all;
      },
      new Float64Array(rows * columns),
    );
  const base = { layout: { W: [rows, columns] }, x, truth: backward(true, true) };

  it.each([
    [true, 'its deviation'],
    [false, 'its deviation, less its mean'],
  ])('of which the deviation is taken for a constant (the mean differentiated: %s)', (hasMean, by) => {
    const [found] = findings({ ...base, analytic: backward(hasMean, false) });
    expect(found).toMatchObject({ kind: 'normalisation', evidence: { by, per: 'row', lines: rows } });
  });

  it('of which the mean alone is taken for a constant have an offset', () => {
    expect(findings({ ...base, analytic: backward(false, true) })[0].kind).not.toBe('normalisation');
  });
});
