import { describe, expect, it } from 'vitest';
import { firstStep, ratioAfter } from '@/checker/elements/slopes.ts';
import { diagnoseGradient } from '@/checker/index.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { evenly } from '@/checker/slope/precision.ts';

const f = (w: number[]) => w.reduce((sum, v) => sum + Math.sin(v), 0);
const gradient = (w: number[]) => w.map(Math.cos);
const point = (n: number) => Array.from({ length: n }, (_, i) => 1 + i / n);

describe('the first step', () => {
  const step = (value: number, noise: number) => firstStep({ value, precision: evenly(noise) });

  it('grows with the fifth root of the relative noise, whatever the unit of f', () => {
    expect(step(3, 32e-6) / step(3, 1e-6)).toBeCloseTo(2, 12);
    expect(step(3000, 1e-3)).toBeCloseTo(step(3, 1e-6), 12);
  });

  it('is never shorter than for an exact f, and is that where f is 0', () => {
    expect(step(1, 0)).toBe(step(1e6, 1e-14));
    expect(step(0, 0)).toBe(step(1, 0));
  });
});

describe('the step of the next element', () => {
  const slope: Slope = { value: 1, errorBar: 0, step: 0.04, variation: 1, shape: 'smooth', noise: 0 };

  it('is the one that was confirmed, as a share of the scale', () => {
    expect(ratioAfter({ ...slope, confirmedTo: 1e-3 }, 0.5, 4, false)).toBe(0.01);
    expect(ratioAfter(slope, 0.5, 4, false)).toBe(0.5);
    expect(ratioAfter({ ...slope, confirmedTo: 1e-3 }, 0.5, 4, true)).toBe(0.5);
  });

  it('is no longer than the distance of a kink that was met', () => {
    const near = { ...slope, nearby: { kind: 'kink-nearby', distance: 0.02 } } as const;
    expect(ratioAfter(near, 0.5, 4, false)).toBe(0.005);
    expect(ratioAfter(near, 0.001, 4, false)).toBe(0.001);
    expect(ratioAfter({ ...near, shape: 'kink' }, 0.5, 4, false)).toBe(0.5);
  });
});

describe('a check of all elements', () => {
  const sharesOf = (n: number) => {
    const shares: number[] = [];
    diagnoseGradient(f, gradient, point(n), { onProgress: (share) => shares.push(share) });
    return shares;
  };

  it('tells after each element how far it has come, and in shares of a hundredth where they are many', () => {
    expect(sharesOf(4)).toEqual([0.25, 0.5, 0.75, 1]);
    const many = sharesOf(200);
    expect(many.length).toBe(100);
    for (const [k, share] of many.entries()) expect(share).toBeCloseTo((k + 1) / 100, 12);
  });

  it('needs hardly a larger budget than it spends, where all elements are easy', () => {
    const x = point(8);
    const { evaluations, verdict } = diagnoseGradient(f, gradient, x);
    expect(verdict).toBe('pass');
    expect(diagnoseGradient(f, gradient, x, { maxEvaluations: evaluations + 2 }).verdict).toBe('pass');
    expect(diagnoseGradient(f, gradient, x, { maxEvaluations: evaluations - 12 }).verdict).toBe('inconclusive');
  });
});
