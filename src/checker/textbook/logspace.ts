import { add, divide, multiply, type Pair } from './double-double.ts';

/**
 * Powers of ten, correctly rounded. `Math.pow(10, y)` differs by an ulp between engines; the steps of the error curve
 * must be the same numbers everywhere, so they are computed in double-double arithmetic.
 */
const LN_10: Pair = [Math.LN10, -2.1707562233822494e-16];
/** |exponent| is at most 1.16, and 1.16^32 / 32! is below 1e-33. */
const TAYLOR_TERMS = 32;

/** 10 to the power y, correctly rounded, for |y| up to about 290. */
export function powerOfTen(y: number): number {
  const whole = Math.round(y);
  const exponent = multiply([y - whole, 0], LN_10);
  let sum: Pair = [1, 0];
  for (let k = TAYLOR_TERMS; k > 0; k--) sum = add([1, 0], divide(multiply(exponent, sum), [k, 0]));
  let scale: Pair = [1, 0];
  for (let k = 0; k < Math.abs(whole); k++) scale = multiply(scale, [10, 0]);
  return (whole < 0 ? divide(sum, scale) : multiply(sum, scale))[0];
}

/**
 * `count` numbers from 10^start to 10^stop, evenly spaced on a logarithmic scale: NumPy's `logspace`, to the last bit.
 *
 * @param start exponent of the first number
 * @param stop exponent of the last number
 * @example
 * logspace(-14, -1, 50)[1]; // 1.8420699693267163e-14
 */
export function logspace(start: number, stop: number, count: number): number[] {
  const spacing = (stop - start) / (count - 1);
  const exponentOf = (i: number) => (i === 0 ? start : i === count - 1 ? stop : i * spacing + start);
  return Array.from({ length: count }, (_, i) => powerOfTen(exponentOf(i)));
}
