import { describe, expect, it } from 'vitest';
import { closeUp } from '@/checker/slope/close-up.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
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
