import { DEFAULT_STEP } from '../defaults.ts';
import { CheckError } from '../errors.ts';
import { buildLike, type Row, workingCopy } from '../point/copies.ts';
import { requireChange, requireFunction, requireNumber, requireStep } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import type { Loss, Point, Scheme, Widened } from '../types.ts';
import { SCHEMES } from './schemes.ts';

/** Options of {@link numericalGradient}. */
export interface DifferenceOptions {
  /** `'forward'`, `'central'` or `'five-point'`; default `'central'`. */
  readonly scheme?: Scheme;
  /** The step h, the same for every element, in the units of x; default 1e-5. */
  readonly step?: number;
}

/**
 * The gradient of f at x by finite differences, one element at a time: with the central scheme
 * `(f(x + h e) - f(x - h e)) / (2 h)` for each unit vector e, two evaluations of f an element.
 *
 * f receives a working copy of x in x's own structure, changed in place and always restored; it must not change it.
 *
 * @param f the loss: takes the structure of x, returns a number. NaN and infinities are passed on.
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @returns the gradient, in the structure of x, in units of f over units of x
 * @throws CheckError where x is empty, ragged or not finite, f returns no number, or the step is not positive or is
 *   lost beside an element of x
 * @example
 * numericalGradient(([a, b]) => a * a + 3 * b, [1.5, 2]); // [3.0000000000…, 3.0000000000…]
 * numericalGradient(Math.exp, 0, { scheme: 'five-point', step: 1e-3 });
 */
export function numericalGradient<X extends Point>(
  f: Loss<Widened<X>>,
  x: X,
  { scheme = 'central', step = DEFAULT_STEP }: DifferenceOptions = {},
): Widened<X> {
  requireFunction(f, 'f');
  requireStep(step);
  if (scheme === 'central' && isPlainVector(x, step)) return vectorGradient(f as Loss<typeof x>, x, step) as Widened<X>;
  const { layout, values } = layoutOf(x);
  requireChange(layout, values, step);
  return buildLike(x, flatGradient(f as Loss<X>, x, scheme, step, layout.size)) as Widened<X>;
}

/** A flat array of finite numbers that the step changes: the common case, told apart in one pass. */
function isPlainVector(x: unknown, step: number): x is number[] | Float64Array {
  if (!(Array.isArray(x) || x instanceof Float64Array) || x.length === 0) return false;
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (typeof value !== 'number' || value + step === value || value - step === value || value - value !== 0)
      return false;
  }
  return true;
}

/** Two evaluations an element and next to nothing else. */
function vectorGradient<X extends number[] | Float64Array>(f: Loss<X>, x: X, h: number): X {
  const current = x.slice() as X;
  const gradient = x.slice() as X;
  try {
    differences(f, current, gradient, h).next();
  } catch (error) {
    Object.assign(current, x);
    throw error;
  }
  return gradient;
}

/**
 * The loop, as a generator that yields nothing: engines do not build generators into their callers, and so do not build
 * f into the `try` there, in which its own loops take a third more time.
 */
// biome-ignore lint/correctness/useYield: see above
function* differences<X extends number[] | Float64Array>(
  f: Loss<X>,
  current: X,
  gradient: X,
  h: number,
): Generator<never, void> {
  for (let i = 0; i < current.length; i++) {
    const old = current[i];
    current[i] = old + h;
    const above = f(current);
    current[i] = old - h;
    const below = f(current);
    current[i] = old;
    gradient[i] = (requireNumber(above, f) - requireNumber(below, f)) / (2 * h);
  }
}

/** The finite differences in flat order; the input has been checked. */
export function flatGradient<X extends Point>(f: Loss<X>, x: X, scheme: Scheme, h: number, size: number): Float64Array {
  if (!Object.hasOwn(SCHEMES, scheme))
    throw new CheckError('unknown-scheme', `There is no scheme '${scheme}'. Use ${Object.keys(SCHEMES).join(', ')}.`);
  const gradient = new Float64Array(size);
  const { current, rows } = workingCopy(x);
  const base = scheme === 'forward' ? requireNumber(f(current()), f) : Number.NaN;
  for (const row of rows) differenceRow(f, current, row, h, gradient, scheme, base);
  return gradient;
}

function differenceRow<X>(
  f: Loss<X>,
  current: () => X,
  { target, key: first, start, size }: Row,
  h: number,
  gradient: Float64Array,
  scheme: Scheme,
  base: number,
): void {
  const { offsets, weights, divisor } = SCHEMES[scheme];
  for (let j = 0; j < size; j++) {
    const key = typeof first === 'string' ? first : j;
    const old: number = target[key];
    try {
      let sum = 0;
      for (let k = 0; k < offsets.length; k++) {
        target[key] = old + offsets[k] * h;
        sum += weights[k] * (offsets[k] === 0 ? base : requireNumber(f(current()), f));
      }
      gradient[start + j] = sum / (divisor * h);
    } finally {
      target[key] = old;
    }
  }
}
