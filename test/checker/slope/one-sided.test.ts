import { describe, expect, it } from 'vitest';
import { oneSided } from '@/checker/slope/one-sided.ts';
import { lineOf } from './kit.ts';

describe('the slope at the edge of a domain', () => {
  it.each([
    ['right', (x: number) => (x < 1 ? Number.NaN : Math.exp(x)), Math.E],
    ['left', (x: number) => (x > 1 ? Number.NaN : Math.sin(x)), Math.cos(1)],
  ] as const)('is taken from the %s, where f is finite', (_side, f, truth) => {
    const slope = oneSided(lineOf(f, 1), 2 ** -4);
    expect(slope.shape).toBe('edge');
    expect(Math.abs(slope.value - truth)).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-8);
    expect(slope.variation / Math.abs(truth)).toBeCloseTo(1, 1);
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
