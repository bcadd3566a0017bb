import { describe, expect, it } from 'vitest';
import { findings, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NETWORK = { W1: [3, 4], b1: [4], W2: [4, 2], b2: [2] };
const SIZE = 26;
const isWeight = (i: number): boolean => i < 12 || (i >= 16 && i < 24);

/** Random slopes of a network, with an error that depends on x, or on the place. */
function withError(seed: number, error: (x: number, i: number, t: number) => number, x = random(seed).vector(SIZE)) {
  const truth = random(seed + 100).vector(SIZE);
  return { layout: NETWORK, x, truth, analytic: truth.map((t, i) => t + error(x[i], i, t)), seed };
}

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  it('-λ w in the weights, the biases right: weight decay in the loss alone', () => {
    const [found, ...others] = findings(withError(seed, (x, i) => (isWeight(i) ? -0.01 * x : 0)));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'missing-l2', confidence: 'high', where: { groups: ['W1', 'W2'], count: 20 } });
    expect(found.evidence.extra).toBe(false);
    expect(found.evidence.lambda).toBeCloseTo(0.01, 8);
  });

  it('+λ w: weight decay in the gradient alone', () => {
    const [found] = findings(withError(seed, (x, i) => (isWeight(i) ? 0.3 * x : 0)));
    expect(found).toMatchObject({ kind: 'missing-l2', confidence: 'high', evidence: { extra: true } });
  });

  it('-λ w with another λ in each group is two findings', () => {
    const found = names(withError(seed, (x, i) => (i < 12 ? -0.01 * x : i >= 16 && i < 24 ? -0.02 * x : 0)));
    expect(found).toEqual(['missing-l2 high', 'missing-l2 high']);
  });

  it('errors that only nearly follow w are no weight decay', () => {
    expect(names(withError(seed, (x, i) => (isWeight(i) ? -0.01 * x * (1 + 0.001 * i) : 0)))).not.toContain(
      'missing-l2 high',
    );
    expect(names(withError(seed, (x, i) => (isWeight(i) ? -0.01 * x * Math.abs(x) : 0)))).not.toContain(
      'missing-l2 high',
    );
  });

  it('-λ sign(w): an L1 penalty in the loss alone', () => {
    const [found] = findings(withError(seed, (x, i) => (isWeight(i) ? -0.05 * Math.sign(x) : 0)));
    expect(found).toMatchObject({ kind: 'missing-l1', confidence: 'high' });
  });

  it('-λ tanh(w) is neither penalty', () => {
    const found = names(withError(seed, (x, i) => (isWeight(i) ? -0.05 * Math.tanh(3 * x) : 0)));
    expect(found.join()).not.toContain('missing-l');
  });

  it('the same amount everywhere: a constant offset', () => {
    const [found] = findings(withError(seed, () => 0.2));
    expect(found).toMatchObject({ kind: 'constant-offset', confidence: 'high' });
    expect(found.evidence.offset).toBeCloseTo(0.2, 8);
    expect(names(withError(seed, (_, i) => 0.2 + 0.0001 * i)).join()).not.toContain('constant-offset');
  });

  it('where all weights are positive a sign and a constant are the same: no L1 penalty is claimed', () => {
    const positive = random(seed).vector(SIZE).map(Math.abs);
    const found = names(withError(seed, (x, i) => (isWeight(i) ? -0.05 * Math.sign(x) : 0), positive));
    expect(found.join()).not.toContain('missing-l1');
  });

  it('where all weights are of one size, decay and L1 are the same: L1 is named, decay is not', () => {
    const even = random(seed)
      .vector(SIZE)
      .map((v) => 0.5 * Math.sign(v));
    expect(names(withError(seed, (x, i) => (isWeight(i) ? -0.05 * x : 0), even)).join()).not.toContain('missing-l2');
  });

  it('where the slope is itself a multiple of w, a factor explains it as well: not sure', () => {
    const setting = withError(seed, () => 0);
    const truth = setting.x.map((x) => 2 * x);
    const [found] = findings({ ...setting, layout: { x: [SIZE] }, truth, analytic: truth.map((t) => 0.5 * t) });
    expect(found).toMatchObject({ kind: 'factor-two', confidence: 'medium', evidence: { alternative: 'missing-l2' } });
  });
});
