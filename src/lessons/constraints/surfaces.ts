/**
 * Parameters that are bound to a surface: a loss that is defined around it as well, its slopes along all elements, and
 * curves in the surface, one for each direction in which the parameters may move.
 */
import { dot } from '@/examples/programs/matrix.ts';
import { choiceField, idField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

/** A curve in the surface that is at x for t = 0. */
export interface Curve {
  readonly at: (t: number) => number[];
  readonly velocity: (t: number) => number[];
}

export interface Surface {
  readonly id: string;
  readonly label: string;
  /** What binds the elements. */
  readonly bound: string;
  readonly x: readonly number[];
  readonly loss: (x: number[]) => number;
  /** The slopes along all elements, as if x were free. */
  readonly slopes: (x: number[]) => number[];
  /** The part of a gradient that lies in the surface at x. */
  readonly tangent: (x: readonly number[], g: readonly number[]) => number[];
  readonly curves: readonly Curve[];
}

const WEIGHTS = [1.5, -0.7, 2.2];
const PULL = [0.4, 1.1, -0.6];
const UNIT = [2 / 3, 1 / 3, 2 / 3];
/** Two directions at right angles to the unit vector and to each other. */
const ACROSS = [
  [-2 / 3, 2 / 3, 1 / 3],
  [1 / 3, 2 / 3, -2 / 3],
];

const SPHERE: Surface = {
  id: 'sphere',
  label: 'a unit vector',
  bound: '‖x‖ = 1',
  x: UNIT,
  loss: (x) => x.reduce((sum, each, i) => sum + WEIGHTS[i] * each ** 2 + PULL[i] * each, 0),
  slopes: (x) => x.map((each, i) => 2 * WEIGHTS[i] * each + PULL[i]),
  tangent: (x, g) => g.map((each, i) => each - dot(g, x) * x[i]),
  curves: ACROSS.map((u) => ({
    at: (t) => UNIT.map((each, i) => each * Math.cos(t) + u[i] * Math.sin(t)),
    velocity: (t) => UNIT.map((each, i) => u[i] * Math.cos(t) - each * Math.sin(t)),
  })),
};

const P = [0.2, 0.5, 0.3];
const PRIOR = [0.4, 0.35, 0.25];
const move = (t: number, j: number): number[] => P.map((each, i) => each + (i === 0 ? t : i === j ? -t : 0));

/** Relative entropy. */
const SIMPLEX: Surface = {
  id: 'simplex',
  label: 'probabilities',
  bound: 'Σ x = 1',
  x: P,
  loss: (x) => x.reduce((sum, each, i) => sum + each * Math.log(each / PRIOR[i]), 0),
  slopes: (x) => x.map((each, i) => Math.log(each / PRIOR[i]) + 1),
  tangent: (x, g) => g.map((each) => each - g.reduce((sum, other) => sum + other, 0) / x.length),
  curves: [1, 2].map((j) => ({
    at: (t) => move(t, j),
    velocity: () => move(1, j).map((each, i) => each - P[i]),
  })),
};

const [COS, SIN] = [Math.cos(0.7), Math.sin(0.7)];
/** Two by two, row by row: a rotation by 0.7. */
const Q = [COS, -SIN, SIN, COS];
const SEEN = [0.8, -1.3, 0.5, 1.7];

const ORTHOGONAL: Surface = {
  id: 'orthogonal',
  label: 'an orthogonal matrix',
  bound: 'QᵀQ = I',
  x: Q,
  loss: (q) => q.reduce((sum, each, i) => sum + (each - SEEN[i]) ** 2 / 2, 0),
  slopes: (q) => q.map((each, i) => each - SEEN[i]),
  // (G − Q Gᵀ Q)/2
  tangent: ([a, b, c, d], [g, h, k, l]) => {
    const [p, q, r, s] = [a * g + b * h, a * k + b * l, c * g + d * h, c * k + d * l];
    return [g - (p * a + q * c), h - (p * b + q * d), k - (r * a + s * c), l - (r * b + s * d)].map((each) => each / 2);
  },
  curves: [
    {
      at: (t) => [Math.cos(0.7 + t), -Math.sin(0.7 + t), Math.sin(0.7 + t), Math.cos(0.7 + t)],
      velocity: (t) => [-Math.sin(0.7 + t), -Math.cos(0.7 + t), Math.cos(0.7 + t), -Math.sin(0.7 + t)],
    },
  ],
};

export const SURFACES: readonly Surface[] = [SPHERE, SIMPLEX, ORTHOGONAL];

export type Handed = 'slopes' | 'tangent' | 'wrong';

export const HANDED: readonly { readonly value: Handed; readonly label: string }[] = [
  { value: 'slopes', label: 'all slopes' },
  { value: 'tangent', label: 'its part in the surface' },
  { value: 'wrong', label: 'a wrong one' },
];

/** What is handed back as the gradient; the wrong one has another sign in its last element. */
export function handedBack({ slopes, tangent }: Surface, handed: Handed): (x: number[]) => number[] {
  if (handed === 'slopes') return slopes;
  if (handed === 'tangent') return (x) => tangent(x, slopes(x));
  return (x) => slopes(x).map((each, i, all) => (i === all.length - 1 ? -each : each));
}

/** The loss along all curves at once, each with a t of its own, and what a gradient says of its slopes. */
export function alongCurves({ loss, curves }: Surface, gradient: (x: number[]) => number[]) {
  return {
    loss: (t: number[]): number => curves.reduce((sum, { at }, k) => sum + loss(at(t[k])), 0),
    gradient: (t: number[]): number[] => curves.map(({ at, velocity }, k) => dot(gradient(at(t[k])), velocity(t[k]))),
    start: curves.map(() => 0),
  };
}

export const fields = {
  surface: idField(SURFACES),
  handed: choiceField<Handed>(
    'slopes',
    HANDED.map(({ value }) => value),
  ),
};

export type State = StateOf<typeof fields>;

export const surfaceOf = ({ surface }: Pick<State, 'surface'>): Surface =>
  SURFACES.find(({ id }) => id === surface) ?? SURFACES[0];
