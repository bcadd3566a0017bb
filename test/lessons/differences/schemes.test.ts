import { describe, expect, it } from 'vitest';
import { spacingAt } from '@/lessons/differences/precisions.ts';
import { stepsFrom } from '@/lessons/differences/schemes.ts';

describe('the steps that a figure tries', () => {
  it('are four a decade, up to 1, and hold every power of ten as it is typed', () => {
    const steps = stepsFrom(-15);
    expect(steps).toHaveLength(61);
    expect([steps[0], steps[36], steps[40], steps[60]]).toEqual([1e-15, 1e-6, 1e-5, 1]);
  });
});

describe('the spacing of doubles', () => {
  it('is the distance to the next double away from 0', () => {
    const next = (x: number) => {
      const [bits] = new BigInt64Array(Float64Array.of(x).buffer);
      return new Float64Array(BigInt64Array.of(bits + 1n).buffer)[0];
    };
    for (const x of [1, 1.5, 0.6, 1e-5, 3e7, 1e10, -2.3, 0]) expect(spacingAt(x)).toBe(Math.abs(next(x) - x));
  });
});
