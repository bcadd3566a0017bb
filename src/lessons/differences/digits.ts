/** Values as they are written, and the leading digits that they share, which a subtraction cancels. */
import { typesetMinus } from '@/charts/format.ts';

/** A value as text; its first `same` characters are the same in every other value, and cancel. */
export interface Digits {
  readonly text: string;
  readonly same: number;
}

export function commonStart(texts: readonly string[]): number {
  let length = 0;
  while (length < texts[0].length && texts.every((text) => text[length] === texts[0][length])) length++;
  return length;
}

/** Decimals that show `digits` significant digits of the largest of some values. */
export function decimalsFor(values: readonly number[], digits: number): number {
  const largest = Math.max(...values.map(Math.abs).filter(Number.isFinite), Number.MIN_VALUE);
  return Math.min(100, Math.max(0, digits - 1 - Math.floor(Math.log10(largest))));
}

/**
 * Values that are subtracted from one another, with as many decimals each as show `digits` digits of the largest.
 *
 *     digitsOf([0.12345, 0.12367], 5) // the first five characters, 0.123, are the same
 */
export function digitsOf(values: readonly number[], digits: number): Digits[] {
  const decimals = decimalsFor(values, digits);
  const texts = values.map((value) => typesetMinus(value.toFixed(decimals)));
  const same = values.every(Number.isFinite) ? commonStart(texts) : 0;
  return texts.map((text) => ({ text, same }));
}

/** Significant digits in the start of a number: leading zeros, sign and point are none. */
export const significant = (start: string): number => start.replace(/^[−0.]+/, '').replace('.', '').length;
