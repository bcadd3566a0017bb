/** The verdict on two columns of numbers: which of several explanations it rests on. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/checker/compare/judge.ts';
import { findLattice } from '../../../src/checker/compare/lattice.ts';
import { compareGradients } from '../../../src/checker/index.ts';
import { sidesOf } from './kit.ts';

const slopes = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713];

describe('a name', () => {
  it('goes before a check that may be at fault, not before one that is', () => {
    const longer = slopes.map((slope) => 1.04 * slope);
    expect(compareGradients(longer, slopes, { step: 1e-2 })).toMatchObject({
      verdict: 'fail',
      findings: [{ kind: 'constant-factor' }],
    });
    // over a kink between 1 and 3 the numeric slope is 2: twice the analytic one
    const kink = compareGradients([1, 1, 1, 3, 1], [2, 2, 2, 3, 1]);
    expect([kink.verdict, kink.findings[0].kind]).toEqual(['pass', 'kink-at-x']);
  });

  it('that is but a guess is a doubt, and a bug where the numbers prove that something is wrong', () => {
    const odd = slopes.map((slope, i) => (i < 2 ? slope * [1.3, 0.4][i] : slope));
    expect(compareGradients(odd, slopes).findings[0]).toMatchObject({ kind: 'unknown-pattern', role: 'bug' });
    const all = slopes.map((slope, i) => slope * [1.3, 0.4, 2.9, -0.7, 0.6, 1.8][i]);
    const doubt = compareGradients(all, slopes);
    expect([doubt.verdict, doubt.findings[0].role]).toEqual(['inconclusive', 'doubt']);
  });
});

/** Differences over a step of a loss near 2.7 in single precision, with their lattice. */
function coarse(given: readonly number[], step: number): number[] {
  const unit = 2 ** -22;
  const round = (value: number) => unit * Math.round(value / unit);
  return given.map((slope, i) =>
    Number(((round(2.7 + slope * step + 1e-3 * i) - round(2.7 - slope * step + 1e-3 * i)) / (2 * step)).toPrecision(9)),
  );
}

describe('beside a lattice of short floats', () => {
  const given = [...slopes, 0.0513, -0.0487];
  const off = (by: number, step: number) => {
    const numeric = coarse(given, step);
    const { verdict, lattice } = compareGradients(
      given.map((slope, i) => (i < slopes.length ? slope : numeric[i] + by * (i % 2 === 0 ? 1 : -0.95))),
      numeric,
      { digits: 9 },
    );
    return [verdict, lattice?.step];
  };
  const quantum = (step: number) => 2 ** -22 / (2 * step);

  it('an element that is off by a few steps of it is not certainly wrong', () => {
    expect(off(40 * quantum(1e-3), 1e-3)).toEqual(['fail', 1e-3]);
    expect(off(7.5 * quantum(1e-3), 1e-3)).toEqual(['inconclusive', 1e-3]);
  });

  it('nothing is certain over a step of a hundredth, over which slopes bend', () => {
    expect(off(0.02, 1e-3)).toEqual(['fail', 1e-3]);
    expect(off(0.02, 1e-2)).toEqual(['inconclusive', 1e-2]);
  });
});

describe('a lattice', () => {
  const numeric = coarse(slopes, 1e-3);
  const of = (values: readonly number[], half: (i: number) => number = () => 1e-12) =>
    findLattice(
      values,
      values.map((_, i) => half(i)),
      slopes,
      slopes.map(() => 1e-12),
    );

  it('is that of values whose digits show them to be other than 0', () => {
    expect(of(numeric)?.entries).toBe(6);
    expect(of([...numeric, numeric[0], 0, Number.NaN, Number.POSITIVE_INFINITY])?.entries).toBe(6);
    expect(of([...numeric, 0.01], (i) => (i === 6 ? 6e-3 : 1e-12))?.entries).toBe(6);
    expect(of([...numeric, 0.01], (i) => (i === 6 ? 4e-3 : 1e-12))?.entries).toBe(7);
  });

  it('is kept where the division by 2h is rounded to single precision as well, and not beyond that', () => {
    const exact = numeric.map((slope) => quantumOf(slope));
    expect(of(exact.map((slope) => slope * (1 + 0.9 * 2 ** -23)))?.step).toBe(1e-3);
    expect(of(exact.map((slope) => slope * (1 + 1.5 * 2 ** -23)))).toBeUndefined();
  });

  /** The multiple of the lattice that is next to a printed slope. */
  const quantumOf = (slope: number) => (2 ** -22 / 2e-3) * Math.round(slope / (2 ** -22 / 2e-3));
});

