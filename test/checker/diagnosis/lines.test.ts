import { describe, expect, it } from 'vitest';
import { findings, kinds, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
/** A network trained on one sample: embedding, hidden layer (rows are units), output weights. */
const LAYOUT = { E: [3, 2], W1: [4, 3], b1: [4], v: [4] };
const unitOf = (i: number): number => (i < 18 ? Math.floor((i - 6) / 3) : i - 18);

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector, uniform } = random(seed);
  const x = vector(26);
  const truth = vector(26);
  const factors = Array.from({ length: 4 }, () => 1.2 + 3 * uniform());
  const base = { layout: LAYOUT, x, truth, seed };
  const inHidden = (i: number): boolean => i >= 6 && i < 22;

  it('a factor of its own for each unit, in its weights and its bias: the derivative of the activation', () => {
    const analytic = truth.map((t, i) => (inHidden(i) ? factors[unitOf(i)] * t : t));
    const [found, ...others] = findings({ ...base, analytic });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'activation-derivative', confidence: 'high', where: { groups: ['W1', 'b1'] } });
    expect(found.evidence.most).toBeCloseTo(Math.max(...factors), 6);
  });

  it('the layers before it, wrong without a pattern, are its consequence', () => {
    const analytic = truth.map((t, i) => (i < 6 ? t + uniform() : inHidden(i) ? factors[unitOf(i)] * t : t));
    const [found, ...others] = findings({ ...base, analytic });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'activation-derivative', where: { count: 22 }, evidence: { upstream: 'E' } });
  });

  it('one factor for all units is a constant factor', () => {
    expect(names({ ...base, analytic: truth.map((t, i) => (inHidden(i) ? 1.7 * t : t)) })).toEqual([
      'constant-factor high',
    ]);
  });

  it('a factor in one row alone is a constant factor', () => {
    const analytic = truth.map((t, i) => (inHidden(i) && unitOf(i) === 2 ? 1.7 * t : t));
    expect(names({ ...base, analytic }).join()).not.toContain('activation-derivative');
  });

  it('factors that vary within a row are no derivative of an activation', () => {
    const analytic = truth.map((t, i) => (inHidden(i) ? (factors[unitOf(i)] + 0.001 * i) * t : t));
    expect(kinds({ ...base, analytic })).not.toContain('activation-derivative');
  });

  it('where nothing right follows, the factors may come from further on: not sure', () => {
    const analytic = truth.map((t, i) => (i >= 22 ? t * (1 + uniform()) : inHidden(i) ? factors[unitOf(i)] * t : t));
    for (const { kind, confidence } of findings({ ...base, analytic })) {
      expect([kind, confidence]).not.toEqual(['activation-derivative', 'high']);
    }
  });

  it('an amount of its own for each row: a mean that was not subtracted', () => {
    const analytic = truth.map((t, i) => (i >= 6 && i < 18 ? t + factors[unitOf(i)] : t));
    const [found] = findings({ ...base, analytic });
    expect(found).toMatchObject({ kind: 'constant-offset', confidence: 'high', evidence: { per: 'row', lines: 4 } });
  });

  it('amounts that vary within a row are no offset', () => {
    const analytic = truth.map((t, i) => (i >= 6 && i < 18 ? t + factors[unitOf(i)] + 0.001 * i * i : t));
    expect(kinds({ ...base, analytic })).not.toContain('constant-offset');
  });
});
