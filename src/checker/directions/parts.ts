/** The parts of x whose errors may not show beside the others, and are compared by themselves. */
import type { Field, Span } from './directions.ts';

/** A part of x that is compared by itself. */
export interface Part {
  readonly span: Span;
  readonly has: (index: number) => boolean;
  readonly lengths: Float64Array;
}

/** All elements that weigh less than the heaviest divided by 100 to this power are one part. */
const MOST_CLASSES = 7;
/** An element this much smaller than what is typical of its group has a size that tells nothing, such as cos(pi / 2). */
const NOTHING = 2 ** -40;
/** Directions over such elements: they are moved in no other. */
const OVER_NOTHING = 5;

/** The elements of no size, the groups of x, and the elements of about equal weight (slope times scale, by hundreds). */
export function partsOf({ layout, analytic, scales, reaches }: Field): Part[] {
  const whole: Span = { start: 0, size: layout.size };
  const isNothing = (i: number) => scales[i] < NOTHING * reaches[i];
  const isSome = (i: number) => !isNothing(i);
  const groups = layout.blocks.map(({ start, size }) => ({ span: { start, size }, has: isSome, lengths: scales }));
  const count = scales.reduce((n, _, i) => n + (isNothing(i) ? 1 : 0), 0);
  const unmoved = Array.from({ length: Math.min(count, OVER_NOTHING) }, () => ({
    span: whole,
    has: isNothing,
    lengths: reaches,
  }));
  const weights = analytic.map((slope, i) => Math.abs(slope) * scales[i]);
  const heaviest = weights.reduce((a, b) => Math.max(a, b), 0);
  const classOf = (i: number) => Math.min(MOST_CLASSES, Math.floor(Math.log10(heaviest / weights[i]) / 2));
  const classes = new Set([...weights.keys()].filter(isSome).map(classOf));
  const byWeight = [...classes]
    .sort()
    .map((each) => ({ span: whole, has: (i: number) => isSome(i) && classOf(i) === each, lengths: scales }));
  return [...unmoved, ...(groups.length > 1 ? groups : []), ...(byWeight.length > 1 ? byWeight : [])];
}
