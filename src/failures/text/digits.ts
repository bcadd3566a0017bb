/** How far a printed number may be from the one that was meant: it depends on how the tool prints. */
import type { Printed } from './number.ts';

/**
 * - `own`: the last digit of each number, as with `%f` and `%e`; `2.` is a whole number, as PyTorch prints it.
 * - `array`: NumPy's arrays, whose trailing zeros are blanks: the longest fraction of the message counts for all of it.
 * - `general`: `%g`, which drops trailing zeros: all numbers have the significant digits of the longest.
 * - `mixed`: trailing zeros were dropped, after rounding to so many significant digits or to so many decimals.
 * - `exact`: every digit there is, as repr, JSON and `%.17g` print them.
 */
export type Style = 'own' | 'array' | 'general' | 'mixed' | 'exact';

/** Digits from which on a number is taken to be printed in full. */
const FULL = 15;

/** Rounding of a double that was printed in full. */
const ROUNDING = 2 ** -52;

/** Up to so many digits a NumPy array may hold float16, each printed with the digits that tell it from its neighbours. */
const SHORT = 4;
const HALF_PRECISION = 2 ** -12;

const exactly = ({ value }: Printed): number => ROUNDING * Math.abs(value);

const ownHalf = (number: Printed): number => (number.decimals === 0 ? exactly(number) : number.half);

const isWhole = ({ decimals }: Printed): boolean => decimals <= 0;

/** Half a unit of the digit that stands so many significant digits from the first. */
const significantHalf = ({ value, half }: Printed, digits: number): number =>
  value === 0
    ? Math.min(half, 0.5 * 10 ** -digits)
    : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);

function arrayHalf(numbers: readonly Printed[]): (number: Printed) => number {
  let decimals = -1;
  let digits = 0;
  for (const number of numbers) {
    if (number.decimals > decimals) decimals = number.decimals;
    if (number.digits > digits) digits = number.digits;
  }
  if (decimals <= 0) return exactly;
  if (digits <= SHORT) return (number) => Math.min(number.half, HALF_PRECISION * Math.abs(number.value));
  // The power of the last digit is the exponent less the decimals, which the zeros that were dropped make smaller.
  return ({ power, decimals: own }) => 0.5 * 10 ** (power + Math.max(0, own) - decimals);
}

function generalHalf(numbers: readonly Printed[]): (number: Printed) => number {
  let digits = 0;
  for (const number of numbers) if (number.digits > digits) digits = number.digits;
  if (digits >= FULL) return exactly;
  return (number) => significantHalf(number, Math.max(digits, 5));
}

/** The wider of the two readings. */
function mixedHalf(numbers: readonly Printed[]): (number: Printed) => number {
  const general = generalHalf(numbers);
  let last = 0;
  for (const number of numbers) if (number.power < last) last = number.power;
  return (number) => Math.max(general(number), 0.5 * 10 ** last);
}

const HALVES: Readonly<Record<Style, (context: readonly Printed[]) => (number: Printed) => number>> = {
  own: () => ownHalf,
  exact: () => exactly,
  array: arrayHalf,
  general: generalHalf,
  mixed: mixedHalf,
};

/**
 * Half units of some numbers that one tool printed in one message.
 *
 * @param context numbers printed alike, whose digits tell how many there are; by default the numbers themselves
 */
export function halvesOf(
  numbers: readonly Printed[],
  style: Style,
  context: readonly Printed[] = numbers,
): Float64Array {
  const half = HALVES[style](context);
  return Float64Array.from(numbers, (number) =>
    number.half === Number.POSITIVE_INFINITY ? number.half : half(number),
  );
}

/** The style of numbers of unknown origin. */
export function styleOf(numbers: readonly Printed[]): Style {
  const written = numbers.filter(({ value }) => Number.isFinite(value));
  if (written.some(({ digits }) => digits >= FULL)) return 'exact';
  const fractions = new Set(written.map(({ decimals }) => decimals));
  if (fractions.size <= 1) return written.every(isWhole) ? 'exact' : 'own';
  return 'mixed';
}
