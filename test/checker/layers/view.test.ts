import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '@/checker/layers/matrix.ts';
import { asymmetric } from '@/checker/layers/symmetry.ts';
import { mixtureOf, spansOf, unitCotangent, weigh, withoutFaint } from '@/checker/layers/view.ts';
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
