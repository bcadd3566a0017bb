/**
 * Points at which checks go astray: elements that are zero but for rounding, gradients that branch at x, kinks at exactly
 * zero, slopes that converge slowly, edges of the domain a hair away, noise. One case a seed.
 */
import { randomOf } from './rounding.mjs';

const sum = (v) => v.reduce((a, b) => a + b, 0);
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const pick = (r, list) => list[Math.floor(r() * list.length)];

/** Adds an error to one element of a gradient: none where `right`. */
const spoil = (g, which, error) => (x) => g(x).map((v, i) => (i === which ? v + error * (Math.abs(v) || 1) : v));

const KINDS = {
  // x has elements such as cos(pi / 2): of no size of their own, beside ordinary ones
  'zero but for rounding': (r) => {
    const n = 2 + Math.floor(5 * r());
    const centre = times(n, () => 2 * r() - 1);
    const x = times(n, (i) => (i === 0 || r() < 0.3 ? (r() - 0.5) * 10 ** (-14 - 4 * r()) : 0.5 + 2 * r()));
    return pick(r, [
      { x, f: (v) => sum(v.map((a, i) => (a - centre[i]) ** 2)), g: (v) => v.map((a, i) => 2 * (a - centre[i])) },
      { x, f: (v) => sum(v.map((a, i) => Math.exp(centre[i] * a))), g: (v) => v.map((a, i) => centre[i] * Math.exp(centre[i] * a)) },
      {
        x,
        f: (v) => Math.log(1 + sum(v.map((a, i) => (a + centre[i]) ** 2))),
        g: (v) => {
          const d = 1 + sum(v.map((a, i) => (a + centre[i]) ** 2));
          return v.map((a, i) => (2 * (a + centre[i])) / d);
        },
      },
    ]);
  },
  // the gradient takes another branch a rounding away; where it is a kink, no definite pass is to be had
  'branch at x': (r) => {
    const c = Math.round(4 * r() + 1) / pick(r, [1, 2, 3]);
    const n = 2 + Math.floor(4 * r());
    const x = times(n, () => c + r());
    const odd = { odd: true, inside: true };
    return pick(r, [
      { x: [c, ...x], kink: [0, 1], f: ([v, ...w]) => Math.min(v, c) + sum(w.map((a) => a * a)), g: ([v, ...w]) => [v > c ? 0 : 1, ...w.map((a) => 2 * a)], ...odd },
      { x: [c, ...x], kink: [0, 1], f: ([v, ...w]) => Math.max(0, v - c) + sum(w.map(Math.sin)), g: ([v, ...w]) => [v > c ? 1 : 0, ...w.map(Math.cos)], ...odd },
      { x: [3, ...x], f: (v) => sum(v.map((a) => a * a)), g: (v) => v.map((a) => 2 * a) },
      { x: [c, c * (1 + 1e-7 * r() + 1e-9), ...x.map((a) => a - 3 * c - 9)], f: (v) => Math.max(...v), g: (v) => v.map((a) => (a === Math.max(...v) ? 1 : 0)) },
    ]);
  },
  // L1 and its kind at weights of exactly zero: open there, and decided beside them
  'kinks at zero': (r) => {
    const n = 1 + Math.floor(40 * r());
    const m = 1 + Math.floor(6 * r());
    const lambda = 0.1 + r();
    const a = times(n + m, () => 2 * r() - 1);
    const x = times(n + m, (i) => (i < n ? 0 : 0.3 + r()));
    return {
      x,
      odd: true,
      kink: [0, n],
      band: 2 * lambda + 2,
      f: (v) => sum(v.map((w, i) => lambda * Math.abs(w) + a[i] * w + w * w)),
      g: (v) => v.map((w, i) => lambda * Math.sign(w) + a[i] + 2 * w),
    };
  },
  // one-sided slopes that close like a root of the step, or slower
  'slow convergence': (r) => {
    const p = 1 + 0.05 + 0.9 * r();
    const slope = r() < 0.5 ? 0 : 2 * r() - 1;
    const x = [0, 0.5 + r()];
    return {
      x,
      f: ([v, w]) => Math.abs(v) ** p + slope * v + Math.cos(w),
      g: ([v, w]) => [p * Math.abs(v) ** (p - 1) * Math.sign(v) + slope, -Math.sin(w)],
    };
  },
  'edge of the domain': (r) => {
    const d = 10 ** (-2 - 8 * r());
    const w = 0.5 + r();
    return pick(r, [
      { x: [1 - d, w], f: ([v, u]) => Math.sqrt(1 - v * v) + u * u, g: ([v, u]) => [-v / Math.sqrt(1 - v * v), 2 * u] },
      { x: [d, w], f: ([v, u]) => Math.log(v) + u * u, g: ([v, u]) => [1 / v, 2 * u] },
      { x: [1 - d, w], f: ([v, u]) => Math.acos(v) + Math.sin(u), g: ([v, u]) => [-1 / Math.sqrt(1 - v * v), Math.cos(u)] },
      { x: [1 - d, w], f: ([v, u]) => Math.atanh(v) + Math.sin(u), g: ([v, u]) => [1 / (1 - v * v), Math.cos(u)] },
      { x: [d, w], f: ([v, u]) => v * Math.log(v) + Math.sqrt(v) + u * u, g: ([v, u]) => [Math.log(v) + 1 + 0.5 / Math.sqrt(v), 2 * u] },
    ]);
  },
  // f and gradient draw their own noise: nothing definite, whatever two calls of the gradient say
  noise: (r) => {
    const x = times(3, () => 0.5 + r());
    const noise = 10 ** (-1 - 3 * r());
    const draw = randomOf(Math.floor(1e9 * r()));
    return {
      x,
      odd: true,
      noDirections: true,
      f: (v) => sum(v.map((a) => a * a)) * (1 + noise * (draw() - 0.5)),
      g: (v) => v.map((a) => 2 * a * (1 + noise * (draw() - 0.5))),
    };
  },
};

/** `{ name, group, right, odd, x, f, gradient, size, which }`; odd: nothing definite is possible, right or wrong in the rest. */
export function pointCase(seed) {
  const r = randomOf(seed);
  const group = pick(r, Object.keys(KINDS));
  const { x, f, g, odd = false, kink, band = 1 } = KINDS[group](r);
  const right = r() < 0.5;
  const which = Math.floor(r() * x.length);
  const size = right ? 0 : pick(r, [1, -2, 0.5, 3]);
  // an error at a kink must leave the interval between the two slopes to be one
  const atKink = kink !== undefined && which < kink[1];
  const error = right ? 0 : atKink ? Math.sign(size) * (band + 2 + Math.abs(size)) : size;
  return {
    name: group,
    group,
    right,
    odd: odd && right,
    x,
    size,
    which,
    f,
    gradient: error === 0 ? g : atKink ? (v) => g(v).map((a, i) => (i === which ? a + error : a)) : spoil(g, which, error),
    noDirections: group !== 'zero but for rounding' && group !== 'edge of the domain',
  };
}
