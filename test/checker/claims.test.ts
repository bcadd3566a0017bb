import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '@/checker/index.ts';
import { CLAIMS, X } from './claims.ts';

describe.each(Object.entries(CLAIMS))('%s', (_, { f, gradient, ...expected }) => {
  const report = diagnoseGradient(f, (x: number[]) => gradient(x), X);

  it('gets its verdict, its names and its error bars, in few evaluations', () => {
    expect(report.verdict).toBe(expected.verdict);
    expect(report.findings.map(({ kind }) => kind).sort()).toEqual([...expected.findings].sort());
    expect(report.evaluations).toBeLessThanOrEqual(1.5 * expected.evaluations);
    for (const { errorBar } of report.elements)
      if (Number.isFinite(errorBar)) expect(errorBar).toBeLessThan(expected.bar);
  });
});
