/**
 * Double-double arithmetic: a number as an unevaluated sum hi + lo of two doubles, about 32 digits.
 * Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971), 224-242.
 */
export type Pair = readonly [hi: number, lo: number];

const SPLITTER = 2 ** 27 + 1;

const quickSum = (a: number, b: number): Pair => {
  const sum = a + b;
  return [sum, b - (sum - a)];
};

export function add(x: Pair, y: Pair): Pair {
  const sum = x[0] + y[0];
  const part = sum - x[0];
  const rest = x[0] - (sum - part) + (y[0] - part);
  return quickSum(sum, rest + x[1] + y[1]);
}

function split(a: number): Pair {
  const scaled = SPLITTER * a;
  const hi = scaled - (scaled - a);
  return [hi, a - hi];
}

export function multiply(x: Pair, y: Pair): Pair {
  const product = x[0] * y[0];
  const [a, b] = split(x[0]);
  const [c, d] = split(y[0]);
  const rest = a * c - product + a * d + b * c + b * d;
  return quickSum(product, rest + (x[0] * y[1] + x[1] * y[0]));
}

export function divide(x: Pair, y: Pair): Pair {
  const first = x[0] / y[0];
  const remainder = add(x, multiply([-first, 0], y));
  return quickSum(first, remainder[0] / y[0]);
}
