/**
 * A loss behind a solver: Kepler’s equation z − e sin z = m is solved for z to a tolerance, by one of three methods, and
 * the loss is how far along its axis the planet then is, cos z − e. The parameters are e and m.
 */
export type Method = 'newton' | 'fixed-point' | 'bisection';

export const METHODS: readonly { readonly id: Method; readonly label: string }[] = [
  { id: 'newton', label: 'Newton' },
  { id: 'fixed-point', label: 'fixed point' },
  { id: 'bisection', label: 'bisection' },
];

export interface Orbit {
  /** Eccentricity, 0 to 1, and mean anomaly in radians. */
  readonly e: number;
  readonly m: number;
}

/** Where the slopes are taken. */
export const ORBIT: Orbit = { e: 0.6, m: 0.5 };

const LIMIT = 200;

/** Repeats a step from z = m until it is no longer than the tolerance. */
function iterate(step: (z: number) => number, { m }: Orbit, tolerance: number): number {
  let z = m;
  for (let i = 0; i < LIMIT; i++) {
    const next = step(z);
    const length = Math.abs(next - z);
    z = next;
    if (length <= tolerance) break;
  }
  return z;
}

/** Halves an interval that holds z, as 0 < m < π, until it is no longer than the tolerance. */
function bisect({ e, m }: Orbit, tolerance: number): number {
  let [low, high] = [0, Math.PI];
  while (high - low > tolerance) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (middle - e * Math.sin(middle) < m) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const SOLVERS: Readonly<Record<Method, (orbit: Orbit, tolerance: number) => number>> = {
  newton: (orbit, tolerance) =>
    iterate((z) => z - (z - orbit.e * Math.sin(z) - orbit.m) / (1 - orbit.e * Math.cos(z)), orbit, tolerance),
  'fixed-point': (orbit, tolerance) => iterate((z) => orbit.m + orbit.e * Math.sin(z), orbit, tolerance),
  bisection: bisect,
};

/** The loss as a program computes it. */
export const lossWith =
  (method: Method, tolerance: number) =>
  (orbit: Orbit): number =>
    Math.cos(SOLVERS[method](orbit, tolerance)) - orbit.e;

/** How a gradient takes z to depend on the parameters. */
export type Way = 'implicit' | 'last-step' | 'constant';

/** What 1/(1 − e cos z) of the implicit function theorem becomes. */
const FACTOR: Readonly<Record<Way, (slope: number) => number>> = {
  implicit: (slope) => 1 / (1 - slope),
  'last-step': () => 1,
  constant: () => 0,
};

/**
 * The gradient of the loss from the solution z alone, whichever way it was found: dz = (sin z de + dm)/(1 − e cos z).
 *
 * @param way `last-step` differentiates one step of the fixed-point iteration, `constant` takes z for a constant
 */
export const gradientWith =
  (method: Method, tolerance: number, way: Way = 'implicit') =>
  (orbit: Orbit): { e: number; m: number } => {
    const z = SOLVERS[method](orbit, tolerance);
    const back = -Math.sin(z) * FACTOR[way](orbit.e * Math.cos(z));
    return { e: back * Math.sin(z) - 1, m: back };
  };

/** The true gradient, from a z that is right to rounding. */
export const TRUTH = gradientWith('newton', 1e-15)(ORBIT);
