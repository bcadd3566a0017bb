/** What a format makes of a text: pairs of numbers and facts, before anything is concluded from them. */
import type { Bracketed } from './text/array.ts';
import { BEHIND } from './text/array.ts';
import { halvesOf, type Style } from './text/digits.ts';
import type { Printed } from './text/number.ts';

/** What the pairs of a comparison are, which bounds what can be said of them. */
export type Nature =
  /** Elements of the gradient. */
  | 'elements'
  /** Only those that the tool found wrong. */
  | 'flagged'
  /** A sample of elements at random places. */
  | 'sampled'
  /** The worst element alone. */
  | 'worst'
  /** The slope along one direction, or a norm: no element can be named. */
  | 'projection';

/** Pairs of an analytic and a numeric number. */
export interface Pairs {
  readonly label: string;
  readonly nature: Nature;
  readonly analytic: readonly number[];
  readonly numeric: readonly number[];
  /** |analytic - numeric| of each pair up to which the printed digits do not tell them apart. */
  readonly halves: readonly number[];
  /** Half units of the numeric side alone. */
  readonly numericHalves: readonly number[];
  /** Shape of the whole; empty for one number, or where it is not known. */
  readonly shape: readonly number[];
  /** Subscripts of each pair, where they are not those of the whole array in order. */
  readonly places?: readonly (readonly number[])[];
  /** Names of the elements, where the tool prints them. */
  readonly names?: readonly string[];
  /** Elements in all; at least so many where `more` is set. */
  readonly total: number;
  readonly more: boolean;
  readonly sides: 'labelled' | 'assumed';
  /** The point, where it is printed beside the pairs. */
  readonly x?: readonly number[];
  /** The step of the differences, where it is printed. */
  readonly step?: number;
  readonly dtype?: string;
  /** Real and imaginary parts take turns in the lists. */
  readonly complex?: boolean;
  /** Shapes of the two sides where they differ; the lists then hold each side whole, and are no pairs. */
  readonly shapes?: { readonly analytic: readonly number[]; readonly numeric: readonly number[] };
}

/** What a message says besides pairs. */
export type Fact =
  /** A norm, or the largest difference: no element can be told. */
  | { readonly kind: 'norm'; readonly what: string; readonly value: number }
  /** max |a - n| / (|a| + |n|) (`sum`), / max(|a|, |n|) (`max`), or / |n| (`numeric`). */
  | {
      readonly kind: 'relative';
      readonly label: string;
      readonly value: number;
      readonly half: number;
      readonly of: 'sum' | 'max' | 'numeric';
      /** Whether it holds for all elements alike, as far as the message tells. */
      readonly all: boolean;
    }
  | { readonly kind: 'count'; readonly wrong: number; readonly total?: number }
  /** The slope of an error against the step, and what it is for a right gradient. */
  | { readonly kind: 'order'; readonly observed: number; readonly right: number }
  | { readonly kind: 'tolerance'; readonly relative: number; readonly absolute: number }
  | { readonly kind: 'not-reentrant' }
  /** The element by element comparison that follows a fast one found nothing. */
  | { readonly kind: 'fast-mode-only'; readonly difference: number }
  /** A sentence of the tool that is not about numbers, in our words. */
  | { readonly kind: 'contract'; readonly is: 'wrong-shape' | 'not-finite' | 'other'; readonly says: string }
  | { readonly kind: 'known-number'; readonly says: string };

/** What a format has read. */
export interface Reading {
  readonly tool: string;
  readonly pairs: readonly Pairs[];
  readonly facts: readonly Fact[];
  /** Whether the message itself says that the check failed, or passed; undefined where it only prints numbers. */
  readonly claims?: 'failure' | 'agreement';
  /** The point, where it is printed on its own. */
  readonly x?: readonly number[];
  /** Which snippet prints both gradients in full, in the language of the tool. */
  readonly snippet?: string;
  /** What was expected, where the format was recognised but not all of it could be read. */
  readonly unread?: string;
}

interface Options extends Partial<Omit<Pairs, 'analytic' | 'numeric' | 'halves'>> {
  readonly label: string;
  readonly style: Style;
}

const product = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

/** Pairs from two lists of printed numbers of one length. */
export function listPairs(analytic: readonly Printed[], numeric: readonly Printed[], options: Options): Pairs {
  const { style, label, ...rest } = options;
  const both = style === 'array' ? [...analytic, ...numeric] : undefined;
  const [a, n] = [halvesOf(analytic, style, both), halvesOf(numeric, style, both)];
  return {
    label,
    nature: 'elements',
    shape: analytic.length === 1 ? [] : [analytic.length],
    total: analytic.length,
    more: false,
    sides: 'labelled',
    ...rest,
    analytic: analytic.map(({ value }) => value),
    numeric: numeric.map(({ value }) => value),
    halves: analytic.map((_, i) => a[i] + n[i]),
    numericHalves: [...n],
  };
}

