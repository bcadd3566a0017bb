import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';
import { oneSided } from '@/checker/slope/one-sided.ts';
import { lineOf } from './kit.ts';

describe('the slope at the edge of a domain', () => {
  it.each([
    ['right', (x: number) => (x < 1 ? Number.NaN : Math.exp(x)), Math.E],
    ['left', (x: number) => (x > 1 ? Number.NaN : Math.sin(x)), Math.cos(1)],
  ] as const)('is taken from the %s, where f is finite', (_side, f, truth) => {
    const line = lineOf(f, 1);
    const slope = oneSided(line, 2 ** -4);
    expect(slope.shape).toBe('edge');
    expect(Math.abs(slope.value - truth)).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-8);
    expect(slope.variation / Math.abs(truth)).toBeCloseTo(1, 1);
    // good enough: no shorter step is tried
    expect(Math.min(...line.offsets.map(Math.abs).filter((t) => t > 0))).toBe(slope.step);
  });

  it('is found in a domain that ends soon on the other side too', () => {
    const slope = oneSided(
      lineOf((x) => (x < 1 || x > 1.125 ? Number.NaN : Math.exp(x)), 1),
      2 ** -4,
    );
    expect(slope.shape).toBe('edge');
    expect(Math.abs(slope.value - Math.E)).toBeLessThan(8 * slope.errorBar);
  });

  it('is that of the step with the smallest bar, and shorter ones are not tried for long', () => {
    // noise from rounding: after the best step each shorter one has a larger bar
    const line = lineOf((x) => (x < 1 ? Number.NaN : 1e6 + Math.exp(x)), 1);
    const slope = oneSided(line, 2 ** -4);
    expect(Math.abs(slope.value - Math.E)).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-4);
    const shortest = Math.min(...line.offsets.map(Math.abs).filter((t) => t > 0));
    expect(shortest).toBeGreaterThanOrEqual(slope.step / 16);
  });

  it('is unknown where f is finite at x alone', () => {
    const slope = oneSided(
      lineOf((x) => (x === 1 ? 0 : Number.NaN), 1),
      2 ** -4,
    );
    expect([slope.shape, slope.errorBar]).toEqual(['outside', Number.POSITIVE_INFINITY]);
  });

  it('keeps to its budget', () => {
    const line = lineOf((x) => (x < 1 ? Number.NaN : Math.exp(x)), 1, { budget: 11 });
    oneSided(line, 2 ** -4);
    expect(line.offsets.length).toBeLessThanOrEqual(11);
  });
});

describe('where f is less smooth at the edge than the formula assumes, the error bar', () => {
  const inside = (f: (x: number) => number) => (x: number) => (x < 0 ? Number.NaN : f(x));

  /** What is said of a slope that is claimed at the edge, beside another element. */
  const atEdge = (f: (x: number) => number) => (claimed: number) =>
    diagnoseGradient(
      ([x, y]) => inside(f)(x) + y ** 2,
      ([, y]) => [claimed, 2 * y],
      [0, 1.3],
    ).verdict;

  it.each([1.1, 1.25, 1.5, 1.75])('of the slope 0 of x^%d reaches 0', (p) => {
    const slope = oneSided(
      lineOf(
        inside((x) => x ** p),
        0,
      ),
      2 ** -10,
    );
    expect(slope.shape).toBe('edge');
    // the limit of h^(p-1) over geometric steps is exact; the formula's own error comes on top
    expect(slope.errorBar).toBeGreaterThan(slope.value);
    expect(slope.errorBar).toBeLessThan(1.5 * slope.value);
  });

  it('does not grow for a smooth f', () => {
    expect(oneSided(lineOf(inside(Math.exp), 0), 2 ** -6).errorBar).toBeLessThan(1e-8);
  });

  it('stays where the slopes grow without a limit: any finite value is wrong', () => {
    const slope = oneSided(lineOf(inside(Math.sqrt), 0), 2 ** -6);
    expect(slope.value).toBeGreaterThan(1e4);
    expect(slope.errorBar).toBeLessThan(slope.value / 8);
  });

  it('is without bound where the slopes show no limit: x log x', () => {
    const slope = oneSided(
      lineOf(
        inside((x) => (x === 0 ? 0 : x * Math.log(x))),
        0,
      ),
      2 ** -6,
    );
    expect(slope.errorBar).toBe(Number.POSITIVE_INFINITY);
  });

  it('covers the limit where the slopes turn round on their way to it', () => {
    // the slope of x^1.15 log x is largest at e^(-1/0.15) = 0.0013
    const slope = oneSided(
      lineOf(
        inside((x) => (x === 0 ? 0 : x ** 1.15 * Math.log(x))),
        0,
      ),
      2 ** -6,
    );
    expect(slope.step).toBeLessThan(1e-6);
    expect(Math.abs(slope.value)).toBeLessThan(8 * slope.errorBar);
  });

  it.each([
    ['x^1.5', (x: number) => x ** 1.5, 0],
    ['sqrt(x)^3', (x: number) => Math.sqrt(x) ** 3, 0],
    ['cos x - x^1.5', (x: number) => Math.cos(x) - x ** 1.5, 0],
    ['x^1.5 log x', (x: number) => (x === 0 ? 0 : x ** 1.5 * Math.log(x)), 0],
    ['x^1.25 + 2 x', (x: number) => x ** 1.25 + 2 * x, 2],
  ] as const)('lets a right gradient of %s be, and wrong ones fail', (_, f, truth) => {
    const verdict = atEdge(f);
    expect(verdict(truth)).not.toBe('fail');
    for (const wrong of truth === 0 ? [1, -1] : [2 * truth, -truth, 0]) expect(verdict(wrong)).toBe('fail');
  });

  it('lets a right gradient be that converges as slowly as with x / log x, and passes none that is 3 % wrong', () => {
    const random = seededRandom(3);
    for (let n = 0; n < 60; n++) {
      const slope = 4 * random() - 2;
      const power = n % 4 ? 1.08 + random() : 1;
      const slow = (x: number) => slope * x + (x === 0 ? 0 : x ** power * (n % 4 ? Math.log(x) : 1 / Math.log(x / 2)));
      const verdict = atEdge(slow);
      expect(verdict(slope), `${power}`).not.toBe('fail');
      expect(verdict(1.03 * slope), `${power}`).not.toBe('pass');
    }
  });
});
