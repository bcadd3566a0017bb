import { describe, expect, it } from 'vitest';
import { findings, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NETWORK = { W1: [3, 4], b1: [4], W2: [4, 2], b2: [2] };

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector } = random(seed);
  const x = vector(26);
  const truth = vector(26);
  const base = { layout: NETWORK, x, truth, seed };
  const replaced = (from: number, to: number, value: (t: number) => number) => ({
    ...base,
    analytic: truth.map((t, i) => (i >= from && i < to ? value(t) : t)),
  });

  it('exactly 0 over a group: detached or forgotten', () => {
    const [found] = findings(replaced(12, 16, () => 0));
    expect(found).toMatchObject({ kind: 'zeroed-group', confidence: 'high', where: { groups: ['b1'], count: 4 } });
  });

  it('exactly 0 over two groups is one finding', () => {
    const found = findings(replaced(0, 16, () => 0));
    expect(found.map(({ kind }) => kind)).toEqual(['zeroed-group']);
    expect(found[0].where.groups).toEqual(['W1', 'b1']);
  });

  it('nearly 0 is not 0', () => {
    expect(names(replaced(12, 16, (t) => 1.1e-6 * t))).toEqual(['constant-factor high']);
    expect(names(replaced(12, 16, (t) => 1e-6 * t * t))).toEqual(['unknown-pattern low']);
  });

  it('a lone 0 in a larger group is a single element, perhaps of a wider kind', () => {
    const [found] = findings(replaced(13, 14, () => 0));
    expect(found).toMatchObject({
      kind: 'single-element',
      confidence: 'medium',
      evidence: { alternative: 'zeroed-group' },
    });
  });

  it('a slope where f is exactly unchanged: the parameter is not used', () => {
    const still = truth.map((t, i) => (i >= 12 && i < 16 ? 0 : t));
    const [found] = findings({ ...base, truth: still, analytic: truth });
    expect(found).toMatchObject({ kind: 'unused-parameter', confidence: 'high', where: { groups: ['b1'] } });
  });

  it('a slope where f is even, and so has the slope 0 but moves: the parameter is used', () => {
    const even = truth.map((t, i) => (i >= 12 && i < 16 ? 0 : t));
    const found = names({ ...base, truth: even, analytic: truth, unchanged: Array.from(truth, () => false) });
    expect(found.join()).not.toContain('unused-parameter');
  });

  it('a single slope where f is exactly unchanged is named so too, less surely', () => {
    const still = truth.map((t, i) => (i === 13 ? 0 : t));
    expect(names({ ...base, truth: still, analytic: truth })).toEqual(['unused-parameter medium']);
  });

  it('a slope where f changes ever so slightly: the parameter is used', () => {
    const faint = truth.map((t, i) => (i >= 12 && i < 16 ? 1e-7 * t * t : t));
    expect(names({ ...base, truth: faint, analytic: truth }).join()).not.toContain('unused-parameter');
  });
});
