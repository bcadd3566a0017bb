import { describe, expect, it } from 'vitest';
import type { Finding } from '@/checker/types.ts';
import { findings, kinds, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NETWORK = { W1: [3, 4], b1: [4], W2: [4, 2], b2: [2] };

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector, uniform } = random(seed);
  const x = vector(26);
  const truth = vector(26);
  const base = { layout: NETWORK, x, truth, seed };
  const inW1 = (i: number) => i < 12;
  const inB1 = (i: number) => i >= 12 && i < 16;

  it('a right gradient has no finding', () => {
    expect(findings({ ...base, analytic: truth })).toEqual([]);
  });

  it('two bugs in two groups are both named, the larger first', () => {
    const analytic = truth.map((t, i) => (inW1(i) ? -t : inB1(i) ? 0 : t));
    expect(names({ ...base, analytic })).toEqual(['sign high', 'zeroed-group high']);
  });

  it('a named bug beside one without a pattern', () => {
    const analytic = truth.map((t, i) => (inW1(i) ? t + uniform() : inB1(i) ? -t : t));
    expect(names({ ...base, analytic })).toEqual(['sign high', 'unknown-pattern low']);
  });

  it('one bug in two groups is one finding', () => {
    const analytic = truth.map((t, i) => (inW1(i) || inB1(i) ? -t : t));
    expect(kinds({ ...base, analytic })).toEqual(['sign']);
  });

  it('elements that are not numbers are left to the contract', () => {
    const analytic = truth.map((t, i) => (inB1(i) ? Number.NaN : inW1(i) ? -t : t));
    const [found] = findings({ ...base, analytic });
    expect(found).toMatchObject({ kind: 'sign', where: { count: 12 } });
  });

  it('where the gradient depends on earlier calls its values are not interpreted', () => {
    const stale: Finding = {
      kind: 'stale-cache',
      role: 'bug',
      where: { groups: [], indices: [], elements: [], count: 0 },
      evidence: {},
      confidence: 'high',
    };
    expect(findings({ ...base, analytic: truth.map((t) => -t), contract: [stale] })).toEqual([]);
  });
});
