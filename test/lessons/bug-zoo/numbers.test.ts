import { describe, expect, it } from 'vitest';
import { bugs, evidence, named, oneGroup, verdicts } from '@/lessons/bug-zoo/numbers.ts';

describe('what the chapter on reading a failure says', () => {
  it('the more elements fit, the surer the name; two are not enough', () => {
    for (const { fits, of, residual } of evidence) {
      expect(fits).toBe(of);
      expect(residual).toBeLessThan(1e-7);
    }
    expect(evidence.map(({ of, confidence }) => of > 2 === (confidence === 'high'))).not.toContain(false);
    expect(evidence.at(-1)).toMatchObject({ of: 2, confidence: 'medium' });
  });

  it('only what is certainly wrong goes without a name, and every bug has its verdict', () => {
    const [fail, ...others] = verdicts;
    expect(fail).toMatchObject({ verdict: 'fail', unnamed: named.unnamed });
    expect(others.map(({ verdict, named: withName, unnamed }) => [verdict, withName, unnamed])).toEqual([
      ['inconclusive', 1, 0],
      ['pass', 1, 0],
    ]);
    expect(verdicts.reduce((sum, each) => sum + each.named + each.unnamed, 0)).toBe(bugs);
  });

  it('most bugs without a name make one group wrong among right ones', () => {
    expect(oneGroup.length).toBeGreaterThan(named.unnamed / 2);
    for (const { groups } of oneGroup) expect(groups).toBeGreaterThan(1);
  });
});
