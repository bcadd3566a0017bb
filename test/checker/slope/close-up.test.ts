import { describe, expect, it } from 'vitest';
import { closeUp } from '@/checker/slope/close-up.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { evenly, FLOAT32 } from '@/checker/slope/precision.ts';
import { lineOf } from './kit.ts';

const NOISE = 1e-7;
const long: Slope = { value: 2, errorBar: 1e-4, step: 2 ** -6, variation: 2, shape: 'smooth', noise: NOISE };
/** The slope 2 over a long step, of an f that was noisy there, seen from close by. */
const look = (f: (x: number) => number, analytic: number, options: Parameters<typeof lineOf>[2] = {}) =>
  closeUp(lineOf(f, 1, { precision: { noise: NOISE }, ...options }), long, analytic);
/** Slope 2 over long steps, and 5 within a ten-thousandth. */
const ripple = (x: number) => 2 * x + 3e-4 * Math.sin((x - 1) / 1e-4);

describe('a slope that differs from the analytic value', () => {
  it('stays where f has it over a short step too', () => {
    expect(look((x) => 2 * x, 5)).toBe(long);
  });

  it('is replaced where f has another slope over short steps', () => {
    const { value, errorBar } = look(ripple, 5);
    expect(Math.abs(value - 5)).toBeLessThan(8 * errorBar);
  });

  it('is looked at over the shortest step at which the difference would be eight times the noise', () => {
    for (const difference of [3, 0.3, 0.03]) {
      const line = lineOf((x) => 2 * x, 1, { precision: { noise: NOISE } });
      expect(closeUp(line, long, 2 + difference)).toBe(long);
      const shortest = (8 * NOISE) / difference;
      expect(line.offsets).toHaveLength(2);
      for (const offset of line.offsets) {
        expect(Math.abs(offset)).toBeGreaterThanOrEqual(shortest / Math.SQRT2);
        expect(Math.abs(offset)).toBeLessThanOrEqual(shortest * Math.SQRT2);
      }
    }
  });

  it('stays where noise explains that the short step differs from it', () => {
    const bent = (slope: number) => (x: number) => (Math.abs(x - 1) < 1e-3 ? 2 + slope * (x - 1) : 2 * x);
    // eight standard deviations of a difference over 2^-22 are 2.4
    for (const slope of [0, 1, 3, 4]) expect(look(bent(slope), 5)).toBe(long);
    for (const slope of [-1, 5]) expect(look(bent(slope), 5)).not.toBe(long);
  });

  it('is unknown where its noise may be waves, a part of which f would make between a few float32 numbers', () => {
    const single = (noise: number, smallest: number) => {
      const line = lineOf((x) => 2 * x, 1, { precision: { ...evenly(noise, FLOAT32) } });
      return closeUp({ ...line, smallest }, long, 5).shape;
    };
    // the rounding of 2 is 7e-8; 8 numbers of float32 are 1e-6 apart, over which a slope of 3 more makes 3e-6
    expect(single(2e-5, 8 * FLOAT32.unit)).toBe('smooth');
    expect(single(2e-4, 8 * FLOAT32.unit)).toBe('smooth');
    expect(single(2e-4, 128 * FLOAT32.unit)).toBe('unsettled');
    expect(single(2e-5, 128 * FLOAT32.unit)).toBe('smooth');
  });

  it('is unknown where short steps say something else, and nothing is left to measure with', () => {
    expect(look(ripple, 5, { precision: { noise: NOISE }, budget: 3 }).shape).toBe('unsettled');
    expect(look(ripple, 5, { precision: { noise: NOISE }, budget: 1 })).toBe(long);
  });

  it('stays where the difference is too small to show over any shorter step', () => {
    expect(look(ripple, 2 + 1e-6)).toBe(long);
  });

  it('is not looked at again where f is as exact as doubles are, or has stairs', () => {
    expect(look(ripple, 5, { precision: { noise: 1e-16 } })).toBe(long);
    // two hundred last digits are not exact
    expect(look(ripple, 5, { precision: { noise: 200 * 2 ** -53 } })).not.toBe(long);
    expect(look(ripple, 5, { precision: { noise: NOISE, stairs: 'certain' } })).toBe(long);
  });
});
