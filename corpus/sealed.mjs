/**
 * Cases that the checker is never tuned on: losses and points that stand in no other corpus, drawn at random, each right or
 * with one planted error. They are run to count mistakes and for nothing else. Whoever finds one here adds a case of the
 * same kind to `kinds/` and works on that; this file and its seeds stay as they are.
 */
import { randomOf, rounding } from './kinds/rounding.mjs';

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const pick = (r, list) => list[Math.floor(r() * list.length)];
const fold = (v, q) => v.reduce((total, each) => q(total + each), 0);

/** Smooth losses of a point and of constants c; q rounds every operation. Gradients are those without rounding. */
const SMOOTH = [
  {
    name: 'Huber-like',
    f: (x, c, q) => fold(x.map((v, i) => q(q(Math.sqrt(q(1 + q(q(v - c[i]) ** 2)))) - 1)), q),
    g: (x, c) => x.map((v, i) => (v - c[i]) / Math.sqrt(1 + (v - c[i]) ** 2)),
  },
  {
    name: 'cross-entropy of two classes',
    f: (x, c, q) => fold(x.map((v, i) => q(Math.log(q(1 + q(Math.exp(q(-Math.sign(c[i]) * v)))))) ), q),
    g: (x, c) => x.map((v, i) => -Math.sign(c[i]) / (1 + Math.exp(Math.sign(c[i]) * v))),
  },
  {
    name: 'chain of products',
    f: (x, c, q) => x.reduce((p, v, i) => q(p * q(v + c[i] + 2)), 1),
    g: (x, c) => x.map((_, k) => x.reduce((p, v, i) => (i === k ? p : p * (v + c[i] + 2)), 1)),
  },
  {
    name: 'Rosenbrock chain',
    f: (x, c, q) => fold(x.slice(1).map((v, i) => q(q(5 * q(v - q(x[i] * x[i])) ** 2) + q(1 - x[i]) ** 2)), q),
    g: (x) => x.map((v, i) => (i > 0 ? 10 * (v - x[i - 1] ** 2) : 0) + (i < x.length - 1 ? -20 * v * (x[i + 1] - v * v) - 2 * (1 - v) : 0)),
  },
  {
    name: 'energy of neighbours',
    f: (x, c, q) => fold(x.map((v, i) => q(q(Math.cos(q(v - x[(i + 1) % x.length]))) * c[i])), q),
    g: (x, c) => {
      const n = x.length;
      const s = x.map((v, i) => -c[i] * Math.sin(v - x[(i + 1) % n]));
      return x.map((_, i) => s[i] - s[(i + n - 1) % n]);
    },
  },
  {
    name: 'variance',
    f: (x, c, q) => {
      const m = q(fold(x, q) / x.length);
      return q(fold(x.map((v) => q(q(v - m) ** 2)), q) / x.length);
    },
    g: (x) => {
      const m = x.reduce((a, b) => a + b, 0) / x.length;
      return x.map((v) => (2 * (v - m)) / x.length);
    },
  },
];

const ERRORS = [1, -2, 0.5, -0.25, 0.1];

/** One case a seed. `odd`: nothing definite is possible; `precise`: what format its values have. */
export function sealedCase(seed) {
  const r = randomOf(0x5ea1ed ^ seed);
  const { name, f, g } = pick(r, SMOOTH);
  const n = 3 + Math.floor(6 * r());
  const c = times(n, () => 2 * r() - 1);
  const scale = 10 ** (r() < 0.6 ? 0 : Math.round(4 * r() - 2));
  const format = pick(r, ['float64', 'float64', 'float64', 'float32', 'float16', 'bfloat16']);
  const q = rounding(format);
  const special = format === 'float64' && r() < 0.5;
  const kind = special ? pick(r, ['kink at x', 'zero but for rounding', 'large offset', 'a small group', 'noise']) : format;
  const draw = randomOf(Math.floor(1e9 * r()));
  const x = times(n, (i) => {
    const v = scale * (0.2 + 1.5 * r()) * (r() < 0.5 ? -1 : 1);
    if (kind === 'zero but for rounding' && i % 3 === 0) return 1e-17 * (1 + r());
    return q(v);
  });
  const at = Math.floor(r() * n);
  const offset = kind === 'large offset' ? 10 ** (5 + 4 * r()) : 0;
  const noise = kind === 'noise' ? 1e-3 : 0;
  const small = kind === 'a small group' ? 1e-5 : 1;
  const loss = (v) => {
    const inner = v.map((each, i) => (i === n - 1 ? small * each : each) / scale);
    const value = f(inner, c, q);
    const kinked = kind === 'kink at x' ? Math.abs(v[at] - x[at]) : 0;
    return (value + kinked + offset) * (1 + noise * (draw() - 0.5));
  };
  const right = r() < 0.5;
  const size = right ? 0 : pick(r, ERRORS);
  const gradient = (v) => {
    const inner = v.map((each, i) => (i === n - 1 ? small * each : each) / scale);
    const slopes = g(inner, c).map((each, i) => (each * (i === n - 1 ? small : 1)) / scale);
    const typical = Math.sqrt(slopes.reduce((total, each) => total + each * each, 0) / n);
    return slopes.map((each, i) => {
      const kinked = kind === 'kink at x' && i === at ? Math.sign(v[i] - x[i]) : 0;
      const error = i === (at + 1) % n ? size * (Math.abs(each) || typical) : 0;
      return each + kinked + error;
    });
  };
  return { name: `${name}, ${kind}`, group: kind, right, odd: right && (kind === 'kink at x' || kind === 'noise'), x, f: loss, gradient, size };
}
