/**
 * Random layers of known truth: a chain of operations over a vector, each with its own backward pass, into which errors are planted.
 * Which groups of x an error reaches is worked out from the two Jacobians, never by the checker.
 */
import { seededRandom } from '@/checker/random.ts';

export type Params = Record<string, number[] | number[][]>;
type Vector = number[];

interface Draw {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly vector: (n: number) => Vector;
  readonly integer: (below: number) => number;
}

export function drawer(seed: number): Draw {
  const uniform = seededRandom(seed * 7919 + 13);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    vector: (n) => Array.from({ length: n }, normal),
    integer: (below) => Math.floor(uniform() * below),
  };
}

const dot = (a: Vector, b: Vector) => a.reduce((s, v, i) => s + v * b[i], 0);

/** One step of a chain. `back` returns the gradient of its input, and adds those of its parameters to `grads`. */
interface Step {
  readonly forward: (h: Vector, p: Params) => Vector;
  readonly back: (h: Vector, p: Params, v: Vector, grads: Params) => Vector;
}

const elementwise = (f: (h: number) => number, slope: (h: number) => number): Step => ({
  forward: (h) => h.map(f),
  back: (h, _, v) => h.map((q, i) => v[i] * slope(q)),
});

const PLAIN: Readonly<Record<string, Step>> = {
  tanh: elementwise(Math.tanh, (h) => 1 - Math.tanh(h) ** 2),
  sin: elementwise(Math.sin, Math.cos),
  softplus: elementwise(
    (h) => Math.log1p(Math.exp(h)),
    (h) => 1 / (1 + Math.exp(-h)),
  ),
  cube: elementwise(
    (h) => h + h ** 3 / 3,
    (h) => 1 + h * h,
  ),
  relu: elementwise(
    (h) => Math.max(0, h),
    (h) => (h > 0 ? 1 : 0),
  ),
  softmax: {
    forward: softmax,
    back: (h, _, v) => {
      const p = softmax(h);
      const mean = dot(p, v);
      return p.map((q, i) => q * (v[i] - mean));
    },
  },
  normalise: {
    forward: (h) => standard(h).unit,
    back: (h, _, v) => {
      const { unit, size } = standard(h);
      const n = h.length;
      const mean = v.reduce((s, q) => s + q, 0) / n;
      const along = dot(v, unit) / n;
      return v.map((q, i) => (q - mean - unit[i] * along) / size);
    },
  },
  cumulate: {
    forward: (h) => h.map((_, i) => h.slice(0, i + 1).reduce((s, q) => s + q, 0)),
    back: (_, __, v) => v.map((_q, i) => v.slice(i).reduce((s, q) => s + q, 0)),
  },
  neighbours: {
    forward: (h) => h.map((q, i) => q * h[(i + 1) % h.length]),
    back: (h, _, v) => {
      const n = h.length;
      return h.map((_q, i) => v[i] * h[(i + 1) % n] + v[(i - 1 + n) % n] * h[(i - 1 + n) % n]);
    },
  },
};

function softmax(h: Vector): Vector {
  const most = Math.max(...h);
  const e = h.map((q) => Math.exp(q - most));
  const total = e.reduce((s, q) => s + q, 0);
  return e.map((q) => q / total);
}

function standard(h: Vector) {
  const mean = h.reduce((s, q) => s + q, 0) / h.length;
  const size = Math.sqrt(h.reduce((s, q) => s + (q - mean) ** 2, 0) / h.length + 1e-3);
  return { unit: h.map((q) => (q - mean) / size), size };
}

const linear = (W: string, b: string): Step => ({
  forward: (h, p) => (p[W] as number[][]).map((row, i) => dot(row, h) + (p[b] as number[])[i]),
  back: (h, p, v, grads) => {
    grads[W] = v.map((q) => h.map((u) => q * u));
    grads[b] = [...v];
    return h.map((_, j) => (p[W] as number[][]).reduce((s, row, i) => s + row[j] * v[i], 0));
  },
});

export interface RandomLayer {
  readonly x: Params;
  readonly F: (p: Params) => Vector;
  readonly vjp: (p: Params, v: Vector) => Params;
  /** The same with an error planted; what it does is in `planted`. */
  readonly wrong: (p: Params, v: Vector) => Params;
  readonly planted: string;
  /** What each output is multiplied by. */
  readonly scale: Vector;
}

type Fault = (h: Vector, v: Vector, back: Vector) => Vector;

