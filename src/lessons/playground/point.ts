/** The point of a formula as it is edited: kinds, lengths and values, one variable at a time. */
import type { SharedPoint } from './state.ts';

/** Values where none is set: near 1, all different, inside the domain of logarithms and roots. */
export const VALUES = [1.5, 0.8, 2.1, 0.6, 1.2, 1.7] as const;

export type Value = number | readonly number[];

const LONGEST_OFFERED = 12;

/** `number`, or the length of a vector, as a word for a list of choices. */
export type Kind = 'number' | `${number}`;

export const kindOf = (value: Value): Kind => (typeof value === 'number' ? 'number' : `${value.length}`);

const labelOf = (kind: Kind): string => (kind === 'number' ? 'a number' : `a vector of ${kind}`);

export const nameOfKind = (value: Value): string => labelOf(kindOf(value));

/** Variables that were set as another kind (a number, a vector of some length) than the formula needs. */
export const unfitOf = (set: SharedPoint, used: SharedPoint): SharedPoint =>
  Object.fromEntries(
    Object.entries(set).filter(([name, value]) => Object.hasOwn(used, name) && kindOf(used[name]) !== kindOf(value)),
  );

/** The kinds on offer, the present one among them. */
export function kindsFor(value: Value): { readonly kind: Kind; readonly label: string }[] {
  const lengths = new Set(Array.from({ length: LONGEST_OFFERED }, (_, i) => i + 1));
  if (typeof value !== 'number') lengths.add(value.length);
  const vectors = [...lengths].sort((a, b) => a - b);
  return [
    { kind: 'number', label: labelOf('number') },
    ...vectors.map((length) => ({ kind: `${length}` as const, label: labelOf(`${length}`) })),
  ];
}

/** The value made into another kind: elements are kept, and those that are missing get values of their own. */
export function asKind(value: Value, kind: Kind): Value {
  const held = typeof value === 'number' ? [value] : value;
  if (kind === 'number') return held[0] ?? VALUES[0];
  return Array.from({ length: Number(kind) }, (_, i) => held[i] ?? VALUES[i % VALUES.length]);
}

/** The point with one variable set; the others are as they are shown. */
export const withValue = (shown: SharedPoint, name: string, value: Value): SharedPoint => ({ ...shown, [name]: value });
