import { describe, expect, it } from 'vitest';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { complexStepDrawing, readingOf, STEPS } from '@/lessons/beyond/complex-curves.ts';
import { centralError, complexCurves, complexStepError } from '@/lessons/beyond/complex-step.ts';
import { digitsOf, exact, TRUE_DIGITS, tableauOf } from '@/lessons/beyond/richardson.ts';

describe('the complex step', () => {
  it('is exact to rounding at any small step, where the central difference has its floor and then sees nothing', () => {
    for (const h of [1e-8, 1e-20, 1e-200]) expect(complexStepError('plain', h)).toBeLessThan(1e-15);
    const size = Math.hypot(...sineExponential.gradient(sineExponential.x));
    expect(centralError(1e-5)).toBeLessThan(1e-9);
    // h is lost beside x, so the slope is 0 and all of the gradient is missing
    expect(centralError(1e-20)).toBeCloseTo(size, 12);
  });

  it('truncates with h², as the central difference does', () => {
    const ratio = complexStepError('plain', 1e-2) / complexStepError('plain', 1e-3);
    expect(ratio).toBeGreaterThan(99);
    expect(ratio).toBeLessThan(101);
  });

  it('loses the slope in an abs, and turns its sign at a conjugate', () => {
    expect(complexStepError('abs', 1e-20)).toBeCloseTo(Math.abs(exact), 12);
    expect(complexStepError('conjugate', 1e-20)).toBeCloseTo(2 * Math.abs(exact), 12);
  });

  it('is drawn and read off at the nearest step that was computed', () => {
    const curves = complexCurves();
    expect(STEPS).toContain(1e-12);
    const reading = readingOf(curves, { program: 'abs', h: 1.1e-12 });
    expect(reading).toEqual({ step: 1e-12, central: centralError(1e-12), complex: complexStepError('abs', 1e-12) });
    const { series, highlights } = complexStepDrawing(curves, { program: 'abs', h: 1.1e-12 });
    expect(series.map(({ points }) => points.length)).toEqual([39, 39]);
    expect(highlights!.map(({ y }) => y)).toEqual([reading.central, reading.complex]);
  });
});

describe("Richardson's table", () => {
  const rates = (h: number) => {
    const [coarse, fine] = [tableauOf(h), tableauOf(h / 2)];
    return [0, 1, 2].map((k) => {
      const error = ({ rows }: typeof coarse) => Math.abs(rows[k].entries[k].value - exact);
      return Math.log2(error(coarse) / error(fine));
    });
  };

  it('has entries of order 2, 4 and 6 along its diagonal', () => {
    rates(0.5).forEach((rate, k) => {
      expect(Math.abs(rate - (2 * k + 2))).toBeLessThan(0.15);
    });
  });

  it('estimates its own error, on the safe side while truncation rules', () => {
    for (const h of [1, 0.5, 0.25]) {
      const { estimate, error } = tableauOf(h);
      expect(estimate).toBeGreaterThan(error);
    }
  });

  it('cannot remove rounding: from a tiny step it is no better than the difference it began with', () => {
    expect(tableauOf(1e-6).error).toBeGreaterThan(1e3 * tableauOf(0.1).error);
  });

  it('counts the digits that are those of the true slope, from the left', () => {
    expect(TRUE_DIGITS.startsWith('0.597')).toBe(true);
    expect(digitsOf(exact)).toEqual({ value: exact, right: TRUE_DIGITS, rest: '', count: 14 });
    // 0.59742694 and 0.59742704
    expect(digitsOf(exact + 1e-7)).toMatchObject({ right: '0.59742', count: 5 });
    expect(digitsOf(-exact)).toMatchObject({ right: '', count: 0 });
  });
});
