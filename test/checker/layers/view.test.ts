import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '@/checker/layers/matrix.ts';
import { memoryOf, openOutputs } from '@/checker/layers/outputs.ts';
import { asymmetric } from '@/checker/layers/symmetry.ts';
import { mixtureOf, type Sight, spansOf, unitCotangent, viewOf, weigh, withoutFaint } from '@/checker/layers/view.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { seededRandom } from '@/checker/random.ts';

const of = (...values: number[]) => Float64Array.of(...values);

describe('a mixture of outputs', () => {
  it('weighs each by the inverse of its span, within a factor of two, with both signs and no two alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 12, maxLength: 30 }),
        fc.nat(),
        (sizes, seed) => {
          const spans = Float64Array.from(sizes, (power) => 2 ** power);
          const mixture = mixtureOf(spans, spans, seededRandom(seed));
          const weights = mixture.map((v, k) => Math.abs(v) * spans[k]);
          expect(weights.every((weight) => weight >= 0.5 && weight <= 2)).toBe(true);
          expect(new Set(weights).size).toBe(weights.length);
          expect(mixture.every((v) => Math.fround(v) === v)).toBe(true);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
    const signs = mixtureOf(new Float64Array(64), new Float64Array(64).fill(1), seededRandom(1)).map(Math.sign);
    expect(new Set(signs)).toEqual(new Set([1, -1]));
  });

  it('leaves out what is not finite, so that it spoils no other', () => {
    const mixture = mixtureOf(of(1, Number.NaN, Number.POSITIVE_INFINITY), of(1, 1, 1), seededRandom(1));
    expect([...mixture].map((v) => v === 0)).toEqual([false, true, true]);
    expect(weigh(mixture)(of(2, Number.NaN, Number.NaN))).toBe(2 * mixture[0]);
  });

  it('keeps a weight that no float32 can hold', () => {
    const [weight] = mixtureOf(of(1), of(1e-60), seededRandom(1));
    expect(weight === 0 || !Number.isFinite(weight)).toBe(false);
    expect(Math.abs(weight) * 1e-60).toBeGreaterThanOrEqual(0.5);
  });

  it('of one output alone is that output', () => {
    expect(weigh(unitCotangent(3, 1))(of(5, 7, 9))).toBe(7);
    expect(weigh(of(0, 2, 0))(of(5, 7, 9))).toBe(14);
    expect(weigh(of(1, 2, -1))(of(5, 7, 9))).toBe(10);
  });
});

describe('the span of an output', () => {
  it('is how far it moves over the one length or half of the other', () => {
    const { spans, still } = spansOf(of(0, 0, 0), of(1, 2, 0.1), of(4, 1, 0.2));
    expect([...spans]).toEqual([2, 2, 0.1]);
    expect(still).toEqual([false, false, false]);
  });

  it('is that of a typical one where it does not move, or by its own rounding alone', () => {
    const { spans, still } = spansOf(of(1, 1, 1, 0), of(1.5, 1.25, 1.125, 1e-17), of(2, 1.5, 1.25, -1e-17));
    expect([...spans]).toEqual([0.5, 0.25, 0.125, 0.25]);
    expect(still).toEqual([false, false, false, true]);
    // one that moves a little, but in a straight line, is no rounding
    expect(spansOf(of(1, 0), of(1.5, 1e-17), of(2, 2e-17)).still).toEqual([false, false]);
  });

  it('is no less than the rounding of a large value', () => {
    const { spans } = spansOf(of(2 ** 30, 0), of(2 ** 30 + 1, 1), of(2 ** 30 + 2, 2));
    expect([...spans]).toEqual([2 ** 10, 1]);
  });

  it('is 1 where nothing is known', () => {
    expect([...spansOf(of(0, Number.NaN)).spans]).toEqual([1, 1]);
  });

  it('that is faint beside the largest is taken for larger, where each output is looked at alone too', () => {
    expect([...withoutFaint(of(1, 2 ** -40, 2 ** -20))]).toEqual([1, 2 ** -26, 2 ** -20]);
  });
});

describe('a view of the outputs', () => {
  const { layout: inputs, values } = layoutOf([0.75, 1.3]);
  const sightOf = (F: (x: readonly number[]) => number[]): Sight => {
    const opened = openOutputs<number[]>(F, [...values], values, 1000, undefined);
    const memory = memoryOf(opened, values);
    return { outputs: opened.outputs, memory, inputs, values, scales: values, seed: 1 };
  };
  const smooth = ([a, b]: readonly number[]) => [Math.sin(a), 100 * Math.exp(b), 0.1];

  it('is the value of one output, or of a mixture, at x', () => {
    const sight = sightOf(smooth);
    const y = smooth([...values]);
    expect(viewOf(sight, unitCotangent(3, 1), undefined)).toMatchObject({ output: 1, value: y[1], noisy: false });
    for (const v of [of(0, 2, 0), of(1, 1, 0)]) {
      const view = viewOf(sight, v, undefined);
      expect([view.output, view.value]).toEqual([undefined, v[0] * y[0] + v[1] * y[1]]);
    }
  });

  it('of outputs that are float32 has their rounding, also where they do not move', () => {
    const rounding = (size: number) => (2 ** -23 * Math.abs(size)) / Math.sqrt(12);
    const single = sightOf((x) => smooth(x).map(Math.fround));
    const y = smooth([...values]);
    const at = (v: Float64Array) => viewOf(single, v, undefined).precision;
    // F has to be seen near x before the outputs count as float32
    at(of(1, 1, 0));
    for (const precision of [at(of(0, 0, 1)), at(of(0, 0, 8))]) expect(precision.quiet).toBe(precision.noise);
    expect(at(of(0, 0, 1)).noise / rounding(y[2])).toBeCloseTo(1, 4);
    expect(at(of(0, 0, 8)).noise / rounding(8 * y[2])).toBeCloseTo(1, 4);
    expect(at(of(4, 0.25, 0)).noise).toBeGreaterThanOrEqual(0.999 * Math.hypot(rounding(4 * y[0]), rounding(y[1] / 4)));
    const double = viewOf(sightOf(smooth), of(0, 0, 1), undefined).precision;
    expect(double.noise).toBeLessThan(1e-16);
  });

  it('is noisy where F returns something else at the very x, and its noise is as large as that', () => {
    let calls = 0;
    const sight = sightOf(([a, b]) => [a * b, calls++ < 1 ? b : b + 1e-3]);
    sight.memory.call(values);
    sight.memory.call(values);
    const [first, second] = [0, 1].map((k) => viewOf(sight, unitCotangent(2, k), undefined));
    expect([first.noisy, second.noisy]).toEqual([false, true]);
    expect(second.precision.noise).toBeCloseTo(1e-3, 9);
    expect(first.precision.noise).toBeLessThan(1e-15);
  });
});

it('entries that differ from their mirror images are told once, the clearest first, and not within their tolerances', () => {
  const rows = [
    [1, 2, 3],
    [2.5, 1, 4],
    [9, 4.01, 1],
  ];
  const at = (row: number, column: number) => rows[row][column];
  const matrix: Matrix = {
    outputs: [0, 1, 2],
    columns: 3,
    analytic: at,
    numeric: () => 0,
    tolerance: () => 0.006,
    isWrong: () => false,
  };
  expect(asymmetric(matrix, 'analytic')).toMatchObject([
    { row: 2, column: 0 },
    { row: 1, column: 0 },
  ]);
  expect(asymmetric(matrix, 'numeric')).toEqual([]);
});
