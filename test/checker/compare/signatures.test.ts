/** The signatures of a check that is at fault, one by one: each just within its bounds and just beyond. */
import { describe, expect, it } from 'vitest';
import { checkAtFault } from '../../../src/checker/compare/check-at-fault.ts';
import type { Sides } from '../../../src/checker/compare/sides.ts';
import { all, sidesOf } from './kit.ts';

const found = (
  analytic: readonly number[],
  numeric: readonly number[],
  wrong: readonly number[] = all(analytic),
  about: Parameters<typeof sidesOf>[2] = {},
) => checkAtFault(sidesOf(analytic, numeric, about), wrong);
const kind = (...given: Parameters<typeof found>) => found(...given)?.finding.kind;

const generic = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713, -0.1299, 1.1732];

describe('a kink', () => {
  it('has the slope of the analytic side, and as much beyond the numeric one', () => {
    expect(found([1, 3, 1], [1, 3, 2], [2])).toMatchObject({
      verdict: 'pass',
      finding: { kind: 'kink-at-x', role: 'doubt', confidence: 'medium', evidence: { left: 1, right: 3 } },
    });
    expect(kind([2, 0, 0], [2, 0, 1], [2])).toBe('kink-at-x');
  });

  it('joins two of the slopes of the other elements, of which there are four at most, and one is not 0', () => {
    const beside = (...slopes: number[]) => kind([...slopes, 1], [...slopes, 1.5], [slopes.length]);
    expect(beside(1, 2)).toBe('kink-at-x');
    expect(beside(1, 2, 5, 7)).toBe('kink-at-x');
    expect(beside(1, 2, 5, 7, 9)).toBeUndefined();
    expect(beside(1, 3)).toBeUndefined();
    expect(kind([0, 0, 0], [0, 0, 0.5], [2])).toBeUndefined();
    expect(kind([1], [0.5], [0])).toBeUndefined();
  });

  it('lies midway, up to the digits and a millionth of the jump of the slope', () => {
    const off = (by: number, half = 0) => kind([0, 4, 0], [0, 4, 2 + by], [2], { half });
    expect([off(3e-6), off(5e-6), off(-5e-6), off(0.01, 0.011), off(0.013, 0.011)]).toEqual([
      'kink-at-x',
      undefined,
      undefined,
      'kink-at-x',
      undefined,
    ]);
  });
});

describe('a jump', () => {
  const over = (step: number, jumps: readonly number[], about = {}) =>
    found(
      jumps.map(() => 0),
      jumps.map((j) => j / (2 * step)),
      undefined,
      about,
    );
  const tens = [2, 4, 7, 9].map((j) => 10 ** -j);
  const fives = [2, 4, 9].map((j) => 5 * 10 ** -j);
  const twos = [7, 12, 20].map((k) => 2 ** -k);

  it.each([...tens, ...fives, ...twos])('is seen over a step of %d that is not printed', (step) => {
    const { verdict, finding } = over(step, [19, -17])!;
    expect([verdict, finding.kind, finding.role]).toEqual(['pass', 'jump', 'doubt']);
    expect(Number(finding.evidence.step) / step).toBeCloseTo(1, 12);
    expect(finding.evidence.size).toBeCloseTo(19, 9);
  });

  it('is seen over any step that is printed, and over that one alone', () => {
    expect(over(3e-4, [19, -17])?.finding.kind).not.toBe('jump');
    expect(over(3e-4, [19, -17], { step: 3e-4 })?.finding).toMatchObject({ kind: 'jump', evidence: { step: 3e-4 } });
    expect(over(1e-4, [19, -17], { step: 3e-4 })?.finding.kind).not.toBe('jump');
  });

  it('is of a whole number, up to twenty, of ones', () => {
    expect(over(1e-4, [20, 3], { step: 1e-4 })?.finding.kind).toBe('jump');
    for (const jumps of [
      [21, 3],
      [2.4, 3],
      [0.0005, 3],
    ])
      expect(over(1e-4, jumps, { step: 1e-4 })?.finding.kind, String(jumps)).not.toBe('jump');
    expect(over(1e-4, [3.004, 2], { step: 1e-4 })?.finding.kind).not.toBe('jump');
    // half of 60 is open: 60 · 2h is 0.012
    expect(over(1e-4, [3.004, 2], { step: 1e-4, half: 60 })?.finding.kind).toBe('jump');
  });

  it('is a slope of fifty or more beside one of 0', () => {
    expect(over(1e-2, [1, -1], { step: 1e-2 })?.finding.kind).toBe('jump');
    expect(over(1.1e-2, [1, -1], { step: 1.1e-2 })?.finding.kind).not.toBe('jump');
    expect(kind([0, 1], [5e4, 1e4], undefined, { step: 1e-4 })).not.toBe('jump');
  });
});

describe('a slope of 0 and its rounding', () => {
  it('is less than a millionth on both sides, and a thousandth of the other on one', () => {
    expect(found([0, 9e-7], [9e-7, 0])).toMatchObject({ verdict: 'inconclusive', finding: { kind: 'round-off' } });
    expect(kind([0], [1.1e-6])).toBeUndefined();
    expect(kind([1.1e-6], [0])).toBeUndefined();
    expect(kind([8e-10], [9e-7])).toBe('round-off');
    expect(kind([1e-9], [9e-7])).toBeUndefined();
    expect(kind([0, 1], [9e-7, 2])).toBeUndefined();
  });
});

