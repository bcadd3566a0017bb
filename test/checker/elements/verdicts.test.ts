import { describe, expect, it } from 'vitest';
import { detectableOf, influenceOf, judge, verdictOf } from '@/checker/elements/verdicts.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';

const slope = (changed: Partial<Slope> = {}): Slope => ({
  value: 2,
  errorBar: 0.001,
  step: 0.01,
  variation: 2,
  shape: 'smooth',
  noise: 1e-16,
  ...changed,
});
const claim = (analytic: number, { wobble = 0, floor = 0 } = {}) => ({
  analytic: Float64Array.of(analytic),
  wobble: Float64Array.of(wobble),
  floor,
});
const judged = (analytic: number, changed: Partial<Slope> = {}, options = {}) =>
  judge(slope(changed), 0, claim(analytic, options));
const verdict = (analytic: number, changed: Partial<Slope> = {}, options = {}) =>
  verdictOf(judged(analytic, changed, options), 1, 10, false);

describe('an analytic value is wrong', () => {
  it('where it is further away than eight error bars', () => {
    expect(judged(2.007).wrong).toBe(false);
    expect(judged(2.009).wrong).toBe(true);
    expect(judged(1.991).wrong).toBe(true);
  });

  it('with room for its own rounding, four times, and for the relative floor', () => {
    expect(judged(2.05, {}, { wobble: 0.01 }).tolerance).toBeCloseTo(0.008 + 0.04, 12);
    expect(judged(2.05, {}, { wobble: 0.01 }).wrong).toBe(true);
    expect(judged(2.04, {}, { wobble: 0.01 }).wrong).toBe(false);
    expect(judged(2.5, { errorBar: 0 }, { floor: 0.1 }).tolerance).toBe(0.25);
  });

  it('outside the two slopes of a kink, and not between them', () => {
    const kink = { value: 0, shape: 'kink', slopes: { left: 1, right: -1 } } as const;
    expect(judged(0.7, kink)).toMatchObject({ wrong: false, difference: 0 });
    expect(judged(1.5, kink)).toMatchObject({ wrong: true, difference: 0.5 });
    expect(judged(-1.5, kink)).toMatchObject({ wrong: true, difference: 0.5 });
  });

  it('where it is not finite, whatever f does', () => {
    expect(judged(Number.NaN, { shape: 'outside' }).wrong).toBe(true);
  });

  it('nowhere where f has no slope', () => {
    for (const shape of ['unsettled', 'outside', 'jump'] as const) expect(judged(99, { shape }).wrong).toBe(false);
  });
});

describe('the verdict', () => {
  it('is a pass where the two agree and an error of 3 % would have shown', () => {
    expect(verdict(2)).toBe('pass');
    expect(verdict(2, { errorBar: 0.0074 })).toBe('pass'); // 8 x 0.0074 = 0.0592 < 0.06
    expect(verdict(2, { errorBar: 0.0076, variation: 0 })).toBe('inconclusive');
  });

  it('is a fail where the analytic value is wrong', () => {
    expect(verdict(2.1)).toBe('fail');
  });

  it('is open at a kink, without a slope, and where f is noisy', () => {
    expect(verdict(2, { shape: 'kink', slopes: { left: 1, right: 3 } })).toBe('inconclusive');
    expect(verdict(2, { shape: 'unsettled' })).toBe('inconclusive');
    expect(verdictOf(judged(2), 1, 10, true)).toBe('inconclusive');
  });

  it('is a pass where the slope is 0 and f moves a thousand times more than the tolerance', () => {
    expect(verdict(0, { value: 0, errorBar: 1e-6, variation: 0.1 })).toBe('pass');
    expect(verdict(0, { value: 0, errorBar: 1e-6, variation: 1e-3 }, { floor: 0 })).toBe('pass'); // 8e-6 < 1e-6 of the whole, 10
    expect(verdictOf(judged(0, { value: 0, errorBar: 1e-6, variation: 1e-3 }), 1, 1e-3, false)).toBe('inconclusive');
    expect(verdict(0, { value: 0, errorBar: 2e-6, variation: 1e-3 })).toBe('inconclusive'); // 16e-6 is more
    expect(verdict(0, { value: 0, errorBar: 1e-5, variation: 0.01 })).toBe('inconclusive'); // 8e-5, and f varies by 1e-2
  });

  it('is a pass for a light element whose error bar is small beside the whole gradient', () => {
    const light = judged(1e-4, { value: 1e-4, errorBar: 1e-5, variation: 0 });
    expect(verdictOf(light, 1, 10, false)).toBe('pass'); // 8e-5 is less than the slope and than a thousandth of 10
    expect(verdictOf(light, 1, 0.01, false)).toBe('inconclusive');
    expect(verdict(1e-4, { value: 1e-4, errorBar: 2e-5, variation: 0 })).toBe('inconclusive'); // more than the slope
  });

  it('is a pass where f is flat and 0 is claimed', () => {
    const flat = { value: 0, variation: 0, shape: 'flat', errorBar: 1e-12 } as const;
    expect(verdict(0, flat)).toBe('pass');
    expect(verdict(1e-3, flat)).toBe('fail');
  });
});

it('the influence of an element is its slope times its scale, and 0 where that is not known', () => {
  expect(influenceOf(judged(2), 3)).toBe(6);
  expect(influenceOf(judged(2, { errorBar: 1 }), 3)).toBe(0);
});

it('the error that would have shown is the tolerance, as a share of the slope or of how much f varies', () => {
  expect(detectableOf(judged(2))).toBeCloseTo(0.004, 12);
  expect(detectableOf(judged(2, { variation: 8 }))).toBeCloseTo(0.001, 12);
  expect(detectableOf(judged(0, { value: 0, variation: 0 }))).toBe(Number.POSITIVE_INFINITY);
  expect(detectableOf(judged(0, { value: 0, variation: 0, shape: 'flat' }))).toBe(0);
  expect(detectableOf(judged(2, { errorBar: 0 }))).toBe(0);
});
