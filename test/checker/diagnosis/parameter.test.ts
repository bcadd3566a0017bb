/** The slope with respect to another parameter θ(x) is the slope with respect to x over θ'(x). */
import { describe, expect, it } from 'vitest';
import { findings, kinds, random } from './kit.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** θ'(x) of each parameter. */
const SLOPES: Record<string, (x: number) => number> = {
  'log x': (x) => 1 / x,
  'exp x': (x) => Math.exp(x),
  '√x': (x) => 0.5 / Math.sqrt(x),
  'x²': (x) => 2 * x,
  '1/x': (x) => -1 / x ** 2,
  'logit x': (x) => 1 / x + 1 / (1 - x),
  'sigmoid x': (x) => sigmoid(x) * (1 - sigmoid(x)),
  'softplus x': (x) => sigmoid(x),
  'artanh x': (x) => 1 / (1 - x ** 2),
  'tanh x': (x) => 1 - Math.tanh(x) ** 2,
};

const r = random(2);
const layout = { x: [8] };
const x = Float64Array.from({ length: 8 }, (_, i) => 0.15 + i / 11);
const truth = r.vector(8);

describe.each(Object.entries(SLOPES))('a slope with respect to %s', (instead, slope) => {
  it('is named by that parameter', () => {
    const [found] = findings({ layout, x, truth, analytic: truth.map((t, i) => t / slope(x[i])) });
    expect(found).toMatchObject({ kind: 'other-parameter', confidence: 'high', evidence: { instead } });
  });

  it('has no such name where x is nearly the same everywhere, or where one element has another one', () => {
    const same = x.map((_, i) => 0.5 + 1e-5 * i);
    expect(kinds({ layout, x: same, truth, analytic: truth.map((t, i) => t / slope(same[i])) })).not.toContain(
      'other-parameter',
    );
    const but = truth.map((t, i) => (i === 3 ? 1.01 * t : t) / slope(x[i]));
    expect(kinds({ layout, x, truth, analytic: but })).not.toContain('other-parameter');
  });
});

it('logarithms of a negative share, and the like, are no parameters', () => {
  const wide = { layout, x: x.map((v) => 3 * v), truth };
  expect(kinds({ ...wide, analytic: truth.map((t, i) => t * wide.x[i] * (1 - wide.x[i])) })).not.toContain(
    'other-parameter',
  );
  expect(kinds({ ...wide, analytic: truth.map((t, i) => t * (1 - wide.x[i] ** 2)) })).not.toContain('other-parameter');
});