describe('a numeric side that is dead', () => {
  it('is one number throughout, beside three elements that are wrong', () => {
    expect(found([1, 2, 3], [0, 0, 0])).toMatchObject({
      verdict: 'inconclusive',
      finding: { kind: 'numeric-side-dead', evidence: { value: 0 } },
    });
    expect(kind([1, 2], [0, 0])).toBeUndefined();
    expect(kind([1, 2, 3, 4], [0, 0, 0, 0.5], [0, 1, 2])).toBeUndefined();
  });

  it('may be 0 beside one slope, and is another number only beside three', () => {
    expect(kind([2, 2, 2], [0, 0, 0])).toBe('numeric-side-dead');
    expect(kind([1, 2, 3], [0.3, 0.3, 0.3])).toBe('numeric-side-dead');
    expect(kind([1, 2, 2], [0.3, 0.3, 0.3])).toBeUndefined();
  });
});

describe('a numeric side that drifts', () => {
  const rising = (...rises: readonly number[]) =>
    [0, ...rises].map((_, i) => rises.slice(0, i).reduce((sum, rise) => sum + rise, 1000));

  it('rises by a like amount from each element to the next, in three or more', () => {
    const numeric = rising(100, 120, 80);
    expect(found([1, -2, 3, 1], numeric)).toMatchObject({
      verdict: 'inconclusive',
      finding: { kind: 'numeric-side-drifts', evidence: { rise: 100 } },
    });
    expect(kind([1, -2, 3, 1], rising(100, 130, 70))).toBeUndefined();
    expect(kind([1, -2, 3, 1], rising(-100, -120, -80))).toBe('numeric-side-drifts');
    expect(kind([1, -2], rising(100))).toBeUndefined();
    expect(kind([1, -2, 3, 1], rising(0, 0, 0))).not.toBe('numeric-side-drifts');
  });

  it('is wrong everywhere, and fifty times as large as the other', () => {
    const numeric = rising(100, 100, 100);
    expect(kind([1, -2, 3, 1], numeric, [0, 1, 2])).toBeUndefined();
    expect([kind([25, 1, 2, 3], numeric), kind([27, 1, 2, 3], numeric)]).toEqual(['numeric-side-drifts', undefined]);
  });
});

describe('a long step', () => {
  const bent = (by: number) => generic.map((slope, i) => slope * (1 + by * (-1) ** i));

  it('is a thousandth or more, and bends slopes by a twentieth at most', () => {
    const at = (step: number | undefined, by: number) =>
      found(generic, bent(by), undefined, step === undefined ? {} : { step });
    expect(at(1e-3, 0.049)).toMatchObject({
      verdict: 'inconclusive',
      finding: { kind: 'truncation', evidence: { step: 1e-3 } },
    });
    expect(at(9e-4, 0.049)?.finding.kind).toBeUndefined();
    expect(at(1e-3, 0.051)?.finding.kind).toBeUndefined();
    expect(at(undefined, 0.049)?.finding.kind).toBeUndefined();
  });
});

describe('a floor of noise', () => {
  const slopes = [1, 12, 1.1, 3, 1.2, 3.1, 0.9, 3.2];
  const sign = [1, -1, -1, 1, 1, -1, -1, 1];
  const noisy = (small: number, large: number, count = slopes.length, given: readonly number[] = slopes): Sides => {
    const analytic = given.slice(0, count);
    return sidesOf(
      analytic,
      analytic.map((slope, i) => slope + sign[i] * (i % 2 === 0 ? small : large)),
    );
  };
  const at = (sides: Sides) => checkAtFault(sides, all([...sides.analytic]));

  it('is as high under small elements as under large ones, up to a factor of three', () => {
    const seen = at(noisy(0.05, 0.1));
    expect([seen?.verdict, seen?.finding.kind]).toEqual(['inconclusive', 'noise-floor']);
    expect(seen?.finding.evidence.size).toBeCloseTo(0.075, 12);
    expect(at(noisy(0.05, 0.16))).toBeUndefined();
    expect(at(noisy(0.16, 0.05))).toBeUndefined();
    expect(at(noisy(0.14, 0.05))?.finding.kind).toBe('noise-floor');
  });

  it('is seen under six elements or more, whose sizes differ by a factor of three', () => {
    expect([at(noisy(0.05, 0.1, 6))?.finding.kind, at(noisy(0.05, 0.1, 5))]).toEqual(['noise-floor', undefined]);
    const upTo = (largest: number) => [1, largest, 1, 3, 1, 3.1, 1, 3.2];
    expect([at(noisy(0.05, 0.1, 8, upTo(9.1)))?.finding.kind, at(noisy(0.05, 0.1, 8, upTo(8.9)))]).toEqual([
      'noise-floor',
      undefined,
    ]);
  });

  it('is a fiftieth of the largest element at most', () => {
    expect([at(noisy(0.1, 0.239))?.finding.kind, at(noisy(0.1, 0.241))]).toEqual(['noise-floor', undefined]);
  });
});
