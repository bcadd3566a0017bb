/** Lines of every kind at x = 1: what is found of their slopes, how well they are known, and what that takes. */
import { describe, expect, it } from 'vitest';
import { type Shape, total } from '@/checker/slope/measured-slope.ts';
import { evenly } from '@/checker/slope/precision.ts';
import { FIRST_STEP, slopeAlong } from '@/checker/slope/slope.ts';
import { stencil } from '@/checker/slope/stencil.ts';
import { lineOf } from './kit.ts';

interface Expected {
  readonly shape?: Shape;
  /** Evaluations; half of them more at most. */
  readonly calls: number;
  /** The error bar, within a factor of two. */
  readonly bar: number;
  /** Mean size of the slopes on the two sides, within a quarter. */
  readonly variation: number;
  readonly nearby?: 'kink-nearby' | 'jump' | 'domain-edge';
}
type Line = readonly [f: (x: number) => number, slope: number, rounded: Expected, noisy?: Expected];

const beyond = (edge: number) => (x: number) => Math.max(0, x - edge);
const LINES: Record<string, Line> = {
  'a sine': [
    Math.sin,
    Math.cos(1),
    { calls: 6, bar: 3.3e-13, variation: 0.54 },
    { calls: 10, bar: 9.7e-5, variation: 0.54 },
  ],
  'an exponential': [
    Math.exp,
    Math.E,
    { calls: 6, bar: 1.3e-12, variation: 2.7 },
    { calls: 10, bar: 9.7e-5, variation: 2.7 },
  ],
  'fast waves': [
    (x) => Math.sin(100 * x),
    100 * Math.cos(100),
    { calls: 10, bar: 2.9e-11, variation: 86 },
    { calls: 10, bar: 4.1e-4, variation: 86 },
  ],
  'a kink': [
    (x) => Math.abs(x - 1) + x,
    1,
    { shape: 'kink', calls: 14, bar: 4.1e-11, variation: 1 },
    { shape: 'kink', calls: 12, bar: 0.037, variation: 1 },
  ],
  'a weak kink': [
    (x) => Math.sin(x) + 1e-3 * Math.abs(x - 1),
    Math.cos(1),
    { shape: 'kink', calls: 35, bar: 4.6e-8, variation: 0.54 },
    { calls: 31, bar: 9e-5, variation: 0.54, nearby: 'kink-nearby' },
  ],
  'a kink beside x': [
    (x) => Math.sin(x) + 5 * beyond(1.0001)(x),
    Math.cos(1),
    { calls: 12, bar: 2.8e-11, variation: 0.54 },
    { calls: 29, bar: 4.6e-3, variation: 2.8, nearby: 'kink-nearby' },
  ],
  'a jump beside x': [
    (x) => Math.sin(x) + (x > 1.00005 ? 1 : 0),
    Math.cos(1),
    { calls: 12, bar: 2.8e-11, variation: 0.54 },
    { calls: 37, bar: 4.6e-3, variation: 4097, nearby: 'jump' },
  ],
  'the edge of a domain beside x': [
    (x) => Math.sqrt(x - 0.9999),
    50,
    { calls: 15, bar: 9.4e-10, variation: 50, nearby: 'domain-edge' },
    { calls: 11, bar: 0.05, variation: 50, nearby: 'domain-edge' },
  ],
  'the edge of a domain': [
    (x) => (x < 1 ? Number.NaN : Math.exp(x)),
    Math.E,
    { shape: 'edge', calls: 14, bar: 2e-11, variation: 2.7 },
    { shape: 'edge', calls: 19, bar: 9.2e-3, variation: 2.7 },
  ],
  'nothing at all': [
    () => 3,
    0,
    { shape: 'flat', calls: 10, bar: 1.9e-16, variation: 0 },
    { shape: 'flat', calls: 10, bar: 1e-7, variation: 0 },
  ],
  'the bottom of a parabola': [
    (x) => 1 + (x - 1) ** 2,
    0,
    { calls: 8, bar: 1.1e-13, variation: 2 ** -10 },
    { calls: 12, bar: 3.8e-7, variation: 0.25 },
  ],
  'the bottom of a fourth power': [
    (x) => 1 + (x - 1) ** 4,
    0,
    { calls: 16, bar: 8.6e-13, variation: 2 ** -6 },
    { calls: 18, bar: 6.1e-6, variation: 2 ** -6 },
  ],
  'a ripple': [
    (x) => Math.sin(x) + 1e-6 * Math.sin(1e5 * x),
    Math.cos(1) + 0.1 * Math.cos(1e5),
    { calls: 51, bar: 9.5e-8, variation: 0.54, nearby: 'kink-nearby' },
  ],
  'a bend of which the second derivative jumps': [
    (x) => x + 5 * beyond(1)(x) ** 2,
    1,
    { calls: 26, bar: 5.7e-8, variation: 1 },
    { calls: 14, bar: 3.9e-4, variation: 1.6 },
  ],
  'a bend of which the third derivative jumps': [
    (x) => x + 5 * beyond(1)(x) ** 3,
    1,
    { calls: 10, bar: 2.3e-9, variation: 1 },
    { calls: 10, bar: 9.7e-5, variation: 1 },
  ],
};

