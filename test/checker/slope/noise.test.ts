import { describe, expect, it } from 'vitest';
import { misfit } from '@/checker/slope/noise.ts';

const POINTS = [1, 2.25, 2.75, 4.1, 5.3, 5.9];

describe('the residual of a polynomial', () => {
  it.each([0, 1, 2, 3])('of degree %i is rounding for values of such a polynomial', (degree) => {
    const values = POINTS.map((t) => 3 - 2 * t ** degree);
    expect(misfit(POINTS, values, degree)).toBeLessThan(1e-12);
    if (degree > 0) expect(misfit(POINTS, values, degree - 1)).toBeGreaterThan(0.1);
  });

  it('is the standard deviation of the values, for degree 0', () => {
    const values = [3, -1, 4, 1, -5, 9];
    const mean = values.reduce((a, b) => a + b, 0) / 6;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 5;
    expect(misfit(POINTS, values, 0)).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it('does not change when a line is added, for degree 1', () => {
    const values = [3, -1, 4, 1, -5, 9];
    const tilted = values.map((v, i) => v + 7 - 2 * POINTS[i]);
    expect(misfit(POINTS, tilted, 1)).toBeCloseTo(misfit(POINTS, values, 1), 12);
  });
});
