import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATOL, atolModel, limits, RTOL } from '@/lessons/thresholds/atol.ts';

describe('what an absolute tolerance accepts', () => {
  it('is an interval about the true slope, as wide as both tolerances together', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: -2, noNaN: true }), (power) => {
        const n = 10 ** power;
        const { from, to, claims } = atolModel(n);
        expect((to - from) / 2 / (ATOL + RTOL * n)).toBeCloseTo(1, 9);
        for (const { analytic, accepted } of claims) expect(accepted).toBe(Math.abs(analytic - n) <= (to - from) / 2);
      }),
    );
  });

  it('holds 0, the double and the wrong sign of a slope that is small enough, and no sooner', () => {
    const accepted = (n: number) =>
      atolModel(n)
        .claims.filter((claim) => claim.accepted)
        .map(({ name }) => name);
    expect(accepted(0.99 * limits.sign)).toContain('the wrong sign');
    expect(accepted(1.01 * limits.sign)).not.toContain('the wrong sign');
    expect(accepted(0.99 * limits.zero)).toContain('0, forgotten');
    expect(accepted(1.01 * limits.zero)).not.toContain('0, forgotten');
    expect(accepted(1e-2)).toEqual([]);
  });
});
