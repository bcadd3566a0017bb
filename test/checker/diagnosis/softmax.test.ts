import { describe, expect, it } from 'vitest';
import { findings, kinds, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const SAMPLES = 6;
const CLASSES = 4;
const FEATURES = 3;

/** Slopes of softmax regression, W (features x classes) then b, from probabilities less `target` in each sample. */
function regression(seed: number, target: (label: number, c: number) => number): Float64Array {
  const { normal } = random(seed);
  const g = new Float64Array(FEATURES * CLASSES + CLASSES);
  for (let s = 0; s < SAMPLES; s++) {
    const features = Array.from({ length: FEATURES }, normal);
    const powers = Array.from({ length: CLASSES }, () => Math.exp(normal()));
    const total = powers.reduce((a, b) => a + b, 0);
    for (let c = 0; c < CLASSES; c++) {
      const slope = (powers[c] / total - target(s % (CLASSES - 1), c)) / SAMPLES;
      for (let j = 0; j < FEATURES; j++) g[j * CLASSES + c] += features[j] * slope;
      g[FEATURES * CLASSES + c] += slope;
    }
  }
  return g;
}

const oneHot = (label: number, c: number): number => (c === label ? 1 : 0);

describe.each(SEEDS)('softmax regression with random features (seed %i)', (seed) => {
  const truth = regression(seed, oneHot);
  const base = { layout: { W: [FEATURES, CLASSES], b: [CLASSES] }, x: random(seed).vector(16), truth, seed };

  it('without the target the errors sum to one over the classes', () => {
    const [found, ...others] = findings({ ...base, analytic: regression(seed, () => 0) });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'softmax-target', confidence: 'high' });
    expect(found.evidence.mass).toBeCloseTo(1, 8);
  });

  it('in a flattened x the same, less surely', () => {
    const found = findings({ ...base, layout: { x: [16] }, analytic: regression(seed, () => 0) });
    expect(found).toMatchObject([{ kind: 'softmax-target', confidence: 'medium' }]);
    const another = regression(seed, (label, c) => oneHot((label + 1) % CLASSES, c));
    expect(kinds({ ...base, layout: { x: [16] }, analytic: another })).toEqual(['unknown-pattern']);
  });

  it('with the target of another class they sum to zero: another bug', () => {
    const analytic = regression(seed, (label, c) => oneHot((label + 1) % CLASSES, c));
    expect(kinds({ ...base, analytic })).not.toContain('softmax-target');
  });

  it('with half of the target they do not sum to a whole number: another bug', () => {
    const analytic = regression(seed, (label, c) => 0.37 * oneHot(label, c));
    expect(kinds({ ...base, analytic })).not.toContain('softmax-target');
  });

  it('slopes that do not sum to zero are not those of a softmax', () => {
    const shifted = truth.map((t) => t + 0.1);
    const analytic = shifted.map((t, i) => t + (i >= 12 && i < 15 ? 1 / 3 : 0));
    expect(kinds({ ...base, truth: shifted, analytic })).not.toContain('softmax-target');
  });
});

describe.each(SEEDS)('logits as the point (seed %i)', (seed) => {
  const { normal } = random(seed);
  const rows = Array.from({ length: 5 }, () => {
    const powers = Array.from({ length: CLASSES }, () => Math.exp(normal()));
    const total = powers.reduce((a, b) => a + b, 0);
    return powers.map((p) => p / total / 5);
  });
  const q = Float64Array.from(rows.flat());
  const truth = q.map((v, i) => v - (i % CLASSES === Math.floor(i / CLASSES) % 3 ? 1 / 5 : 0));
  const base = { layout: { logits: [5, CLASSES] }, x: random(seed).vector(20), truth, seed };

  it('one wrong element in each row, all by the weight of a sample', () => {
    expect(names({ ...base, analytic: q })).toEqual(['softmax-target high']);
  });

  it('one wrong element in each row by different amounts is another bug', () => {
    const analytic = truth.map((t, i) => (i % CLASSES === Math.floor(i / CLASSES) % 3 ? t + 0.1 + 0.01 * i : t));
    expect(kinds({ ...base, analytic })).not.toContain('softmax-target');
  });
});
