/** The thresholds of the verdicts, as they show in a whole check. */
import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient } from '@/checker/index.ts';

const x = [1.1, -0.7, 2.3];
const f = (w: number[]) => w.reduce((sum, v) => sum + Math.sin(v), 0);
const gradient = (w: number[]) => w.map(Math.cos);
/** The verdict on a gradient that is too large by a relative error, in float64 or rounded to float32. */
const verdict = (error: number, round = (v: number) => v) =>
  diagnoseGradient(f, (w: number[]) => gradient(w).map((v) => round(v * (1 + error))), x).verdict;

describe('a relative error that is never called a bug', () => {
  it('is one of 2^-25, half a unit in the last of seven digits, and not one of 2^-23', () => {
    expect([verdict(2 ** -25), verdict(2 ** -23)]).toEqual(['pass', 'fail']);
  });

  it('is larger for a gradient in float32, whose own rounding counts as well', () => {
    expect([verdict(2 ** -22, Math.fround), verdict(2 ** -18, Math.fround)]).toEqual(['pass', 'fail']);
  });
});

describe('directions that agree before the budget is used up', () => {
  const reports = [20, 40, 60, 80].map((maxEvaluations) => checkDirections(f, gradient, x, { maxEvaluations }));

  it('are a pass from five on, with a note, and the chance of a miss of as many', () => {
    expect(new Set(reports.map(({ agreed }) => agreed >= 5))).toEqual(new Set([true, false]));
    for (const { agreed, verdict, missProbability } of reports) {
      expect(verdict).toBe(agreed >= 5 ? 'pass' : 'inconclusive');
      expect(missProbability).toBe(2 ** -agreed);
    }
  });
});
