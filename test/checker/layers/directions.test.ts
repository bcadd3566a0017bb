import { describe, expect, it } from 'vitest';
import { checkDirections } from '@/checker/index.ts';

/** y = tanh(A x), with three bands of a large sparse A, and a gain for each output. */
const SIZE = 10_000;
const wave = (n: number, by: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(1 + by * i));
const x = { h: wave(SIZE, 3), gain: wave(SIZE, 5) };
type X = typeof x;
const inner = (h: Float64Array, i: number) => h[i] + 0.5 * h[(i + 1) % SIZE] - 0.2 * h[(i + 7) % SIZE];
const F = ({ h, gain }: X) => h.map((_, i) => gain[i] * Math.tanh(inner(h, i)));

const vjp =
  (factor: (i: number) => number) =>
  ({ h, gain }: X, v: Float64Array): X => {
    const back = new Float64Array(SIZE);
    const own = new Float64Array(SIZE);
    for (let i = 0; i < SIZE; i++) {
      const y = Math.tanh(inner(h, i));
      const slope = v[i] * gain[i] * (1 - y * y);
      back[i] += slope;
      back[(i + 1) % SIZE] += 0.5 * slope;
      back[(i + 7) % SIZE] -= 0.2 * slope;
      own[i] = v[i] * y;
    }
    return { h: back.map((g, i) => g * factor(i)), gain: own };
  };

describe('ten thousand outputs of twice as many inputs', () => {
  it('are checked along directions, within the budget of a loss', () => {
    const report = checkDirections(
      F,
      vjp(() => 1),
      x,
    );
    expect(report.verdict).toBe('pass');
    expect(report.evaluations).toBeLessThanOrEqual(200);
  });

  it('of which one is wrong: it is named', () => {
    const report = checkDirections(
      F,
      vjp((i) => (i === 7654 ? 1.5 : 1)),
      x,
    );
    expect(report.verdict).toBe('fail');
    expect(report.wrong.map(({ name }) => name)).toEqual(['h[7654]']);
    expect(report.evaluations).toBeLessThanOrEqual(200);
  });

  it('whose vjp does not use v: it is said so', () => {
    const report = checkDirections(F, (p: X) => vjp(() => 1)(p, new Float64Array(SIZE).fill(1)), x);
    expect(report.findings[0]).toMatchObject({ kind: 'ignores-cotangent', where: { groups: ['h', 'gain'] } });
  });
});

describe('a million inputs of a hundred thousand outputs', () => {
  const [inputs, outputs, each] = [1_000_000, 100_000, 10];
  const many = { w: wave(inputs, 3) };
  const weight = (j: number) => 1 - 0.15 * j;
  const valueAt = (w: Float64Array, k: number) => {
    let sum = 0;
    for (let j = 0; j < each; j++) sum += weight(j) * w[each * k + j];
    return Math.tanh(sum);
  };
  const layer = ({ w }: typeof many) => new Float64Array(outputs).map((_, k) => valueAt(w, k));
  const back = ({ w }: typeof many, v: Float64Array) => {
    const slopes = new Float64Array(inputs);
    for (let k = 0; k < outputs; k++) {
      const through = v[k] * (1 - valueAt(w, k) ** 2);
      for (let j = 0; j < each; j++) slopes[each * k + j] = weight(j) * through;
    }
    slopes[765_432] *= 1.5;
    return { w: slopes };
  };

  it('have the one wrong slope named, and agree in all others, within the budget of a loss', () => {
    const report = checkDirections(layer, back, many);
    console.warn(
      `a vjp of ${inputs} inputs and ${outputs} outputs, one slope wrong: found in ${report.evaluations} evaluations of F and ${report.gradientEvaluations} of the vjp`,
    );
    expect(report.wrong.map(({ name }) => name)).toEqual(['w[765432]']);
    expect(report).toMatchObject({ verdict: 'fail', suspects: [] });
    expect(report.evaluations).toBeLessThanOrEqual(200);
    expect(report.detectable.element).toBeLessThan(1e-3);
  }, 120_000);
});

describe('what is no layer', () => {
  it('is a loss as before, and a gradient is called with x alone', () => {
    const given: number[] = [];
    const gradient = (...args: [number[]]) => {
      given.push(args.length);
      return args[0].map((v) => 2 * v);
    };
    expect(checkDirections((p: number[]) => p[0] ** 2 + p[1] ** 2, gradient, [1.5, -2]).verdict).toBe('pass');
    expect(new Set(given)).toEqual(new Set([1]));
    expect(() => checkDirections((() => 'one') as never, gradient, [1])).toThrow(/not a number/);
  });
});
