/** Which names two columns of numbers can bear, and how sure they are. */
import { describe, expect, it } from 'vitest';
import { explainSides, explainWrong, LEVELS, ORDINARY } from '../../../src/checker/compare/levels.ts';
import { soberly } from '../../../src/checker/compare/names.ts';
import type { Sides } from '../../../src/checker/compare/sides.ts';
import type { Finding } from '../../../src/checker/types.ts';
import { all, sidesOf } from './kit.ts';

const slopes = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713];

/** A finding of so many wrong elements, as the diagnosis hands it over. */
const given = (kind: Finding['kind'], evidence: Finding['evidence'] = {}, count = slopes.length): Finding => ({
  kind,
  role: 'bug',
  where: { groups: ['x'], indices: all(slopes).slice(0, count), elements: [], count },
  evidence,
  confidence: 'high',
});
const times = (factor: number, scatter = 0): Sides =>
  sidesOf(
    slopes.map((slope, i) => factor * slope * (1 + scatter * (-1) ** i)),
    slopes,
  );
const setting = { wrong: all(slopes), clear: true, coarse: false };
const sober = (sides: Sides, finding: Finding, about: Partial<typeof setting> = {}) =>
  soberly(sides, [finding], { ...setting, ...about })[0];
const sureness = (...of: Parameters<typeof sober>) => sober(...of).confidence;

describe('a name keeps its confidence', () => {
  it('where the numbers alone prove it', () => {
    expect(sureness(times(2), given('factor-two', { factor: 2 }))).toBe('high');
    expect(sureness(times(2), given('single-element'))).toBe('low');
    expect(sureness(times(2), { ...given('sign', { factor: 2 }), confidence: 'medium' })).toBe('medium');
  });

  it('where no other name fits as well, and nothing else is wrong beside it', () => {
    expect(sureness(times(2), given('factor-two', { factor: 2, alternative: 'missing-mean' }))).toBe('low');
    expect(sureness(times(2), given('factor-two', { factor: 2, beside: 'sign' }))).toBe('low');
  });

  it('on three elements or more; on fewer only of a sum over the batch that is missing', () => {
    expect(sureness(times(2), given('factor-two', { factor: 2 }, 3))).toBe('high');
    expect(sureness(times(2), given('factor-two', { factor: 2 }, 2))).toBe('low');
    expect(sureness(times(2), given('broadcast-not-summed', {}, 2))).toBe('high');
  });

  it('where no more than the error of ordinary differences is allowed for', () => {
    expect(sureness(times(2), given('factor-two', { factor: 2 }), { coarse: true })).toBe('low');
  });

  it('where a gap lies between the wrong elements and the right ones, or all are wrong', () => {
    const finding = given('factor-two', { factor: 2 }, 4);
    const some = { wrong: [0, 1, 2, 3] };
    expect(sureness(times(2), finding, { ...some, clear: true })).toBe('high');
    expect(sureness(times(2), finding, { ...some, clear: false })).toBe('low');
    expect(sureness(times(2), finding, { clear: false })).toBe('high');
  });

  it('where it rests on no order, of gradients that are but a part', () => {
    const part = { ...times(2), partial: true };
    for (const kind of ['transposed', 'off-by-one', 'reversed'] as const) {
      expect(sureness(part, given(kind))).toBe('low');
      expect(sureness(times(2), given(kind))).toBe('high');
    }
    expect(sureness(part, given('sign'))).toBe('high');
  });
});

