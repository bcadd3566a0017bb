import { describe, expect, it } from 'vitest';
import { limits, line, production, slight, torch, towardsZero } from '@/lessons/thresholds/numbers.ts';

const accepts = (analytic: number, numeric: number) =>
  Math.abs(analytic - numeric) <= torch.atol + torch.rtol * Math.abs(numeric);

describe('what the chapter on thresholds says', () => {
  it("torch's defaults accept 0 for an element up to one size, and the wrong sign up to about half of it", () => {
    for (const [analytic, largest] of [
      [0, torch.zero],
      [-1, torch.sign],
    ] as const) {
      const given = (numeric: number) => (analytic === 0 ? 0 : -numeric);
      expect(accepts(given(0.999 * largest), 0.999 * largest)).toBe(true);
      expect(accepts(given(1.001 * largest), 1.001 * largest)).toBe(false);
    }
    expect(torch.zero / torch.sign).toBeCloseTo(2, 2);
  });

  it('the only wrong gradient that the production check accepts is one whose numbers are right', () => {
    expect(production.accepted).toBe('a bug that lives between calls');
    expect(production.acceptedWrong).toBe(1);
    expect(production.rejectedRight).toBe(0);
  });

  it('the constants of the check are below any slip that one makes by hand', () => {
    expect(limits.double).toBeLessThan(limits.single);
    expect(limits.single).toBeLessThan(1e-6);
  });

  it('a derivative near zero has the numeric error of the others, and a relative error beyond the line', () => {
    const errors = towardsZero.map(({ error }) => error);
    expect(Math.max(...errors)).toBeLessThan(10 * Math.min(...errors));
    const relative = towardsZero.map(({ relativeError }) => relativeError);
    expect(relative).toEqual(relative.toSorted((a, b) => a - b));
    expect(relative.map((error) => error < line)).toEqual([true, true, true, false]);
  });

  it('a slightly wrong gradient is below the line of the notebook and far above the error bars', () => {
    expect(slight.textbook.status).toBe('PASS');
    expect(slight.production.verdict).toBe('fail');
    expect(slight.bar).toBeLessThan(1e-4 * slight.factor);
    expect(slight.noticed).toBeLessThan(slight.factor);
  });
});