const CASES = Object.entries(LINES).flatMap(([name, [f, slope, rounded, noisy]]) => [
  [name, 'rounded as doubles are', f, slope, 2 ** -53, rounded] as const,
  ...(noisy ? [[name, 'with a noise of 1e-7', f, slope, 1e-7, noisy] as const] : []),
]);

describe('a line that has', () => {
  it.each(CASES)('%s, %s', (_name, _how, f, truth, noise, expected) => {
    const line = lineOf(f, 1, { precision: evenly(noise) });
    const slope = slopeAlong(line, FIRST_STEP);
    expect([slope.shape, slope.nearby?.kind]).toEqual([expected.shape ?? 'smooth', expected.nearby]);
    expect(Math.abs(slope.value - truth)).toBeLessThanOrEqual(8 * slope.errorBar);
    expect(slope.errorBar).toBeGreaterThan(expected.bar / 2);
    expect(slope.errorBar).toBeLessThan(expected.bar * 2);
    expect(slope.variation).toBeGreaterThanOrEqual(0.8 * expected.variation);
    expect(slope.variation).toBeLessThanOrEqual(1.25 * expected.variation);
    expect(line.offsets.length).toBeLessThanOrEqual(1.5 * expected.calls);
  });
});

describe('a line of which an element is small beside its neighbours', () => {
  const SMALL = 2 ** -12;
  const along = (f: (x: number) => number) =>
    slopeAlong({ ...lineOf(f, 1, { precision: evenly(1e-9) }), scale: SMALL, reach: 1 }, FIRST_STEP * SMALL);

  it('takes steps as long as these where f shows nothing but noise', () => {
    const slope = along((x) => x);
    expect(slope.step).toBeGreaterThan(SMALL);
    expect(slope.step).toBeLessThanOrEqual(0.25);
    expect(Math.abs(slope.value - 1)).toBeLessThanOrEqual(8 * slope.errorBar);
  });

  it('takes none longer than its own size where f bends within it', () => {
    const slope = along((x) => Math.sin((x - 1) / SMALL) * SMALL);
    expect(slope.step).toBeLessThanOrEqual(SMALL / 4);
    expect(Math.abs(slope.value - 1)).toBeLessThanOrEqual(8 * slope.errorBar);
  });
});

it('a slope is confirmed to what a short step can show: the noise of f over it', () => {
  for (const noise of [2 ** -53, 2 ** -40, 2 ** -30]) {
    const line = lineOf(Math.sin, 1, { precision: evenly(noise) });
    const { confirmedTo = 0, step } = slopeAlong(line, FIRST_STEP);
    const s = stencil(line, step);
    const short = Math.min(...line.offsets.map(Math.abs).filter((t) => t > 0));
    expect(short).toBeLessThanOrEqual(step / 64);
    expect(confirmedTo / (32 * (noise / (Math.SQRT2 * short) + (s ? total(s) : 0)))).toBeCloseTo(1, 6);
  }
});