describe('two structures', () => {
  it('of other shapes are told apart by group, with both shapes', () => {
    const { verdict, findings } = compareGradients({ w: [[1], [2], [3]], b: [0.5, 0.25] } as never, {
      w: [1, 2, 3, 4],
      b: [0.5, 0.25],
    });
    expect(verdict).toBe('fail');
    expect(findings.map(({ kind, where }) => [kind, where.groups])).toEqual([['wrong-shape', ['w']]]);
    expect(findings[0]).toMatchObject({ role: 'bug', confidence: 'high' });
    expect(findings[0].evidence.message).toContain('(3, 1), the numeric one (4)');
  });
});

describe('what is no number', () => {
  const { NaN: none, POSITIVE_INFINITY: infinite } = Number;

  it('is a bug where the gradient has none and the check has, a doubt where it is infinite', () => {
    const of = (value: number) => judge(sidesOf(slopes.with(1, value), slopes)).findings[0];
    expect(of(none)).toMatchObject({ kind: 'not-finite', role: 'bug', confidence: 'high', evidence: { value: 'NaN' } });
    expect(of(infinite)).toMatchObject({ kind: 'not-finite', role: 'doubt', confidence: 'low' });
  });

  it('is the edge of the domain where the check alone has none, and nothing where neither has', () => {
    const edge = judge(sidesOf(slopes, slopes.with(1, none)));
    expect(edge.findings[0]).toMatchObject({ kind: 'domain-edge', where: { indices: [1] } });
    expect(edge.verdict).toBe('inconclusive');
    expect(judge(sidesOf(slopes.with(1, none), slopes.with(1, none))).findings.map(({ kind }) => kind)).not.toContain(
      'not-finite',
    );
  });

  it('is not asked of what the digits leave wholly open', () => {
    const half = slopes.map((_, i) => (i === 1 ? infinite : 0));
    expect(judge(sidesOf(slopes.with(1, none), slopes, { half })).findings.map(({ kind }) => kind)).not.toContain(
      'not-finite',
    );
  });
});

describe('each pair', () => {
  it('may differ by half a unit of the last digit of both sides', () => {
    const tolerance = (analytic: number, numeric: number, digits?: number) =>
      compareGradients([analytic], [numeric], digits === undefined ? {} : { digits }).elements[0].tolerance;
    expect(tolerance(123.4, 123.4, 3)).toBeCloseTo(1, 12);
    expect(tolerance(0.0999, 0.1, 2)).toBeCloseTo(0.0005 + 0.005, 12);
    expect(tolerance(1, 1)).toBe(2 ** -51);
    expect(tolerance(0, 0, 3)).toBe(0);
  });

  it('has a relative error by the larger one', () => {
    const error = (analytic: number, numeric: number) =>
      compareGradients([analytic], [numeric]).elements[0].relativeError;
    expect([error(1, 4), error(-4, 1), error(0, 0)]).toEqual([0.75, 1.25, 0]);
  });

  it('agrees only where both are numbers', () => {
    const { elements } = compareGradients([1, Number.NaN, 3, 4], [1, Number.NaN, 3, 4]);
    expect(elements.map(({ agrees }) => agrees)).toEqual([true, false, true, true]);
  });
});
