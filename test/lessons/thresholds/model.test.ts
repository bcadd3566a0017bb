import { describe, expect, it } from 'vitest';
import { bestThreshold, thresholdsModel } from '@/lessons/thresholds/model.ts';
import { population } from '@/lessons/thresholds/population.ts';

const cases = population();
const textbook = thresholdsModel(cases, { rule: 'global', threshold: 1e-5 });
const element = thresholdsModel(cases, { rule: 'element', threshold: 1e-5 });
const production = thresholdsModel(cases, { rule: 'production', threshold: 1e-5 });

describe('a threshold', () => {
  it("makes mistakes on both sides by the notebook's rule", () => {
    expect(textbook.counts.acceptedWrong).toBeGreaterThan(10);
    expect(textbook.counts.rejectedRight).toBeGreaterThan(10);
  });

  it('accepts fewer wrong gradients element by element, and rejects more right ones', () => {
    expect(element.counts.acceptedWrong).toBeLessThan(textbook.counts.acceptedWrong);
    expect(element.counts.rejectedRight).toBeGreaterThan(textbook.counts.rejectedRight);
  });

  it.each(['global', 'element'] as const)('cannot be placed without mistakes: %s', (rule) => {
    const best = bestThreshold(cases, rule)!;
    expect(best.mistakes).toBeGreaterThan(10);
    const { counts } = thresholdsModel(cases, { rule, threshold: best.threshold });
    expect(counts.acceptedWrong + counts.rejectedRight).toBe(best.mistakes);
    for (const threshold of [1e-12, 1e-8, 1e-6, 1e-4, 1e-2, 1]) {
      const other = thresholdsModel(cases, { rule, threshold }).counts;
      expect(other.acceptedWrong + other.rejectedRight).toBeGreaterThanOrEqual(best.mistakes);
    }
  });

  it('is not needed by the production check, which is seldom mistaken', () => {
    expect(production.counts.rejectedRight).toBe(0);
    expect(production.counts.acceptedWrong).toBeLessThan(textbook.counts.acceptedWrong / 10);
    expect(bestThreshold(cases, 'production')).toBeUndefined();
  });

  it('rejects NaN, as the comparison of the notebook does', () => {
    const one = { label: '', right: true, global: Number.NaN, element: 0, bars: 0, verdict: 'pass' } as const;
    expect(thresholdsModel([one], { rule: 'global', threshold: 1 }).judged[0].said).toBe('fail');
  });

  it('counts each gradient once, under its label', () => {
    expect(textbook.labels.reduce((total, { count }) => total + count, 0)).toBe(cases.length);
    expect(textbook.labels.reduce((total, { mistaken }) => total + mistaken, 0)).toBe(
      textbook.counts.acceptedWrong + textbook.counts.rejectedRight,
    );
  });
});
