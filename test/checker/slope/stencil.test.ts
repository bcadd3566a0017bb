import { describe, expect, it } from 'vitest';
import { predictedVariation, stencil } from '@/checker/slope/stencil.ts';
import { lineOf } from './kit.ts';

describe('a stencil', () => {
  it('is exact for a polynomial of degree 4', () => {
    const s = stencil(
      lineOf((x) => 3 * x ** 4 - x ** 3 + 2 * x, 1),
      2 ** -3,
    );
    expect(s?.value).toBeCloseTo(12 - 3 + 2, 12);
  });

  it('has a bar that covers its error, at every step', () => {
    for (let k = 1; k < 40; k++) {
      const s = stencil(lineOf(Math.exp, 0.5), 2 ** -k);
      expect(s).not.toBeNull();
      if (s) expect(Math.abs(s.value - Math.exp(0.5)), `2^-${k}`).toBeLessThan(8 * (s.truncation + s.roundOff));
    }
  });

  it('evaluates f four times, and twice where it is not finite so near', () => {
    const inside = lineOf(Math.sqrt, 1);
    expect(stencil(inside, 2 ** -4)).not.toBeNull();
    expect(inside.offsets).toEqual([2 ** -4, -(2 ** -4), 2 ** -3, -(2 ** -3)]);
    const outside = lineOf(Math.log, 2 ** -5);
    expect(stencil(outside, 2 ** -4)).toBeNull();
    expect(outside.offsets).toHaveLength(2);
  });

  it('has the gap of the two slopes at a kink, and their mean size as variation', () => {
    const s = stencil(
      lineOf((x) => Math.abs(x), 0),
      2 ** -10,
    );
    expect([s?.value, s?.gap, s?.variation]).toEqual([0, 2, 1]);
  });

  it('has the Taylor terms over one step, and predicts the variation over a longer one from them', () => {
    const h = 2 ** -6;
    const s = stencil(lineOf(Math.exp, 0), h);
    [1, 1 / 2, 1 / 6, 1 / 24].forEach((c, k) => {
      expect((s?.terms[k] ?? 0) / (c * h ** (k + 1))).toBeCloseTo(1, 2);
    });
    if (s) expect(predictedVariation(s, 4 * h)).toBeCloseTo(Math.expm1(4 * h) / (4 * h), 3);
  });
});
