/**
 * How a number is written. A double has up to 17 significant digits; a reader can use six of them at most,
 * so the text is rounded and the raw double travels beside it (`rawText`, in `data-value`).
 */

/** A number as it is set: `1.39` and `−11` for 1.39 × 10⁻¹¹; no exponent where it is written out in full. */
export interface NumberParts {
  readonly mantissa: string;
  readonly exponent: string | null;
}

export interface NumberOptions {
  /** Significant digits, 1 to 6; default 6. */
  readonly digits?: number;
  /** `auto` (default) writes 0.001 to 999999 in full and the rest with an exponent. */
  readonly notation?: 'auto' | 'scientific' | 'fixed';
  /** Drop zeros at the end (default); columns that must align keep them. */
  readonly trim?: boolean;
}

const MOST_DIGITS = 6;
const SMALLEST_PLAIN_EXPONENT = -3;
const LARGEST_PLAIN_EXPONENT = 5;
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '−': '⁻',
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** The shortest text that reads back as the same double; unlike `String`, it keeps the sign of −0. */
export function rawText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * A finite double without an exponent, for `aria-valuenow` and its like, which know none; it reads back as the same double.
 *
 *     decimalText(1e-13) // '0.0000000000001'
 */
export function decimalText(value: number): string {
  const [significand, power] = rawText(value).split('e');
  if (power === undefined) return significand;
  const digits = significand.replace(/[-.]/g, '');
  const sign = significand.startsWith('-') ? '-' : '';
  const places = Number(power);
  return places < 0 ? `${sign}0.${'0'.repeat(-places - 1)}${digits}` : `${sign}${digits.padEnd(places + 1, '0')}`;
}

/** The digits of an exponent raised: `-11` → `⁻¹¹`. For attributes and plain text, where no markup can go. */
export function superscript(exponent: string): string {
  return [...exponent].map((digit) => SUPERSCRIPTS[digit] ?? digit).join('');
}

const trimZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
/** The text of a number with a minus for each hyphen, in its exponent too. */
export const typesetMinus = (text: string): string => text.replaceAll('-', '−');

/** Values without digits: NaN, the infinities and the two zeros. */
function wordFor(value: number): string | null {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return Object.is(value, -0) ? '−0' : '0';
  return null;
}

/**
 * Rounds a double to its typeset parts.
 *
 *     numberParts(1.3886795155014771e-11, { digits: 3 }) // { mantissa: '1.39', exponent: '−11' }
 */
export function numberParts(value: number, options: NumberOptions = {}): NumberParts {
  const word = wordFor(value);
  if (word !== null) return { mantissa: word, exponent: null };
  const { notation = 'auto', trim = true } = options;
  const digits = Math.min(Math.max(Math.trunc(options.digits ?? MOST_DIGITS), 1), MOST_DIGITS);
  const [significand, power] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const tidy = (text: string) => typesetMinus(trim ? trimZeros(text) : text);
  const plain =
    notation === 'fixed' ||
    (notation === 'auto' && exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT);
  if (!plain) return { mantissa: tidy(significand), exponent: typesetMinus(String(exponent)) };
  const decimals = Math.min(Math.max(digits - 1 - exponent, 0), 100);
  return { mantissa: tidy(value.toFixed(decimals)), exponent: null };
}

/** What stands before an exponent: `1.39 × 10`, and `10` alone for a power of ten. */
export function beforeExponent(mantissa: string): string {
  return /^−?1$/.test(mantissa) ? mantissa.replace('1', '10') : `${mantissa} × 10`;
}

/**
 * A number as plain text, for attributes, titles and speech.
 *
 *     numberText(1.3886795155014771e-11, { digits: 3 }) // '1.39 × 10⁻¹¹'
 */
export function numberText(value: number, options?: NumberOptions): string {
  const { mantissa, exponent } = numberParts(value, options);
  return exponent === null ? mantissa : `${beforeExponent(mantissa)}${superscript(exponent)}`;
}

/**
 * One notation for a whole column, so that it aligns on the point or on the exponent: written out with a common
 * number of decimals where the values are of one size, with exponents otherwise.
 *
 *     columnFormat([3, -1.6])(3) // { mantissa: '3.0', exponent: null }
 */
export function columnFormat(values: Iterable<number>, digits: number = MOST_DIGITS): (value: number) => NumberParts {
  const sizes: number[] = [];
  for (const value of values) if (Number.isFinite(value) && value !== 0) sizes.push(value);
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const value of sizes) {
    smallest = Math.min(smallest, Math.abs(value));
    largest = Math.max(largest, Math.abs(value));
  }
  const top = Math.floor(Math.log10(largest));
  const integers = sizes.every(Number.isInteger) && top <= LARGEST_PLAIN_EXPONENT;
  const written =
    integers ||
    (smallest >= 10 ** SMALLEST_PLAIN_EXPONENT && top <= LARGEST_PLAIN_EXPONENT && largest / smallest < 1e3);
  if (!written) {
    const needed = Math.max(1, ...sizes.map((value) => significantDigits(value, digits)));
    return (value) => numberParts(value, { digits: needed, notation: 'scientific', trim: false });
  }
  const most = integers ? 0 : Math.max(0, digits - 1 - top);
  const decimals = Math.max(0, ...sizes.map((value) => decimalsOf(value.toFixed(most))));
  return (value) => {
    const word = wordFor(value);
    return { mantissa: word ?? typesetMinus(value.toFixed(decimals)), exponent: null };
  };
}

/** Digits a value really has, out of those it may have: 2e-5 has one, 1/3 has all. */
function significantDigits(value: number, digits: number): number {
  const [significand] = value.toExponential(digits - 1).split('e');
  return trimZeros(significand).replace(/[-.]/g, '').length;
}

function decimalsOf(text: string): number {
  const trimmed = trimZeros(text);
  const point = trimmed.indexOf('.');
  return point < 0 ? 0 : trimmed.length - point - 1;
}