describe('a factor', () => {
  it('is the one that fits best, up to the error of one-sided differences', () => {
    const named = (factor: number) => sureness(times(factor), given('factor-two', { factor: 2 }));
    expect([named(2), named(2 * (1 + 1.5e-6)), named(2 * (1 - 1.5e-6))]).toEqual(['high', 'high', 'high']);
    expect([named(2 * (1 + 3e-6)), named(2 * (1 - 3e-6)), named(1.98)]).toEqual(['low', 'low', 'low']);
  });

  it('may be further off where its own scatter is as large, but known to half a hundredth', () => {
    const named = (scatter: number) => sureness(times(2, scatter), given('factor-two', { factor: 2 }));
    // four standard errors of six elements, of which the fit explains a part: 4 · 2 · 0.63 scatter / √6, against 5e-3 · 2
    expect([named(1e-3), named(4.5e-3), named(5.2e-3)]).toEqual(['high', 'high', 'low']);
  });

  it('is known no better than the digits leave open', () => {
    const named = (half: number) =>
      sureness({ ...times(2), halves: new Float64Array(6).fill(half) }, given('factor-two', { factor: 2 }));
    // 4 · half / norm of the slopes, 2.62, against 5e-3 · 2
    expect([named(6.3e-3), named(6.8e-3)]).toEqual(['high', 'low']);
  });

  it('without a name is no simple number measured with an error', () => {
    const named = (factor: number, evidence = {}) =>
      sureness(times(factor), given('constant-factor', { factor, ...evidence }));
    expect([named(1.37), named(7 * (1 + 2e-5))]).toEqual(['high', 'high']);
    expect([named(7 * (1 + 0.5e-5)), named(1 / 7.00003), named(-7.00003), named(1.000005)]).toEqual([
      'low',
      'low',
      'low',
      'low',
    ]);
    expect([named(100.0005), named(101.0005)]).toEqual(['low', 'high']);
    expect(named(7, { whole: 7 })).toBe('high');
  });

  it('of the number of elements in sight means nothing where others are out of sight', () => {
    const mean = given('missing-mean', { factor: 6, size: 6, sizeName: 'n' });
    const part = { ...times(6), partial: true };
    expect(sober(part, mean)).toMatchObject({ kind: 'constant-factor', evidence: { factor: 6, whole: 6 } });
    expect(sober(part, mean).evidence).not.toHaveProperty('sizeName');
    expect(sober(times(6), mean).kind).toBe('missing-mean');
    expect(sober({ ...part, sizes: { batch: 6 } }, mean).kind).toBe('missing-mean');
    expect(sober({ ...part, sizes: { batch: 7 } }, mean).kind).toBe('constant-factor');
  });
});

describe('the numeric error that is allowed for', () => {
  const off = (by: number) =>
    sidesOf(
      slopes.map((slope, i) => slope * (1 + by * (-1) ** i)),
      slopes,
    );

  it('is the least with which nothing disagrees', () => {
    expect(
      [0, 0.9e-9, 0.9e-7, 0.9e-6, 0.9e-5, 0.9e-4, 0.9e-3, 0.9e-2].map((by) => explainSides(off(by)).level),
    ).toEqual([...LEVELS.keys()]);
    expect(explainSides(off(0.9e-7))).toMatchObject({ wrong: [], findings: [], named: 1 });
  });

  it('grows with the largest slope, whose rounding is that of f', () => {
    const level = (large: number) => explainSides(sidesOf([large, 1 + 1.2e-5], [large, 1])).level;
    expect([level(1), level(1300), level(1.3e4)]).toEqual([5, 3, 2]);
  });

  it('has a floor that is known', () => {
    expect(explainSides(off(1e-3), 2e-3).level).toBe(0);
    expect(explainSides(off(1e-3), 1.8e-3).level).toBe(5);
  });

  it('is the least with which one name explains what disagrees, else the ordinary one', () => {
    const doubled = explainSides(sidesOf([...slopes.map((slope) => 2 * slope * (1 + 1e-8))], slopes));
    expect(doubled).toMatchObject({ level: 2, named: 1, wrong: all(slopes) });
    const odd = slopes.map((slope, i) => slope * [1.3, 0.4, 2.9, -0.7, 5.1, 1.8][i]);
    expect(explainSides(sidesOf(odd, slopes))).toMatchObject({ level: ORDINARY, named: 0 });
  });

  it('is tried at fewer levels of a long gradient', () => {
    const long = Array.from({ length: 501 }, (_, i) => Math.sin(i + 1));
    const level = (count: number) => {
      const some = long.slice(0, count);
      return explainSides(
        sidesOf(
          some.map((slope) => slope * (1 + 0.9e-9)),
          some,
        ),
      ).level;
    };
    expect([level(500), level(501)]).toEqual([1, 2]);
  });

  it('is what all others differ by, where it is known which elements are wrong', () => {
    const analytic = slopes.map((slope, i) => (i < 3 ? -slope : slope + 1e-3));
    const { tolerance, wrong, findings } = explainWrong(sidesOf(analytic, slopes, { half: 2e-4 }), [0, 1, 2]);
    expect(wrong).toEqual([0, 1, 2]);
    expect([...tolerance]).toEqual([
      2e-4,
      2e-4,
      2e-4,
      ...[3, 4, 5].map((i) => expect.closeTo(Math.abs(analytic[i] - slopes[i]), 15)),
    ]);
    expect(findings[0].kind).toBe('sign');
  });
});
