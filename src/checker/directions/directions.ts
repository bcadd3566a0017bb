/** Random directions through a large x, and the slopes of the two gradients along them. */

import { SAFETY, WOBBLE_SAFETY } from '../defaults.ts';
import type { Evaluator } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';
import { directionLine, exactScale, type Line, type Surroundings } from '../slope/line.ts';
import { type Slope, STENCIL_COST } from '../slope/measured-slope.ts';
import type { Format } from '../slope/precision.ts';
import { slopeAlong } from '../slope/slope.ts';
import { stencil } from '../slope/stencil.ts';
import { norm } from '../textbook/relative-error.ts';

/** A run of elements, in flat order. */
export interface Span {
  /** First flat index. */
  readonly start: number;
  readonly size: number;
}

/** A comparison of the two gradients along a direction that moves the elements of a span, each by plus or minus its scale. */
export interface Comparison extends Span {
  /** Slope along the direction, in units of f: by the analytic gradient, and as measured. */
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic - numeric| above this is no numerical error. */
  readonly tolerance: number;
  /** Share of each element's scale by which it was moved. */
  readonly step: number;
  /** What f looks like along the direction: `smooth`, or why it has no slope there. */
  readonly shape: Slope['shape'];
  /** Mean size of the slopes of f along the direction, left and right. */
  readonly variation: number;
}

export const residualOf = ({ analytic, numeric }: Comparison): number => analytic - numeric;

/** Whether the two gradients say the same within the tolerance; false where f has no slope that could be measured. */
export const agrees = (comparison: Comparison): boolean => Math.abs(residualOf(comparison)) <= comparison.tolerance;

/**
 * The relative floors of the elements add up with random signs: this many standard deviations of that sum are allowed.
 */
const FLOOR_SAFETY = 2;

/** Shapes that noise alone can make f look like. */
const UNEVEN: readonly Slope['shape'][] = ['kink', 'jump', 'unsettled'];

export interface Field {
  readonly evaluator: Evaluator;
  /** Its noise is raised where f turns out to be rougher than it is at x. */
  surroundings: Surroundings;
  readonly layout: Layout;
  readonly analytic: Float64Array;
  /** Rounding of the analytic gradient, element by element, as measured. */
  readonly wobble: Float64Array;
  /** A relative error of an element up to this is never called a bug. */
  readonly floor: number;
  /** A scale for every group of x. */
  readonly scales: Float64Array;
  /** What is typical of the group of each element, whatever its own size. */
  readonly reaches: Float64Array;
  /** The coarsest of the grids on which the elements move, and the grid of each element. */
  readonly grid: Format;
  readonly gridOf: (index: number) => Format;
}

/**
 * A Rademacher direction: every element moves by its scale, up or down with equal chance; made so that x moves exactly
 * (see {@link exactScale}).
 *
 * @param part the elements to move; the others stay where they are
 */
export function randomDirection(
  { scales, gridOf, surroundings }: Field,
  random: () => number,
  part?: (i: number) => boolean,
) {
  return scales.map((scale, i) => {
    const sign = random() < 0.5 ? -1 : 1;
    return part && !part(i) ? 0 : sign * exactScale(surroundings.values[i], scale, gridOf(i));
  });
}

function lineThrough(field: Field, direction: Float64Array, span: Span): Line {
  const part = direction.subarray(span.start, span.start + span.size);
  return directionLine(field.surroundings, part, span.start, field.grid, () => field.evaluator.left);
}

/** The slope along the direction by the analytic gradient, and its uncertainty. */
function analyticSlope({ analytic, wobble, floor }: Field, direction: Float64Array, { start, size }: Span) {
  let slope = 0;
  let squares = 0;
  let rounding = 0;
  for (let i = start; i < start + size; i++) {
    const term = analytic[i] * direction[i];
    slope += term;
    squares += term * term;
    rounding += (wobble[i] * direction[i]) ** 2;
  }
  return { slope, uncertainty: FLOOR_SAFETY * floor * Math.sqrt(squares) + WOBBLE_SAFETY * Math.sqrt(rounding) };
}

/** Euclidean length of the products of analytic gradient and direction, element by element. */
export const sizeAlong = ({ analytic }: Field, direction: Float64Array, { start, size }: Span): number =>
  norm(direction.subarray(start, start + size).map((v, k) => v * analytic[start + k]));

/** Compares the two gradients along a direction, with a step and an error bar found anew. */
export function compare(field: Field, direction: Float64Array, span: Span, first: number): Comparison {
  const { slope: analytic, uncertainty } = analyticSlope(field, direction, span);
  let slope = slopeAlong(lineThrough(field, direction, span), first);
  const { precision } = field.surroundings;
  if (UNEVEN.includes(slope.shape) && precision.height > precision.noise) {
    // where all elements move at once, the rounding of a long sum is larger than it was beside x
    field.surroundings = { ...field.surroundings, precision: { ...precision, noise: precision.height } };
    slope = slopeAlong(lineThrough(field, direction, span), first);
  }
  return {
    ...span,
    analytic,
    numeric: slope.slopes ? clamp(analytic, slope.slopes) : slope.value,
    tolerance: SAFETY * slope.errorBar + uncertainty,
    step: slope.step,
    shape: slope.shape,
    variation: slope.variation,
  };
}

/** At a kink every slope between those of the two sides agrees. */
function clamp(value: number, { left, right }: { left: number; right: number }): number {
  return Math.min(Math.max(value, Math.min(left, right)), Math.max(left, right));
}

/** The same with the step of its parent: four evaluations, where they are enough. */
export function compareBriefly(field: Field, direction: Float64Array, span: Span, parent: Comparison): Comparison {
  if (field.evaluator.left < STENCIL_COST) return compare(field, direction, span, parent.step);
  const { slope: analytic, uncertainty } = analyticSlope(field, direction, span);
  const s = stencil(lineThrough(field, direction, span), parent.step);
  if (!s || s.truncation > 4 * (s.roundOff + parent.tolerance / SAFETY))
    return compare(field, direction, span, parent.step / 4);
  const tolerance = SAFETY * (s.truncation + s.roundOff) + uncertainty;
  return { ...span, analytic, numeric: s.value, tolerance, step: s.step, shape: 'smooth', variation: s.variation };
}
