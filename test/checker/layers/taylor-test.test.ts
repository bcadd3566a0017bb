import { describe, expect, it } from 'vitest';
import { type TaylorOptions, taylorTest } from '@/checker/index.ts';

type X = number[];
const at = [0.4, 0.9, -0.7];
const f = ([a, b, c]: X) => Math.exp(a) * Math.sin(b) + a * b * c * c;
const gradient = ([a, b, c]: X) => [
  Math.exp(a) * Math.sin(b) + b * c * c,
  Math.exp(a) * Math.cos(b) + a * c * c,
  2 * a * b * c,
];
const hessian = ([a, b, c]: X) => {
  const [sin, cos] = [Math.exp(a) * Math.sin(b), Math.exp(a) * Math.cos(b)];
  return [
    [sin, cos + c * c, 2 * b * c],
    [cos + c * c, -sin, 2 * a * c],
    [2 * b * c, 2 * a * c, 2 * a * b],
  ];
};
const product =
  (off = 0) =>
  (x: X, u: X) =>
    hessian(x).map((row, i) => row.reduce((sum, h, j) => sum + h * u[j] * (i === 1 && j === 1 ? 1 + off : 1), 0));
const off = (by: number) => (x: X) => gradient(x).map((g, i) => (i === 1 ? g * (1 + by) : g));
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const verdicts = (g: (x: X) => X, options: TaylorOptions<X> = {}) => [
  ...new Set(SEEDS.map((seed) => taylorTest(f, g, at, { seed, ...options }).verdict)),
];

describe('the powers of the remainders', () => {
  it('are 1 and 2 of a right gradient, and 3 with its Hessian, along any direction', () => {
    for (const seed of SEEDS) {
      const { slopes, verdict, steps, remainders } = taylorTest(f, gradient, at, { seed, hessianProduct: product() });
      expect(verdict).toBe('pass');
      for (const [order, slope] of slopes.entries()) expect(slope).toBeCloseTo(order + 1, 1);
      expect(remainders).toHaveLength(3);
      expect(steps[1]).toBe(steps[0] / 2);
    }
    expect(taylorTest(f, gradient, at).slopes).toHaveLength(2);
  });

  it('are those of the direction that is given', () => {
    const { direction, remainders, steps } = taylorTest(f, gradient, at, { direction: [0, 1, 0] });
    expect(direction).toEqual([0, 1, 0]);
    expect(remainders[0][0]).toBe(Math.abs(f([0.4, 0.9 + steps[0], -0.7]) - f(at)));
    // an error at right angles to it is not seen
    expect(taylorTest(f, (x) => [0, gradient(x)[1], 0], at, { direction: [0, 1, 0] }).verdict).toBe('pass');
  });

  it('leave x as it was, and count the calls of f', () => {
    const x = [...at];
    let calls = 0;
    const counted = (p: X) => {
      calls++;
      return f(p);
    };
    const { evaluations } = taylorTest(counted, gradient, x);
    expect(x).toEqual(at);
    expect(evaluations).toBe(calls);
  });
});

describe('an error of the gradient', () => {
  it.each([1, 1e-2, 1e-4, 1e-6])('of %d fails, with a Hessian or without', (by) => {
    expect(verdicts(off(by))).toEqual(['fail']);
    expect(verdicts(off(by), { hessianProduct: product() })).toEqual(['fail']);
  });

  it('shows in the remainder of the Hessian where the rounding of f hides it from the first', () => {
    const direction = [0, 1, 0];
    const options = { direction, hessianProduct: product() };
    expect(taylorTest(f, off(2e-7), at, options).verdict).toBe('fail');
  });

  it.each([1e-8, 1e-9, 1e-10])('of %d is below what any check here calls a bug: a pass, and no doubt', (by) => {
    expect(verdicts(off(by))).toEqual(['pass']);
    expect(verdicts(off(by), { hessianProduct: product() })).toEqual(['pass']);
  });

  it('shows from 2^-24 of the slope along the direction on, where f does not bend', () => {
    const verdict = (by: number, slope: number, size = 1) =>
      taylorTest(
        ([v]: X) => slope * v,
        () => [slope * (1 + by)],
        [0.3 * size],
        { direction: [size] },
      ).verdict;
    for (const slope of [3, -0.02, 400])
      for (const sign of [1, -1])
        for (const size of [2 ** -9, 1]) {
          expect(verdict((sign * 0.8) / 2 ** 24, slope, size)).toBe('pass');
          expect(verdict((sign * 1.3) / 2 ** 24, slope, size)).toBe('fail');
        }
  });

  it('that is not finite fails', () => {
    expect(verdicts(() => [Number.NaN, 0, 0])).toEqual(['fail']);
  });
});

describe('an error of the Hessian', () => {
  it.each([1, 1e-1, 1e-2, 1e-3, 1e-4])('of %d fails, and leaves the slope of the gradient alone', (by) => {
    for (const seed of SEEDS) {
      const { verdict, slopes } = taylorTest(f, gradient, at, { seed, hessianProduct: product(by) });
      expect(verdict).toBe('fail');
      expect(slopes[1]).toBeCloseTo(2, 1);
    }
  });
});

describe('what has no expansion is undecided', () => {
  const along = { direction: [1] };
  const doubt = (each: (x: number) => number, slope: number, x: number) => {
    const report = taylorTest(
      ([v]: X) => each(v),
      () => [slope],
      [x],
      along,
    );
    return [report.verdict, ...report.findings.map(({ kind }) => kind)];
  };

  it.each([0, 0.5, 1])('a kink, with %d for its slope', (slope) => {
    expect(doubt(Math.abs, slope, 0)).toEqual(['inconclusive', 'kink-at-x']);
  });

  it('a kink on top of a curve, which no Hessian mends', () => {
    const bent = ([v]: X) => Math.abs(v) + Math.exp(v);
    const report = taylorTest(bent, () => [1], [0], { ...along, hessianProduct: (_, u) => u });
    expect([report.verdict, report.findings[0].kind]).toEqual(['inconclusive', 'kink-at-x']);
  });

  it('a jump, in the middle of it or beside it', () => {
    expect(doubt(Math.sign, 0, 0)[0]).toBe('inconclusive');
    expect(doubt((v) => Number(v > 0), 0, 0)[0]).toBe('inconclusive');
  });

  it('the edge of the domain, and an f that does not move', () => {
    expect(doubt((v) => Math.sqrt(v), 5, 0.05)).toEqual(['inconclusive', 'domain-edge']);
    expect(doubt(() => 3, 0, 1)).toEqual(['inconclusive', 'round-off']);
  });
});

it('a linear f leaves nothing but rounding after its gradient, and passes', () => {
  const linear = ([a, b]: X) => 3 * a - 2 * b;
  const { slopes, verdict } = taylorTest(linear, () => [3, -2], [0.3, 0.8]);
  expect([verdict, slopes[1]]).toEqual(['pass', Number.NaN]);
  expect(taylorTest(linear, () => [3, 2], [0.3, 0.8]).verdict).toBe('fail');
});

it('bad input is thrown: another shape, or no function', () => {
  expect(() => taylorTest(f, () => [1, 2], at)).toThrow(/shape 2, but x has 3/);
  expect(() => taylorTest(f, gradient, at, { direction: [1] })).toThrow(/shape 1, but x has 3/);
  expect(() => taylorTest(3 as never, gradient, at)).toThrow(/f is number, not a function/);
  expect(() => taylorTest(f, 3 as never, at)).toThrow(/the gradient is number, not a function/);
});
