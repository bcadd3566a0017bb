/**
 * One formula, several arithmetics: an example written once with these operations is evaluated in double and in single
 * precision, at complex points (the complex step) and on Taylor series (its higher derivatives).
 */

import { cos, exp, sin } from './correct-rounding.ts';

export interface Arithmetic<T> {
  readonly constant: (value: number) => T;
  readonly add: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  readonly sin: (a: T) => T;
  readonly exp: (a: T) => T;
  readonly log: (a: T) => T;
  readonly sqrt: (a: T) => T;
}

/** A function of x that can be evaluated in any arithmetic. */
export type Formula = <T>(arithmetic: Arithmetic<T>, x: readonly T[]) => T;

/** The sum from left to right, each addition rounded as the arithmetic rounds. */
export function total<T>({ add, constant }: Arithmetic<T>, values: readonly T[]): T {
  return values.reduce(add, constant(0));
}

/** How the result of each operation is rounded. */
export type Rounding = (value: number) => number;

export const toDouble: Rounding = (value) => value;
export const toSingle: Rounding = Math.fround;

/** Real numbers, the result of every operation rounded. Functions are computed in double and rounded once. */
export const reals = (round: Rounding): Arithmetic<number> => ({
  constant: round,
  add: (a, b) => round(a + b),
  multiply: (a, b) => round(a * b),
  sin: (a) => round(sin(a)),
  exp: (a) => round(exp(a)),
  log: (a) => round(Math.log(a)),
  sqrt: (a) => round(Math.sqrt(a)),
});

export type Complex = readonly [real: number, imaginary: number];

/** Complex numbers, the result of every real operation rounded. Principal branches. */
export const complexes = (round: Rounding): Arithmetic<Complex> => {
  const modulus = ([a, b]: Complex) => round(Math.hypot(a, b));
  const product = (a: number, b: number) => round(a * b);
  return {
    constant: (value) => [round(value), 0],
    add: ([a, b], [c, d]) => [round(a + c), round(b + d)],
    multiply: ([a, b], [c, d]) => [round(product(a, c) - product(b, d)), round(product(a, d) + product(b, c))],
    sin: ([a, b]) => [
      product(round(Math.sin(a)), round(Math.cosh(b))),
      product(round(Math.cos(a)), round(Math.sinh(b))),
    ],
    exp: ([a, b]) => {
      const size = round(Math.exp(a));
      return [product(size, round(Math.cos(b))), product(size, round(Math.sin(b)))];
    },
    log: (z) => [round(Math.log(modulus(z))), round(Math.atan2(z[1], z[0]))],
    sqrt: (z) => {
      const [a, b] = z;
      const larger = round(Math.sqrt(round(modulus(z) + Math.abs(a)) / 2));
      if (larger === 0) return [0, 0];
      const smaller = round(Math.abs(b) / (2 * larger));
      return a >= 0 ? [larger, b < 0 ? -smaller : smaller] : [smaller, b < 0 ? -larger : larger];
    },
  };
};

/** A function of t near 0 by its Taylor coefficients, lowest first. */
export type Series = readonly number[];

const upTo = (count: number, coefficient: (k: number, before: readonly number[]) => number): number[] => {
  const found: number[] = [];
  for (let k = 0; k < count; k++) found.push(coefficient(k, found));
  return found;
};

const convolve = (k: number, from: number, to: number, term: (j: number) => number): number => {
  let result = 0;
  for (let j = from; j <= to; j++) result += term(j);
  return k === 0 ? 0 : result;
};

/**
 * Truncated Taylor series: `terms` coefficients, by the usual recurrences (Griewank and Walther, Evaluating
 * Derivatives, 2nd edition, table 13.2).
 */
export const seriesOf = (terms: number): Arithmetic<Series> => ({
  constant: (value) => upTo(terms, (k) => (k === 0 ? value : 0)),
  add: (a, b) => a.map((value, k) => value + b[k]),
  multiply: (a, b) => upTo(terms, (k) => a.slice(0, k + 1).reduce((sum, value, j) => sum + value * b[k - j], 0)),
  exp: (a) => upTo(terms, (k, e) => (k === 0 ? exp(a[0]) : convolve(k, 1, k, (j) => j * a[j] * e[k - j]) / k)),
  sin: (a) => {
    const sine = [sin(a[0])];
    const cosine = [cos(a[0])];
    for (let k = 1; k < terms; k++) {
      sine.push(convolve(k, 1, k, (j) => j * a[j] * cosine[k - j]) / k);
      cosine.push(-convolve(k, 1, k, (j) => j * a[j] * sine[k - j]) / k);
    }
    return sine;
  },
  log: (a) =>
    upTo(terms, (k, l) =>
      k === 0 ? Math.log(a[0]) : (a[k] - convolve(k, 1, k - 1, (j) => j * l[j] * a[k - j]) / k) / a[0],
    ),
  sqrt: (a) =>
    upTo(terms, (k, s) =>
      k === 0 ? Math.sqrt(a[0]) : (a[k] - convolve(k, 1, k - 1, (j) => s[j] * s[k - j])) / (2 * s[0]),
    ),
});

/**
 * The derivatives of one order along each axis: element i is ∂ᵏf/∂xᵢᵏ.
 *
 *     pureDerivatives((a, [x]) => a.exp(x), [0], 5) // [1]
 */
export function pureDerivatives(formula: Formula, x: readonly number[], order: number): number[] {
  const arithmetic = seriesOf(order + 1);
  const factorial = upTo(order + 1, (k, f) => (k === 0 ? 1 : k * f[k - 1]))[order];
  return x.map((_, moved) => {
    const point = x.map((value, i) => upTo(order + 1, (k) => (k === 0 ? value : k === 1 && i === moved ? 1 : 0)));
    return factorial * formula(arithmetic, point)[order];
  });
}

/**
 * The complex step, Im f(x + ih eᵢ)/h: no difference is taken, so nothing cancels and h can be as small as one likes.
 * Squire and Trapp, "Using complex variables to estimate derivatives of real functions", SIAM Review 40 (1998).
 */
export function complexStepGradient(formula: Formula, x: readonly number[], step: number, round = toDouble): number[] {
  const arithmetic = complexes(round);
  return x.map((_, moved) => {
    const point = x.map((value, i): Complex => [round(value), i === moved ? round(step) : 0]);
    return round(formula(arithmetic, point)[1] / round(step));
  });
}
