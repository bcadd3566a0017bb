/**
 * Losses in short precision: every operation rounded, the result alone, or the inputs short and the sums longer. Right
 * gradients are those of the loss without rounding; wrong ones differ by what `size` says.
 */
import { randomOf, rounding } from './rounding.mjs';

const sum = (v, q = (a) => a) => v.reduce((total, each) => q(total + each), 0);

/** name, loss of (x, q, constants), gradient of (x, constants), the point from a random source. */
const LOSSES = [
  {
    name: 'sigmoid',
    at: (r) => [4 * r() - 2],
    f: ([v], q) => q(1 / q(1 + q(Math.exp(-q(v))))),
    g: ([v]) => {
      const p = 1 / (1 + Math.exp(-v));
      return [p * (1 - p)];
    },
  },
  {
    name: 'sum of squares',
    at: (r) => Array.from({ length: 5 }, () => 4 * r() - 2),
    f: (x, q) => sum(x.map((v) => q(q(v) * q(v))), q),
    g: (x) => x.map((v) => 2 * v),
  },
  {
    name: 'log-sum-exp',
    at: (r) => Array.from({ length: 4 }, () => 3 * r() - 1.5),
    f: (x, q) => q(Math.log(sum(x.map((v) => q(Math.exp(q(v)))), q))),
    g: (x) => {
      const e = x.map(Math.exp);
      const total = sum(e);
      return e.map((v) => v / total);
    },
  },
  {
    name: 'mean of tanh of a product',
    at: (r) => Array.from({ length: 6 }, () => 2 * r() - 1),
    f: (x, q) => q(sum(ROWS.map((row) => q(Math.tanh(sum(row.map((a, i) => q(q(a) * q(x[i]))), q)))), q) / ROWS.length),
    g: (x) => {
      const g = x.map(() => 0);
      for (const row of ROWS) {
        const t = Math.tanh(sum(row.map((a, i) => a * x[i])));
        for (let i = 0; i < x.length; i++) g[i] += ((1 - t * t) * row[i]) / ROWS.length;
      }
      return g;
    },
  },
  {
    name: 'reciprocal, one small element',
    at: (r) => [10 ** (-2 - 3 * r()), 0.3 + r(), 0.3 + r()],
    f: ([a, b, c], q) => q(q(q(1 / q(a)) + q(b)) + q(c)),
    g: ([a]) => [-1 / (a * a), 1, 1],
  },
  {
    name: 'sine of a small element',
    at: (r) => [10 ** (-2 - 2 * r()), 0.3 + r(), 0.3 + r()],
    f: ([a, b, c], q, k) => q(q(q(Math.sin(q(q(a) * k))) + q(b)) + q(c)),
    g: ([a], k) => [k * Math.cos(k * a), 1, 1],
    constant: (x, r) => (0.3 + r()) / x[0],
  },
  {
    name: 'square root and logarithm',
    at: (r) => Array.from({ length: 3 }, () => 0.2 + 3 * r()),
    f: (x, q) => sum(x.map((v) => q(q(Math.sqrt(q(v))) * q(Math.log(q(v))))), q),
    g: (x) => x.map((v) => Math.log(v) / (2 * Math.sqrt(v)) + 1 / Math.sqrt(v)),
  },
  {
    name: 'quotient of squares',
    at: (r) => [1 + r(), 1 + r(), 0.5 + r()],
    f: ([a, b, c], q) => q(q(q(q(a) * q(a)) + q(b)) / q(q(1) + q(q(c) * q(c)))),
    g: ([a, b, c]) => {
      const d = 1 + c * c;
      return [(2 * a) / d, 1 / d, (-2 * c * (a * a + b)) / (d * d)];
    },
  },
];

const ROWS = [
  [0.5, -1.2, 0.3, 0.8, -0.4, 1.1],
  [-0.7, 0.2, 1.4, -0.9, 0.6, 0.1],
  [1.3, 0.4, -0.5, 0.2, -1.1, 0.7],
];

/** How the roundings of a format are used: in every operation, in the result alone, of the inputs with float32 sums. */
const WAYS = {
  all: (q) => ({ inner: q, outer: (v) => v, input: q }),
  result: (q) => ({ inner: (v) => v, outer: q, input: (v) => v }),
  mixed: (q) => ({ inner: rounding('float32'), outer: rounding('float32'), input: q }),
};

/** One case a seed: `{ name, f, gradient, x, right, size }`. */
export function precisionCase(seed, formats = ['float32', 'float16', 'bfloat16', 'float64']) {
  const r = randomOf(seed);
  const loss = LOSSES[Math.floor(r() * LOSSES.length)];
  const format = formats[Math.floor(r() * formats.length)];
  const way = format === 'float64' ? 'all' : Object.keys(WAYS)[Math.floor(r() * 3)];
  const q = rounding(format);
  const { inner, outer, input } = WAYS[way](q);
  const exact = loss.at(r);
  // in a given format the point is usually of that format; sometimes it is not
  const x = r() < 0.8 ? exact.map(q) : exact;
  const k = loss.constant?.(x, r);
  const right = r() < 0.5;
  const size = right ? 0 : [1, -2, 0.5, 3][Math.floor(r() * 4)];
  const which = Math.floor(r() * x.length);
  const rounded = r() < 0.5 ? q : (v) => v;
  return {
    name: `${loss.name}, ${format} ${way}`,
    format,
    way,
    right,
    size,
    which,
    x,
    f: (v) => outer(loss.f(v.map(input), inner, k)),
    gradient: (v) => loss.g(v, k).map((g, i) => rounded(right || i !== which ? g : g * (1 + size))),
  };
}
