/** Pairs of numbers from what was printed: two lists, or two arrays that may be cut short. */
import { largestOf } from '../checker/compare/sides.ts';
import type { Pairs } from './reading.ts';
import { BEHIND, type Bracketed } from './text/bracketed.ts';
import { halvesOf, type Style } from './text/digits.ts';
import type { Printed } from './text/number.ts';

interface Options extends Partial<Omit<Pairs, 'analytic' | 'numeric' | 'halves'>> {
  readonly label: string;
  readonly style: Style;
  /** The two sides may have different shapes. Most tools compare the shapes first, so that different ones mean a damaged text. */
  readonly mayDiffer?: boolean;
}

/** How many elements an array of this shape has. */
export const product = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

/** Subscripts of the k-th element of an array, in C order. */
export function subscripts(shape: readonly number[], k: number): number[] {
  const found: number[] = [];
  let rest = k;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    found.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return found;
}

/** Pairs from two lists of printed numbers of one length. */
export function listPairs(analytic: readonly Printed[], numeric: readonly Printed[], options: Options): Pairs {
  const { style, label, ...rest } = options;
  const both = style === 'array' || style === 'mixed' ? [...analytic, ...numeric] : undefined;
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

const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();

/** Axes of length 1 change nothing. */
const sameShape = (a: Bracketed, b: Bracketed): boolean => withoutOnes(a.shape) === withoutOnes(b.shape);

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
export function arrayPairs(analytic: Bracketed, numeric: Bracketed, given: Options): Pairs[] {
  const { mayDiffer = false, ...options } = given;
  const dtype = numeric.dtype ?? analytic.dtype;
  const common = { ...(dtype ? { dtype } : {}), ...options };
  if (isWhole(analytic) && isWhole(numeric) && !sameShape(analytic, numeric)) {
    const flat = analytic.numbers.length === numeric.numbers.length;
    const vectors = product(analytic.shape.filter((n) => n > 1)) === Math.max(...analytic.shape, 1);
    if (!(flat && vectors)) return mayDiffer ? [misshapen(analytic, numeric, common)] : [];
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
    // An element may be the sum of all that stand along the axis that was not summed.
    halves: [...n].map((half) => half + (a.length / n.length) * largestOf(a)),
    numericHalves: [...n],
    shapes: { analytic: analytic.shape, numeric: numeric.shape },
  };
}

/** A place as a person writes it; behind an ellipsis `…` stands for the subscripts that are not known. */
export const placeName = (place: readonly number[]): string =>
  place.map((at) => (at >= BEHIND ? `[…+${at - BEHIND}]` : `[${at}]`)).join('');

/** The first pairs of a comparison. */
export function cutShort(pairs: Pairs, count: number): Pairs {
  const first = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
  const { analytic, numeric, halves, numericHalves, places, names, x } = pairs;
  return {
    ...pairs,
    analytic: first(analytic),
    numeric: first(numeric),
    halves: first(halves),
    numericHalves: first(numericHalves),
    ...(places ? { places: first(places) } : {}),
    ...(names ? { names: first(names) } : {}),
    ...(x ? { x: first(x) } : {}),
    more: true,
  };
}

/** The same pairs with the other side as the analytic one. */
export function swapSides(pairs: Pairs): Pairs {
  const { analytic, numeric, halves, numericHalves, shapes } = pairs;
  const sides = { ...pairs, analytic: numeric, numeric: analytic };
  if (!shapes) {
    return { ...sides, numericHalves: halves.map((half, i) => Math.max(0, half - numericHalves[i])) };
  }
  const largest = largestOf(Float64Array.from(halves));
  const half = analytic.map(() => largest);
  return {
    ...sides,
    shapes: { analytic: shapes.numeric, numeric: shapes.analytic },
    shape: shapes.analytic,
    total: analytic.length,
    halves: half,
    numericHalves: half,
  };
}
