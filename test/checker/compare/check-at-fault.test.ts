/** What a right gradient looks like beside a numeric side that cannot be trusted, and what only looks so. */
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compareGradients } from '../../../src/checker/index.ts';

const judged = (analytic: readonly number[], numeric: readonly number[], options: CompareOptions = {}) => {
  const { verdict, findings } = compareGradients([...analytic], [...numeric], { digits: 6, ...options });
  return { verdict, kind: findings[0]?.kind };
};

const generic = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713, -0.1299, 1.1732];

describe('a check at fault', () => {
  it('over a kink: the numeric slope is midway between two that others have', () => {
    expect(judged([1, 0, 0, 1], [1, 0.5, 0, 1])).toEqual({ verdict: 'pass', kind: 'kink-at-x' });
    expect(judged([1, 0, 0, 1], [1, 0.55, 0, 1]).kind).not.toBe('kink-at-x');
    expect(judged([0, 0, 0, 0], [0, 0.5, 0, 0.5]).kind).not.toBe('kink-at-x');
  });

  it('over a jump: 0 beside a whole number of jumps over 2h', () => {
    expect(judged([0, 0, 0], [500000, 0, 1e6])).toEqual({ verdict: 'pass', kind: 'jump' });
    expect(judged([0, 0, 0], [437123, 0, 912367]).kind).not.toBe('jump');
    expect(judged([3, 0, 0], [500000, 0, 1e6]).kind).not.toBe('jump');
  });

  it('that never moves: the numeric side is one number throughout', () => {
    expect(
      judged(
        generic,
        generic.map(() => 0),
      ),
    ).toEqual({ verdict: 'inconclusive', kind: 'numeric-side-dead' });
    expect(
      judged(
        generic,
        generic.map((_, i) => (i === 3 ? 1.9044 : 0)),
      ).kind,
    ).not.toBe('numeric-side-dead');
  });

  it('that keeps a state: the numeric side rises evenly, far beyond the other', () => {
    const rising = generic.map((_, i) => 2000 + 64.3 * i + Math.sin(i));
    expect(judged(generic, rising)).toEqual({ verdict: 'inconclusive', kind: 'numeric-side-drifts' });
    expect(
      judged(
        generic.map((slope) => 1000 * slope),
        rising,
      ).kind,
    ).not.toBe('numeric-side-drifts');
  });

  it('at a slope of 0, of which rounding is all that is left', () => {
    expect(judged([0, 0, 0], [2.7e-9, -1.1e-9, 0])).toMatchObject({ kind: 'round-off' });
    expect(judged([0, 0, 0], [2.7e-3, -1.1e-3, 0]).kind).not.toBe('round-off');
  });

  it('in reduced precision: the differences are of one size', () => {
    const wide = generic.map((slope, i) => slope * 4 ** (i % 4));
    const noise = [0.2, -0.25, 0.22, 0.18, -0.2, 0.25, 0.21, -0.23];
    const noisy = wide.map((slope, i) => slope + noise[i]);
    expect(judged(wide, noisy)).toEqual({ verdict: 'inconclusive', kind: 'noise-floor' });
    expect(
      judged(
        wide,
        wide.map((slope, i) => slope * (1 + noise[i] / 50)),
      ).kind,
    ).not.toBe('noise-floor');
  });

  it('over a long step: the differences are of a few hundredths', () => {
    const bent = generic.map((slope, i) => slope * (1 + 0.02 * Math.cos(i)));
    expect(judged(generic, bent, { step: 1e-2 })).toEqual({ verdict: 'inconclusive', kind: 'truncation' });
    expect(judged(generic, bent, { step: 1e-6 }).kind).not.toBe('truncation');
  });
});

/** Central differences of a loss near `size` whose values have so many bits, as they are printed. */
function coarse(slopes: readonly number[], { bits = 24, size = 2.7, step = 1e-4 } = {}): number[] {
  const unit = 2 ** (Math.floor(Math.log2(size)) + 1 - bits);
  const round = (value: number) => unit * Math.round(value / unit);
  return slopes.map((slope, i) =>
    Number(
      ((round(size + slope * step + 1e-3 * i) - round(size - slope * step + 1e-3 * i)) / (2 * step)).toPrecision(8),
    ),
  );
}

describe('differences in single precision', () => {
  const numeric = coarse(generic);
  const at = (analytic: readonly number[]) => compareGradients([...analytic], numeric, { digits: 8 });

  it('say that a right gradient is right', () => {
    const { verdict, findings, lattice } = at(generic);
    expect(verdict).toBe('pass');
    expect(findings[0]).toMatchObject({ kind: 'float32', confidence: 'high' });
    expect(lattice?.step).toBe(1e-4);
  });

  it('say that a wrong one is wrong where the error is beyond their rounding', () => {
    expect(at(generic.map((slope) => 2 * slope)).verdict).toBe('fail');
    expect(at(generic.map((slope) => -slope)).verdict).toBe('fail');
  });

  it('say nothing of an error as large as their rounding', () => {
    const quantum = at(generic).lattice?.quantum ?? 0;
    expect(at(generic.with(2, numeric[2] + 2 * quantum)).verdict).toBe('inconclusive');
  });
});
