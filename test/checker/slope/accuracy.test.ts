/** How exact the slope of a function is at a point, and how many evaluations it takes. */
import { describe, expect, it } from 'vitest';
import type { Precision } from '@/checker/slope/precision.ts';
import { FIRST_STEP, slopeAlong } from '@/checker/slope/slope.ts';
import { lineOf } from './kit.ts';

const slopeOf = (f: (x: number) => number, x: number, precision: Partial<Precision> = {}) => {
  const line = lineOf(f, x, { precision: { noise: Math.abs(f(x)) * 2 ** -54, ...precision } });
  const slope = slopeAlong(line, FIRST_STEP * line.scale);
  return { slope, evaluations: line.offsets.length };
};
const waves = (x: number) => Math.sin(1e9 * x);

interface Row {
  readonly f: (x: number) => number;
  readonly x: number;
  readonly truth: number;
  readonly noise?: number;
  /** The longest error bar that is good enough, and the most evaluations. */
  readonly bar: number;
  readonly evaluations: number;
}

const SMOOTH: Record<string, Row> = {
  'an exponential': { f: Math.exp, x: 1, truth: Math.E, bar: 2e-12, evaluations: 6 },
  'a cube': { f: (x) => x ** 3, x: 2, truth: 12, bar: 4e-11, evaluations: 6 },
  'a pole half of x away': { f: (x) => 1 / x, x: 0.5, truth: -4, bar: 1e-10, evaluations: 6 },
  'a line': { f: (x) => 2 * x + 1, x: 1, truth: 2, bar: 4e-13, evaluations: 6 },
  'a very long wave': { f: (x) => 1e3 * Math.sin(1e-3 * x), x: 1, truth: Math.cos(1e-3), bar: 2e-13, evaluations: 6 },
  'a wave much shorter than x': {
    f: (x) => Math.sin(1e4 * x) / 1e4,
    x: 1,
    truth: Math.cos(1e4),
    bar: 3e-9,
    evaluations: 16,
  },
  'a steep flank': {
    f: (x) => Math.tanh(300 * (x - 1)),
    x: 1.001,
    truth: 300 / Math.cosh(0.3) ** 2,
    bar: 3e-9,
    evaluations: 10,
  },
  'the top of a wave': { f: (x) => Math.cos(x - 1), x: 1, truth: 0, bar: 2e-13, evaluations: 8 },
  'noise of 1e-9': {
    f: (x) => Math.exp(x) + 1e-9 * waves(x),
    x: 1,
    truth: Math.E,
    noise: 1e-9,
    bar: 2e-6,
    evaluations: 12,
  },
  'noise of 1e-5': {
    f: (x) => Math.exp(x) + 1e-5 * waves(x),
    x: 1,
    truth: Math.E,
    noise: 1e-5,
    bar: 4e-4,
    evaluations: 16,
  },
  'a kink 1e-4 away': {
    f: (x) => Math.exp(x) + 0.1 * Math.max(0, x - 1.0001),
    x: 1,
    truth: Math.E,
    bar: 1e-10,
    evaluations: 12,
  },
  'a weak kink 1e-5 away': {
    f: (x) => Math.exp(x) + 1e-3 * Math.abs(x - 1.00001),
    x: 1,
    truth: Math.E - 1e-3,
    bar: 4e-6,
    evaluations: 24,
  },
  'a jump 1e-3 away': { f: (x) => Math.exp(x) + (x > 1.001 ? 1 : 0), x: 1, truth: Math.E, bar: 1e-10, evaluations: 12 },
  'the edge of the domain 1e-3 away': {
    f: (x) => Math.sqrt(x - 0.999),
    x: 1,
    truth: 0.5 / Math.sqrt(0.001),
    bar: 1e-11,
    evaluations: 18,
  },
  'a second derivative that jumps': {
    f: (x) => (x - 1) * Math.abs(x - 1) + x,
    x: 1,
    truth: 1,
    bar: 1e-7,
    evaluations: 40,
  },
  'a third derivative without bound': {
    f: (x) => Math.abs(x - 1) ** 2.5 + x,
    x: 1,
    truth: 1,
    bar: 1.2e-9,
    evaluations: 16,
  },
};

describe.each(Object.entries(SMOOTH))('beside %s', (_, { f, x, truth, noise, bar, evaluations }) => {
  const found = slopeOf(f, x, noise === undefined ? {} : { noise });

  it('the slope lies within its error bar, which is short', () => {
    expect(found.slope.shape).toBe('smooth');
    expect(Math.abs(found.slope.value - truth)).toBeLessThanOrEqual(8 * found.slope.errorBar);
    expect(found.slope.errorBar).toBeLessThan(bar);
  });

  it('the slope takes few evaluations', () => {
    expect(found.evaluations).toBeLessThanOrEqual(evaluations);
  });
});

describe('what f does along the way', () => {
  it('is a domain that ends, at the distance at which that was met', () => {
    const { nearby } = slopeOf((x) => Math.sqrt(x - 0.999), 1).slope;
    expect(nearby?.kind).toBe('domain-edge');
    expect(nearby?.distance).toBeGreaterThan(1e-3 / 4);
    expect(nearby?.distance).toBeLessThan(4e-3);
  });

  it('is no variation that only the longest step has seen', () => {
    expect(slopeOf((x) => Math.exp(x) + (x > 1.001 ? 1 : 0), 1).slope.variation).toBeCloseTo(Math.E, 2);
    expect(slopeOf((x) => Math.cos(x - 1), 1).slope.variation).toBeGreaterThan(1e-4);
  });

  it('is to bend at x: both slopes are told', () => {
    const { shape, slopes } = slopeOf((x) => Math.exp(x) + Math.abs(x - 1), 1).slope;
    expect(shape).toBe('kink');
    expect(slopes?.left).toBeCloseTo(Math.E - 1, 5);
    expect(slopes?.right).toBeCloseTo(Math.E + 1, 5);
  });

  it('is to jump at x: there is no slope', () => {
    expect(slopeOf((x) => Math.exp(x) + (x > 1 ? 1 : 0), 1).slope.shape).toBe('jump');
  });

  it('is to stand still: then an error bar is the rounding of f over a step of the size of x', () => {
    const { slope, evaluations } = slopeOf(() => 3, 1);
    expect(slope).toMatchObject({ value: 0, shape: 'flat', step: 1 });
    expect(slope.errorBar).toBeLessThan(4e-16);
    expect(slope.errorBar).toBeGreaterThan(0);
    expect(evaluations).toBeLessThanOrEqual(10);
  });
});
