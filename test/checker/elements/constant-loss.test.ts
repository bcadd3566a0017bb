import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '@/checker/index.ts';

const isConstant = (f: (x: number[]) => number, x: number[], slope = 0) =>
  diagnoseGradient(f, (w: number[]) => w.map(() => slope), x).findings.some(({ kind }) => kind === 'constant-loss');

describe('a loss that does not change with x', () => {
  it('is told as one, also where it is rounded otherwise far off', () => {
    expect(isConstant(() => 3, [1.1, -0.7])).toBe(true);
    expect(isConstant((w) => w.reduce((sum, v) => sum + Math.sin(v) ** 2 + Math.cos(v) ** 2, 0), [1.1, -0.7])).toBe(
      true,
    );
  });

  it('keeps its value as far off as x is large, and no further', () => {
    expect(isConstant(([v]) => (Math.abs(v - 1000) > 500 ? 1 : 0), [1000])).toBe(false);
    expect(isConstant(([v]) => (Math.abs(v) > 0.1 ? 1 : 0), [0.001])).toBe(true);
  });

  it('keeps it on both sides of x', () => {
    expect(isConstant(([v]) => (v > 1.6 ? 1 : 0), [1.1])).toBe(false);
    expect(isConstant(([v]) => (v < 0.6 ? 1 : 0), [1.1])).toBe(false);
  });

  it('is told where a slope is claimed of it, which is wrong', () => {
    expect(isConstant(() => 3, [1.1], 0.5)).toBe(true);
  });
});
