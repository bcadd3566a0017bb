import { describe, expect, it } from 'vitest';
import { findings, kinds, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NETWORK = { W: [5, 3], b: [3] };

describe.each(SEEDS)('with random slopes and weight decay on the weights (seed %i)', (seed) => {
  const { vector, uniform } = random(seed);
  const x = vector(18);
  const data = vector(18);
  const lambda = 0.05 + 0.2 * uniform();
  const decay = (i: number): number => (i < 15 ? lambda * x[i] : 0);
  const truth = data.map((d, i) => d + decay(i));
  const base = { layout: NETWORK, x, truth, sizes: { batch: 12 }, seed };

  it('the 1/n forgotten in the term of the data alone', () => {
    const [found, ...others] = findings({ ...base, analytic: data.map((d, i) => 12 * d + decay(i)) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'missing-mean', confidence: 'medium', where: { count: 18 } });
    expect(found.evidence).toMatchObject({ factor: 12, size: 12, sizeName: 'batch', beside: 'λ x' });
    expect(found.evidence.lambda).toBeCloseTo(lambda, 6);
  });

  it('the sign of the term of the data, in a flattened x as well', () => {
    const analytic = data.map((d, i) => -d + decay(i));
    expect(kinds({ ...base, analytic })).toEqual(['sign']);
    expect(kinds({ ...base, layout: { x: [18] }, analytic })).toEqual(['sign']);
  });

  it('an L1 penalty beside it', () => {
    const penalty = (i: number): number => (i < 15 ? lambda * Math.sign(x[i]) : 0);
    const setting = { ...base, truth: data.map((d, i) => d + penalty(i)) };
    expect(kinds({ ...setting, analytic: data.map((d, i) => d / 2 + penalty(i)) })).toEqual(['factor-two']);
  });

  it('a factor without a name is not looked for', () => {
    const analytic = data.map((d, i) => 1.7 * d + decay(i));
    expect(
      kinds({ ...base, analytic }).filter((kind) => kind !== 'unknown-pattern' && kind !== 'constant-factor'),
    ).toEqual([]);
  });

  it('a remainder that does not follow w is no regulariser', () => {
    const analytic = data.map((d, i) => 12 * d + (i < 15 ? lambda * x[i] * Math.abs(x[i]) : 0));
    expect(kinds({ ...base, analytic })).not.toContain('sign');
    expect(findings({ ...base, analytic }).every(({ evidence }) => evidence.beside === undefined)).toBe(true);
  });
});
