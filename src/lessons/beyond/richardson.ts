/** Richardson's table: central differences at h, h/2, h/4 and h/8, and what is left when powers of h² are removed. */
import { cos, exp, sin } from '@/examples/functions/correct-rounding.ts';
import { numberField } from '@/input/fields.ts';

export const fields = { h: numberField(0.4, { min: 1e-7, max: 1 }) };

const HALVINGS = 3;
/** After the point: one less than the slope, which lies between 0.1 and 1, surely has in a double. */
const PLACES = 14;

/** sin(x₀) e^x₁ along x₀, at the notebook's point. Rounded correctly, so that every browser shows the same digits. */
const [x0, factor] = [1.2, exp(0.5)];
const along = (t: number): number => sin(x0 + t) * factor;
export const exact = cos(x0) * factor;
const central = (h: number): number => (along(h) - along(-h)) / (2 * h);

/** A number as far as it can be read, split where it parts from the true slope. */
export interface Digits {
  readonly value: number;
  readonly right: string;
  readonly rest: string;
  /** Digits after the point that are right. */
  readonly count: number;
}

const written = (value: number): string => value.toFixed(PLACES);
export const TRUE_DIGITS = written(exact);

/**
 * Splits a number after the digits, read from the left, that agree with the true slope.
 *
 *     digitsOf(0.5974150718) // right: '0.59741507', rest: …
 */
export function digitsOf(value: number): Digits {
  const text = written(value);
  let same = 0;
  while (same < text.length && text[same] === TRUE_DIGITS[same]) same++;
  return { value, right: text.slice(0, same), rest: text.slice(same), count: Math.max(0, same - '0.'.length) };
}

export interface Tableau {
  /** A row for each step; row i has i + 1 entries, each made of the two to the left of it. */
  readonly rows: readonly { readonly step: number; readonly entries: readonly Digits[] }[];
  /** The last entry of the last row, and its distance to the entry before: the table's own estimate of its error. */
  readonly last: number;
  readonly estimate: number;
  /** The true error of that entry. */
  readonly error: number;
}

export function tableauOf(h: number): Tableau {
  const rows: { step: number; values: number[] }[] = [];
  for (let i = 0; i <= HALVINGS; i++) {
    const step = h / 2 ** i;
    const values = [central(step)];
    for (let k = 1; k <= i; k++) {
      const weight = 4 ** k;
      values.push((weight * values[k - 1] - rows[i - 1].values[k - 1]) / (weight - 1));
    }
    rows.push({ step, values });
  }
  const bottom = rows[HALVINGS].values;
  const last = bottom[HALVINGS];
  return {
    rows: rows.map(({ step, values }) => ({ step, entries: values.map(digitsOf) })),
    last,
    estimate: Math.abs(last - bottom[HALVINGS - 1]),
    error: Math.abs(last - exact),
  };
}
