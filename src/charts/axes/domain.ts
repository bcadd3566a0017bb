import { nice as roundEnds } from 'd3';
import { type AxisKind, gutterOf } from './gutter.ts';
import { FINEST, powerOfTen } from './ticks.ts';

const SMALLEST = Number.MIN_VALUE;
/** A difference of two values this size, or twice it, is still finite. */
export const LARGEST = Number.MAX_VALUE / 8;

/** Smallest and largest value that have a place, widened to whole decades or round numbers; never empty. */
export function domainOf(kind: AxisKind, values: Iterable<number>): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (gutterOf(kind, value) !== null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return kind === 'log' ? [1e-2, 1] : [0, 1];
  return kind === 'log' ? wholeDecades(low, high) : roundNumbers(low, high);
}

function wholeDecades(low: number, high: number): [number, number] {
  const first = Math.floor(Math.log10(Math.max(low, SMALLEST)) + 1e-9);
  const last = Math.ceil(Math.log10(Math.min(high, LARGEST)) - 1e-9);
  const from = Math.max(Number(`1e${first}`), SMALLEST);
  const to = Math.min(Number(`1e${last > first ? last : first + 1}`), LARGEST);
  return from < to ? [from, to] : [to / 10, to];
}

/** Ends too near for round numbers between them. */
function flat(from: number, to: number): boolean {
  const size = Math.max(Math.abs(from), Math.abs(to));
  return size < FINEST || to - from <= 1e-12 * size;
}

function roundNumbers(low: number, high: number): [number, number] {
  let from = Math.max(low, -LARGEST);
  let to = Math.min(high, LARGEST);
  const size = Math.max(Math.abs(from), Math.abs(to));
  // A constant, or one up to round-off: without this the axis would show the round-off of its own ticks.
  if (flat(from, to)) {
    const half = size < FINEST ? 1 : size / 2;
    from = Math.max(from - half, -LARGEST);
    to = Math.min(to + half, LARGEST);
  }
  const nice = roundEnds(from, to, 5);
  if (!nice.every(Number.isFinite)) return [from, to];
  // A subnormal beside an ordinary number is lost in the rounding, and must not lie outside.
  return [Math.min(nice[0], from), Math.max(nice[1], to)];
}

/** Whether a domain that was asked for can be drawn: its ends have a place on such an axis, in order and apart. */
export function usable(
  kind: AxisKind,
  domain: readonly [number, number] | undefined,
): domain is readonly [number, number] {
  if (domain === undefined) return false;
  const [from, to] = domain;
  return domain.every((end) => gutterOf(kind, end) === null) && from < to && (kind === 'log' || !flat(from, to));
}

/** Decades a symmetric log axis shows on each side of zero when it is left to itself. */
const SYMLOG_DECADES = 6;

/** The power of ten at or below the smallest nonzero size: smaller values may be drawn as zero. */
export function turningPoint(values: readonly number[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = FINEST;
  for (const value of values) {
    const size = Math.abs(value);
    if (size === 0 || !Number.isFinite(size)) continue;
    smallest = Math.min(smallest, size);
    largest = Math.max(largest, size);
  }
  if (!Number.isFinite(smallest)) return 1;
  return powerOfTen(Math.floor(Math.log10(Math.max(smallest, largest * 10 ** -SYMLOG_DECADES, FINEST))));
}
