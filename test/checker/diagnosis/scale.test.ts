import { describe, expect, it } from 'vitest';
import { findings, type Layout, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const VECTOR: Layout = { x: [7] };
const NETWORK: Layout = { W1: [3, 4], b1: [4], W2: [4, 2], b2: [2] };

/** A gradient of random slopes multiplied by a factor, over the whole point or from one element to another. */
function scaled(factor: number, seed: number, layout: Layout = VECTOR, from = 0, to = Number.POSITIVE_INFINITY) {
  const size = Object.values(layout).reduce((total, shape) => total + shape.reduce((a, b) => a * b, 1), 0);
  const { vector } = random(seed);
  const truth = vector(size);
  return {
    layout,
    x: vector(size),
    truth,
    analytic: truth.map((t, i) => (i >= from && i < to ? factor * t : t)),
    seed,
  };
}

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  it('n times too large, n the length of x: the 1/n of a mean was forgotten', () => {
    expect(names(scaled(7, seed))).toEqual(['missing-mean high']);
    expect(findings(scaled(7, seed))[0].evidence).toMatchObject({ factor: 7, size: 7, sizeName: 'n' });
  });

  it('n times too small: divided by n twice', () => {
    expect(names(scaled(1 / 7, seed))).toEqual(['missing-mean high']);
  });

  it('a batch that the caller named is recognised', () => {
    expect(names({ ...scaled(16, seed, NETWORK), sizes: { batch: 16 } })).toEqual(['missing-mean high']);
  });

  it('a size that nobody named is called a constant factor, and not for certain', () => {
    expect(names(scaled(16, seed, NETWORK))).toEqual(['constant-factor medium']);
    expect(findings(scaled(16, seed, NETWORK))[0].evidence.whole).toBe(16);
  });

  it('an entry of a shape is too common a number to be sure of', () => {
    expect(names(scaled(3, seed, NETWORK))).toEqual(['missing-mean medium']);
  });

  it('a factor close to n but not n is no forgotten mean', () => {
    expect(names(scaled(7.001, seed))).toEqual(['constant-factor high']);
    expect(names(scaled(7 * (1 + 1e-8), seed))).toEqual(['constant-factor high']);
  });

  it('twice or half: the 2 of a square', () => {
    expect(names(scaled(2, seed))).toEqual(['factor-two high']);
    expect(names(scaled(0.5, seed))).toEqual(['factor-two high']);
    expect(names(scaled(2.0001, seed))).toEqual(['constant-factor high']);
  });

  it('twice with a batch of two: either name fits, so neither is sure', () => {
    const [found] = findings({ ...scaled(2, seed), sizes: { batch: 2 } });
    expect(found).toMatchObject({
      kind: 'missing-mean',
      confidence: 'medium',
      evidence: { alternative: 'factor-two' },
    });
  });

  it('minus: the sign, over the whole point or in one group', () => {
    expect(names(scaled(-1, seed))).toEqual(['sign high']);
    expect(names(scaled(-1, seed, NETWORK, 0, 12))).toEqual(['sign high']);
    expect(findings(scaled(-1, seed, NETWORK, 0, 12))[0].where.groups).toEqual(['W1']);
    expect(names(scaled(-0.999, seed))).toEqual(['constant-factor high']);
  });

  it('the constants between bases of the logarithm', () => {
    for (const factor of [Math.LN10, 1 / Math.LN10, Math.LN2, 1 / Math.LN2]) {
      expect(names(scaled(factor, seed))).toEqual(['log-base high']);
    }
    expect(names(scaled(0.7, seed))).toEqual(['constant-factor high']);
    expect(names(scaled(2.3, seed))).toEqual(['constant-factor high']);
  });

  it('the constant between degrees and radians', () => {
    expect(names(scaled(180 / Math.PI, seed))).toEqual(['degrees high']);
    expect(names(scaled(Math.PI / 180, seed))).toEqual(['degrees high']);
    expect(names(scaled(57.3, seed))).toEqual(['constant-factor high']);
    expect(names(scaled(Math.PI, seed))).toEqual(['constant-factor high']);
  });

  it('with coarse error bars, as of float32, a factor near several constants is not sure', () => {
    // ln 2 and 0.7 lie within one part in a hundred of each other.
    const found = findings({ ...scaled(0.7, seed), precision: 0.03 });
    for (const { kind, confidence } of found) expect([kind, confidence]).not.toEqual(['log-base', 'high']);
  });

  it('ratios that differ from element to element are no constant factor', () => {
    const setting = scaled(3, seed);
    const { uniform } = random(seed + 50);
    const analytic = setting.truth.map((t) => t * (3 + 0.01 * uniform()));
    expect(names({ ...setting, analytic })).toEqual(['unknown-pattern low']);
  });

  it('one element that does not follow spoils the pattern', () => {
    const setting = scaled(2, seed);
    const analytic = setting.analytic.map((a, i) => (i === 3 ? a * 1.001 : a));
    expect(names({ ...setting, analytic })).toEqual(['unknown-pattern low']);
  });
});

describe('with few elements', () => {
  it('a factor of 3 for an x of three elements may be a cube’s as well as a mean’s: not sure', () => {
    const x = Float64Array.of(1.2, 0.4, -0.9);
    const truth = Float64Array.of(0.7, -1.9, 0.4);
    const setting = { layout: { x: [3] }, x, truth, analytic: truth.map((t) => 3 * t) };
    expect(names(setting)).toEqual(['missing-mean medium']);
  });

  it('the notebook: mean of two squares without its 1/n, where 2 is n and the exponent', () => {
    const [found] = findings({
      layout: { x: [2] },
      x: Float64Array.of(1.5, -2.3),
      truth: Float64Array.of(1.5, -2.3),
      analytic: Float64Array.of(3, -4.6),
    });
    expect(found).toMatchObject({ kind: 'missing-mean', confidence: 'medium' });
    expect(found.evidence).toMatchObject({ factor: 2, size: 2, alternative: 'factor-two' });
  });

  it('a single ratio proves little', () => {
    const one = { layout: { x: [1] }, x: Float64Array.of(1.2), truth: Float64Array.of(0.7) };
    expect(names({ ...one, analytic: Float64Array.of(-0.7) })).toEqual(['sign low']);
    expect(names({ ...one, analytic: Float64Array.of(2.17) })).toEqual(['unknown-pattern low']);
  });

  it('two elements off by an odd factor prove no constant', () => {
    const two = { layout: { x: [2] }, x: Float64Array.of(1.2, 0.4), truth: Float64Array.of(0.7, -1.9) };
    expect(names({ ...two, analytic: two.truth.map((t) => t * 1.37) })).toEqual(['unknown-pattern low']);
  });
});