const isWhole = ({ hidden, cut, ragged }: Bracketed): boolean => !hidden && !cut && !ragged;

const sameShape = (a: Bracketed, b: Bracketed): boolean =>
  a.shape.length === b.shape.length && a.shape.every((length, axis) => length === b.shape[axis]);

/** Subscripts of entry i. */
const placeOf = ({ places, shape }: Bracketed, i: number): number[] => {
  const rank = shape.length;
  return places.slice(i * rank, (i + 1) * rank) as number[];
};

/** Entries that are visible on both sides, by their places. */
function matched(analytic: Bracketed, numeric: Bracketed): { pairs: [number, number][]; places: number[][] } {
  const at = new Map<string, number>();
  for (let i = 0; i < numeric.numbers.length; i++) at.set(placeOf(numeric, i).join(), i);
  const pairs: [number, number][] = [];
  const places: number[][] = [];
  analytic.numbers.forEach((_, i) => {
    const place = placeOf(analytic, i);
    const j = at.get(place.join());
    if (j === undefined) return;
    pairs.push([i, j]);
    places.push(place);
  });
  return { pairs, places };
}

/** Least number of elements of an array with an ellipsis: the tools print up to a thousand in full. */
const SUMMARISED = 1001;

/** Real and imaginary parts in turn. */
const interleave = (real: readonly Printed[], imaginary: readonly Printed[]): Printed[] =>
  real.flatMap((number, i) => [number, imaginary[i]]);

/** The comparison of two arrays, whole or cut short; none where no entry is visible on both sides. */
export function arrayPairs(analytic: Bracketed, numeric: Bracketed, options: Options): Pairs[] {
  const dtype = numeric.dtype ?? analytic.dtype;
  const common = { ...(dtype ? { dtype } : {}), ...options };
  if (isWhole(analytic) && isWhole(numeric) && !sameShape(analytic, numeric)) {
    const flat = analytic.numbers.length === numeric.numbers.length;
    const vectors = product(analytic.shape.filter((n) => n > 1)) === Math.max(...analytic.shape, 1);
    if (!(flat && vectors)) return [misshapen(analytic, numeric, common)];
  }
  const direct = isWhole(analytic) && isWhole(numeric);
  const found = direct ? undefined : matched(analytic, numeric);
  if (found && found.pairs.length === 0) return [];
  const pick = (array: Bracketed, side: 0 | 1, of: readonly Printed[]): readonly Printed[] =>
    found ? found.pairs.map((pair) => of[pair[side]]) : array.numbers === of ? of : [...of];
  const sides = ([analytic, numeric] as const).map((array, side) => {
    const real = pick(array, side as 0 | 1, array.numbers);
    return analytic.imaginary && numeric.imaginary
      ? interleave(real, pick(array, side as 0 | 1, array.imaginary as readonly Printed[]))
      : real;
  });
  const visible = found?.pairs.length ?? analytic.numbers.length;
  const hidden = analytic.hidden || numeric.hidden;
  const partial = found !== undefined;
  const [longer] = [analytic, numeric].sort((a, b) => b.numbers.length - a.numbers.length);
  const total = common.total ?? (hidden ? SUMMARISED : partial ? Math.max(visible, longer.numbers.length) : visible);
  return [
    listPairs(sides[0], sides[1], {
      shape: hidden || partial ? [] : analytic.shape,
      ...(partial ? { places: found.places } : {}),
      ...(analytic.imaginary && numeric.imaginary ? { complex: true } : {}),
      more: common.total === undefined && partial,
      ...common,
      total: Math.max(total, visible),
    }),
  ];
}

function misshapen(analytic: Bracketed, numeric: Bracketed, options: Options): Pairs {
  const [a, n] = [analytic, numeric].map(({ numbers }) => halvesOf(numbers, options.style));
  return {
    nature: 'elements',
    sides: 'labelled',
    more: false,
    ...options,
    shape: numeric.shape,
    total: numeric.numbers.length,
    analytic: analytic.numbers.map(({ value }) => value),
    numeric: numeric.numbers.map(({ value }) => value),
    halves: [...n].map((half) => half + Math.max(...a)),
    numericHalves: [...n],
    shapes: { analytic: analytic.shape, numeric: numeric.shape },
  };
}

/** A place as a person writes it; behind an ellipsis `…` stands for the subscripts that are not known. */
export const placeName = (place: readonly number[]): string =>
  place.map((at) => (at >= BEHIND ? `[…+${at - BEHIND}]` : `[${at}]`)).join('');
