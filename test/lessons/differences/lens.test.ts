import { describe, expect, it } from 'vitest';
import { LENS_REACH, lensOf } from '@/lessons/differences/lens.ts';

describe('the close view', () => {
  it('is a staircase where h is near the distance between doubles', () => {
    const { points } = lensOf((x) => x, 1, 1e-16);
    const heights = new Set(points.map(([, y]) => y));
    expect(heights.size).toBeLessThan(2 * LENS_REACH);
  });

  it('passes through the point itself, and through x ± h', () => {
    const { points } = lensOf(Math.sin, 1, 0.1);
    expect(points.find(([t]) => t === 0)![1]).toBe(0);
    expect(points.find(([t]) => t === 1)![1]).toBe(Math.sin(1.1) - Math.sin(1));
  });
});
