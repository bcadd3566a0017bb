/** Exact fractions of whole numbers, for the constants of a formula; always in lowest terms, denominator positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Beyond this size a constant is no longer folded, so that `9^9^9^9` stays a power on paper. */
const LARGEST = 10n ** 400n;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction in lowest terms, or nothing where it is too long to be worth holding. */
function reduced(numerator: bigint, denominator: bigint): Rational | undefined {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = gcd(numerator, denominator * sign);
  const [top, bottom] = [(sign * numerator) / divisor, (sign * denominator) / divisor];
  return top < LARGEST && top > -LARGEST && bottom < LARGEST ? { numerator: top, denominator: bottom } : undefined;
}

/** A whole number as a fraction. Throws RangeError for any other. */
export function whole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

export const ZERO = whole(0);
export const ONE = whole(1);

/** Reads a decimal such as `2`, `.5` or `1.5e-3`, exactly. */
export function fromDecimal(text: string): Rational {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [integer, fraction = ''] = mantissa.split('.');
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(`${integer}${fraction}` || '0');
  const scale = 10n ** BigInt(Math.abs(power));
  const divisor = power < 0 ? gcd(digits, scale) : 1n;
  return power < 0
    ? { numerator: digits / divisor, denominator: scale / divisor }
    : { numerator: digits * scale, denominator: 1n };
}

/** a + b, where it is short enough to hold. */
export function plus(a: Rational, b: Rational): Rational | undefined {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a b, where it is short enough to hold. */
export function times(a: Rational, b: Rational): Rational | undefined {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a to a whole power, where that is small enough to hold. */
export function toPower(a: Rational, exponent: Rational): Rational | undefined {
  if (!isInteger(exponent) || (isZero(a) && exponent.numerator <= 0n)) return undefined;
  const size = exponent.numerator < 0n ? -exponent.numerator : exponent.numerator;
  const longest = [a.numerator, a.denominator].reduce((most, part) => Math.max(most, String(part).length), 0);
  if (size > 400n || longest * Number(size) > 500) return undefined;
  const [top, bottom] = [a.numerator ** size, a.denominator ** size];
  return exponent.numerator < 0n ? reduced(bottom, top) : reduced(top, bottom);
}

/** -a. */
export function negative(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export const isInteger = (a: Rational): boolean => a.denominator === 1n;
export const isZero = (a: Rational): boolean => a.numerator === 0n;
export const isOne = (a: Rational): boolean => a.numerator === 1n && a.denominator === 1n;
export const isNegative = (a: Rational): boolean => a.numerator < 0n;

/** The decimal that equals it, where it ends within `digits` places. */
export function toDecimalText(a: Rational, digits: number): string | undefined {
  const scale = 10n ** BigInt(digits);
  if (scale % a.denominator !== 0n) return undefined;
  const scaled = String((a.numerator < 0n ? -a.numerator : a.numerator) * (scale / a.denominator));
  const padded = scaled.padStart(digits + 1, '0');
  const fraction = padded.slice(padded.length - digits).replace(/0+$/, '');
  const text = `${padded.slice(0, padded.length - digits)}${fraction === '' ? '' : `.${fraction}`}`;
  return isNegative(a) ? `-${text}` : text;
}
