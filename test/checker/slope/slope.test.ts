import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '@/checker/slope/precision.ts';
import { FIRST_STEP, slopeAlong } from '@/checker/slope/slope.ts';
import { lineOf } from './kit.ts';

const rounded = evenly(2 ** -54);
const slopeOf = (f: (x: number) => number, x: number, precision = rounded, budget = 1000) => {
  const line = lineOf(f, x, { precision, budget });
  return { line, slope: slopeAlong(line, FIRST_STEP * line.scale) };
};

const SMOOTH = {
  'a sine': [Math.sin, Math.cos],
  'an exponential': [Math.exp, Math.exp],
  'a logarithm': [Math.log, (x: number) => 1 / x],
  'a Lorentzian': [(x: number) => 1 / (1 + x * x), (x: number) => (-2 * x) / (1 + x * x) ** 2],
  'fast waves': [(x: number) => Math.sin(100 * x), (x: number) => 100 * Math.cos(100 * x)],
} as const;

describe.each(Object.entries(SMOOTH))('the slope of %s', (_, [f, truth]) => {
  it('lies within its error bar, which is small', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), (x) => {
        // f is rounded, and so is x + h
        const noise = Number.EPSILON * (Math.abs(f(x)) + Math.abs(x * truth(x)));
        const { slope } = slopeOf(f, x, evenly(noise));
        expect(Math.abs(slope.value - truth(x))).toBeLessThan(8 * slope.errorBar);
        expect(slope.errorBar).toBeLessThan(1e-6 * Math.max(slope.variation, 1));
        expect(slope.shape).toBe('smooth');
      }),
      { numRuns: 40 },
    );
  });
});

describe('an easy slope', () => {
  it('takes six evaluations, the last two by a much shorter step, which confirm it', () => {
    const { line, slope } = slopeOf(Math.sin, 1);
    expect(line.offsets).toHaveLength(6);
    const [long, short] = [Math.abs(line.offsets[0]), Math.abs(line.offsets[5])];
    expect(short).toBeLessThanOrEqual(long / 64);
    expect(slope.confirmedTo).toBeLessThan(1e-5);
  });
});

describe('a slope that is not easy', () => {
  it('lies within its error bar at the knot of a spline, where the second derivative jumps', () => {
    const missed: number[][] = [];
    for (let bend = 1; bend <= 40; bend += 3)
      for (let jump = 0.5; jump <= 20; jump *= 1.5) {
        // x = 1 is the knot; the slope there is 1.3
        const f = (x: number) => 1.3 * (x - 1) + (bend / 2) * (x - 1) ** 2 + (jump / 2) * Math.max(0, x - 1) ** 2;
        const { slope } = slopeOf(f, 1);
        if (!(Math.abs(slope.value - 1.3) <= 8 * slope.errorBar)) missed.push([bend, jump]);
        expect(slope.errorBar).toBeLessThan(1e-6);
      }
    expect(missed).toEqual([]);
  });

  it('is 0 and flat where f does not move, with a note of where it does', () => {
    expect(slopeOf(() => 3, 1).slope).toMatchObject({ value: 0, shape: 'flat', variation: 0 });
    expect(slopeOf(() => 3, 1).slope.movesWithin).toBeUndefined();
    expect(slopeOf((x) => Math.max(0, x - 1.9), 1).slope).toMatchObject({ value: 0, shape: 'flat', movesWithin: 1 });
  });

  it('is no flat one where the two sides cancel: at the bottom of a parabola there is variation', () => {
    const { slope } = slopeOf((x) => 1 + (x - 1) ** 2, 1);
    expect(slope.shape).toBe('smooth');
    expect(Math.abs(slope.value)).toBeLessThanOrEqual(8 * slope.errorBar);
    expect(slope.variation).toBeGreaterThan(2 ** -12);
  });

  it('is both slopes at a kink', () => {
    const { slope } = slopeOf((x) => Math.abs(x - 1) + x, 1);
    expect(slope.shape).toBe('kink');
    expect(slope.slopes?.left).toBeCloseTo(0, 6);
    expect(slope.slopes?.right).toBeCloseTo(2, 6);
  });

  it('is that of x itself where a kink lies within the first step', () => {
    const { slope } = slopeOf((x) => Math.sin(x) + 5 * Math.max(0, x - 1.0001), 1);
    expect(Math.abs(slope.value - Math.cos(1))).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-6);
    expect(slope.step).toBeLessThan(1e-4);
  });

  it('is taken inside the domain where its edge is near, and from one side at the edge itself', () => {
    const near = slopeOf((x) => Math.sqrt(x - 0.9999), 1).slope;
    expect(Math.abs(near.value - 50)).toBeLessThan(8 * near.errorBar + 1e-9);
    expect(near.nearby?.kind).toBe('domain-edge');
    const at = slopeOf((x) => (x < 1 ? Number.NaN : Math.exp(x)), 1).slope;
    expect(at.shape).toBe('edge');
    expect(Math.abs(at.value - Math.E)).toBeLessThan(8 * at.errorBar);
  });

  it('takes longer steps where f is noisy, with a bar in keeping', () => {
    // noise of 1e-6 that depends on x in no regular way
    const noise = (x: number) => 1e-6 * Math.sin(1e13 * x * x);
    const { slope } = slopeOf((x) => Math.sin(x) + noise(x), 1, evenly(1e-6));
    expect(slope.step).toBeGreaterThan(2 ** -6);
    expect(Math.abs(slope.value - Math.cos(1))).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-3);
  });

  it('is unknown with fewer evaluations than a stencil takes, and never takes more than there are', () => {
    expect(slopeOf(Math.sin, 1, rounded, 3).slope).toMatchObject({ shape: 'unsettled', starved: true });
    for (let budget = 4; budget < 40; budget++) {
      const { line } = slopeOf((x) => Math.sin(x) + 5 * Math.max(0, x - 1.0001), 1, rounded, budget);
      expect(line.offsets.length).toBeLessThanOrEqual(budget);
    }
  });
});