/** What goes wrong in the backward pass of one step. */
function faultOf(r: Draw): readonly [name: string, fault: Fault] {
  const factor = 1 + (r.uniform() < 0.5 ? -1 : 1) * 10 ** (-2.5 * r.uniform());
  const at = r.uniform();
  const faults: readonly (readonly [string, Fault])[] = [
    ['a factor', (_h, _v, back) => back.map((q) => q * factor)],
    ['one element', (_h, _v, back) => back.map((q, i) => (i === Math.floor(at * back.length) ? q * factor : q))],
    ['v passed on', (_h, v, back) => back.map((_, i) => v[i % v.length])],
    ['shifted', (_h, _v, back) => back.map((_, i) => back[(i + 1) % back.length])],
    ['its mean taken away', (_h, _v, back) => back.map((q) => q - back.reduce((s, u) => s + u, 0) / back.length)],
    ['multiplied by its input', (h, _v, back) => back.map((q, i) => q * h[i])],
    ['nothing', (_h, _v, back) => back.map(() => 0)],
  ];
  return faults[r.integer(faults.length)];
}

/** A fault in what a linear step returns for its own parameters. */
function paramFault(r: Draw, name: string): readonly [name: string, fault: (grads: Params) => void] {
  const factor = 1 + (r.uniform() < 0.5 ? -1 : 1) * 10 ** (-2.5 * r.uniform());
  const scaled = (value: number[] | number[][]): number[] | number[][] =>
    (value as unknown[]).map((q) => (typeof q === 'number' ? q * factor : (q as number[]).map((u) => u * factor))) as
      | number[]
      | number[][];
  return [
    `a factor in ${name}`,
    (grads) => {
      grads[name] = scaled(grads[name]);
    },
  ];
}

export function randomLayer(seed: number): RandomLayer {
  const r = drawer(seed);
  const depth = 1 + r.integer(2);
  const width = 2 + r.integer(3);
  let size = width;
  const x: Params = { x: r.vector(width) };
  const steps: Step[] = [];
  const names = Object.keys(PLAIN);
  for (let k = 0; k < depth; k++) {
    if (k === 0 || r.uniform() < 0.5) {
      const next = 2 + r.integer(3);
      const here = size;
      x[`W${k}`] = Array.from({ length: next }, () => r.vector(here).map((v) => v / Math.sqrt(here)));
      x[`b${k}`] = r.vector(next);
      steps.push(linear(`W${k}`, `b${k}`));
      size = next;
    }
    steps.push(PLAIN[names[r.integer(names.length)]]);
  }
  const scale = Array.from({ length: size }, () => 10 ** (r.uniform() < 0.3 ? 8 * r.uniform() - 4 : 0));
  const place = r.integer(steps.length);
  const own = Object.keys(x).filter((name) => name !== 'x');
  const inParams = r.uniform() < 0.3 ? paramFault(r, own[r.integer(own.length)]) : undefined;
  const [name, fault] = faultOf(r);
  const run = (p: Params): Vector[] => {
    const all = [p.x as Vector];
    for (const step of steps) all.push(step.forward(all[all.length - 1], p));
    return all;
  };
  const back = (bad: boolean) => (p: Params, cotangent: Vector) => {
    const all = run(p);
    const grads: Params = {};
    let v = cotangent.map((q, i) => q * scale[i]);
    for (let k = steps.length - 1; k >= 0; k--) {
      const before = steps[k].back(all[k], p, v, grads);
      v = bad && !inParams && k === place ? fault(all[k], v, before) : before;
    }
    grads['x'] = v;
    if (bad) inParams?.[1](grads);
    return Object.fromEntries(Object.keys(x).map((key) => [key, grads[key]]));
  };
  return {
    x,
    F: (p) => run(p)[steps.length].map((q, i) => q * scale[i]),
    vjp: back(false),
    wrong: back(true),
    scale,
    planted: inParams ? inParams[0] : name,
  };
}

const flat = (value: number[] | number[][]): number[] => (value as unknown[]).flat() as number[];

/** Slopes below this, in units of their output, are what rounding leaves of a 0. */
const ROUNDING = 1e-9;

/** The largest error of each group of x, as a share of the largest slope of the same output in that group. */
export function errorsOf({ x, F, vjp, wrong, scale }: RandomLayer): Map<string, number> {
  const errors = new Map(Object.keys(x).map((name) => [name, 0]));
  F(x).forEach((_, k, { length: count }) => {
    const unit = Array.from({ length: count }, (__, i) => (i === k ? 1 : 0));
    const [good, bad] = [vjp(x, unit), wrong(x, unit)];
    for (const name of Object.keys(x)) {
      const right = flat(good[name]);
      const most = Math.max(...flat(bad[name]).map((q, i) => Math.abs(q - right[i])));
      const largest = Math.max(...right.map(Math.abs), ROUNDING * Math.abs(scale[k]));
      if (most > ROUNDING * Math.abs(scale[k])) errors.set(name, Math.max(errors.get(name) ?? 0, most / largest));
    }
  });
  return errors;
}
