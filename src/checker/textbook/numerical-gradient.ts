import { DEFAULT_STEP } from '../defaults.ts';
import { filled, type Row, type WorkingCopy, workingCopy } from '../point/copies.ts';
import { requireChange, requireFunction, requireNumber, requireStep } from '../point/guards.ts';
import type { Checkable, Loss, Scheme, Widened } from '../types.ts';
import { type DifferenceScheme, schemeOf } from './schemes.ts';

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
 * f receives a working copy of x in x's own structure, changed in place from call to call; it must not change it.
 *
 * @param f the loss: takes the structure of x, returns a number. NaN and infinities are passed on.
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @returns the gradient, in the structure of x, in units of f over units of x
 * @throws CheckError where x is empty, ragged or not finite, f returns no number, or the step is not positive or is lost beside
 *   an element of x
 * @see Fornberg 1988, "Generation of finite difference formulas on arbitrarily spaced grids", for the schemes
 * @example
 * numericalGradient(([a, b]) => a * a + 3 * b, [1.5, 2]); // [3.0000000000…, 3.0000000000…]
 * numericalGradient(Math.exp, 0, { scheme: 'five-point', step: 1e-3 });
 */
export function numericalGradient<X>(
  f: NoInfer<Loss<Widened<X>>>,
  x: X & Checkable<X>,
  { scheme = 'central', step = DEFAULT_STEP }: DifferenceOptions = {},
): Widened<X> {
  requireFunction(f, 'f');
  requireStep(step);
  if (scheme === 'central' && isPlainVector(x, step)) {
    const [copy, gradient] = [x.slice(), x.slice()];
    centralDifferences(f as (x: unknown) => number, () => copy, { target: copy, start: 0 }, step, gradient);
    return gradient as Widened<X>;
  }
  const copy = workingCopy(x);
  requireChange(copy.rows, step);
  return filled(workingCopy(x), flatGradient(f as Loss<X>, copy, scheme, step)) as Widened<X>;
}

/** Whether x is a flat array of finite numbers that the step changes: the common case, checked in one pass. */
function isPlainVector(x: unknown, step: number): x is number[] | Float64Array {
  if (!(Array.isArray(x) || x instanceof Float64Array) || x.length === 0) return false;
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (typeof value !== 'number' || value + step === value || value - step === value || value - value !== 0)
      return false;
  }
  return true;
}

/** The gradient of f in flat order, by differences on a copy of the point; the caller has checked the input. */
export function flatGradient<X>(
  f: (x: X) => number,
  { current, rows }: WorkingCopy<X>,
  name: Scheme,
  h: number,
): Float64Array {
  const scheme = schemeOf(name);
  const last = rows[rows.length - 1];
  const gradient = new Float64Array(last.start + last.target.length);
  const base = scheme.offsets.includes(0) ? requireNumber(f(current()), f) : Number.NaN;
  for (const row of rows)
    if (name === 'central') centralDifferences(f, current, row, h, gradient);
    else weightedDifferences(f, current, row, h, gradient, scheme, base);
  return gradient;
}

/** The notebook's loop: central differences over the elements of one row. */
function centralDifferences<X>(
  f: (x: X) => number,
  current: () => X,
  { target: x, start }: Pick<Row, 'target' | 'start'>,
  h: number,
  gradient: number[] | Float64Array,
): void {
  for (let i = 0; i < x.length; i++) {
    const old = x[i];
    x[i] = old + h;
    const above = f(current());
    x[i] = old - h;
    const below = f(current());
    x[i] = old;
    gradient[start + i] = (requireNumber(above, f) - requireNumber(below, f)) / (2 * h);
  }
}

/** The same for any scheme, from its offsets and weights; `base` is f(x), for a scheme that uses it. */
function weightedDifferences<X>(
  f: (x: X) => number,
  current: () => X,
  { target: x, start }: Row,
  h: number,
  gradient: Float64Array,
  { offsets, weights, divisor }: DifferenceScheme,
  base: number,
): void {
  for (let i = 0; i < x.length; i++) {
    const old = x[i];
    let sum = 0;
    for (let k = 0; k < offsets.length; k++) {
      x[i] = old + offsets[k] * h;
      sum += weights[k] * (offsets[k] === 0 ? base : requireNumber(f(current()), f));
    }
    x[i] = old;
    gradient[start + i] = sum / (divisor * h);
  }
}
