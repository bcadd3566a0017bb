import { add, divide, multiply, type Pair } from '../../checker/textbook/double-double.ts';

/**
 * sin, cos and exp, rounded correctly: the double nearest to the true value (in all but a vanishing share of cases).
 *
 * JavaScript leaves their last digit to the engine. NumPy's C library rounds them correctly nearly always, and at
 * h = 1e-14 one unit in the last place of f is a tenth of the whole error: with these the error curve is the
 * notebook's, and the same in every browser. Taylor series in double-double arithmetic, for |x| up to 4.
 */

const LARGEST = 4;

/** Adds up term, term · factor/d₁, term · factor²/(d₁ d₂), … until nothing changes. */
function series(first: Pair, factor: Pair, divisor: (k: number) => number): number {
  let term = first;
  let sum = first;
  for (let k = 1; Math.abs(term[0]) > 1e-34 * Math.abs(sum[0]); k++) {
    term = divide(multiply(term, factor), [divisor(k), 0]);
    sum = add(sum, term);
  }
  return sum[0];
}

/** eˣ, rounded correctly where |x| is at most 4; the engine's own beyond. */
export const exp = (x: number): number => (Math.abs(x) <= LARGEST ? series([1, 0], [x, 0], (k) => k) : Math.exp(x));

/** sin x, rounded correctly where |x| is at most 4; the engine's own beyond. */
export function sin(x: number): number {
  if (!(Math.abs(x) <= LARGEST) || x === 0) return Math.sin(x);
  return series([x, 0], multiply([x, 0], [-x, 0]), (k) => 2 * k * (2 * k + 1));
}

/** cos x, rounded correctly where |x| is at most 4; the engine's own beyond. */
export function cos(x: number): number {
  if (!(Math.abs(x) <= LARGEST)) return Math.cos(x);
  return series([1, 0], multiply([x, 0], [-x, 0]), (k) => 2 * k * (2 * k - 1));
}
