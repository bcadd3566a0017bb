/** Bisection: from a direction along which the two gradients disagree to the elements that cause it. */
import { agrees, type Comparison, compare, compareBriefly, type Field, residualOf, type Span } from './directions.ts';

/** The result of a search. */
export interface Search {
  /** Single elements that carry a disagreement, in the order they were found. */
  readonly elements: readonly Comparison[];
  /** Spans that hold more wrong elements, but were not searched to the end. */
  readonly unsearched: readonly Comparison[];
}

/**
 * The comparison of a second half is taken as whole minus first half only where it exceeds its tolerance this many
 * times.
 */
const CLEAR = 4;

/** Disagrees, and f has a slope along it: without one there is nothing to search. */
const isBad = (c: Comparison): boolean => !agrees(c) && !Number.isNaN(c.numeric);

/** The middle of a span, or the boundary of a group next to it where the span holds several groups. */
function splitOf({ start, size }: Span, boundaries: readonly number[]): number {
  const middle = start + (size >> 1);
  const inside = boundaries.filter((at) => at > start && at < start + size);
  return inside.length
    ? inside.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best))
    : middle;
}

/**
 * Halves a span until single elements are left. One half is measured; the other is the difference to the whole, unless
 * its tolerance has grown too large for that. Of two bad halves the worse is searched first, so that an element is
 * named soon. Two errors that cancel along this direction show along another one.
 *
 * @param onElement called with each element found, while its evaluations can still be paid for
 * @param mustStop asked before each step: whether to stop here
 */
export function bisect(
  field: Field,
  direction: Float64Array,
  whole: Comparison,
  onStep: (comparison: Comparison) => void,
  onElement: (element: Comparison) => void,
  mustStop: () => boolean,
): Search {
  const boundaries = field.layout.blocks.map(({ start }) => start);
  const elements: Comparison[] = [];
  const open: Comparison[] = [whole];
  while (open.length > 0 && !mustStop()) {
    const span = open.pop() as Comparison;
    if (span.size === 1) {
      elements.push(span);
      onElement(span);
      continue;
    }
    const at = splitOf(span, boundaries);
    const near = { start: span.start, size: at - span.start };
    const far = { start: at, size: span.start + span.size - at };
    const first = compareBriefly(field, direction, near, span);
    onStep(first);
    const second = rest(field, direction, far, span, first, onStep);
    const bad = [first, second].filter(isBad).sort((a, b) => Math.abs(residualOf(a)) - Math.abs(residualOf(b)));
    open.push(...bad);
  }
  return { elements, unsearched: open };
}

function rest(
  field: Field,
  direction: Float64Array,
  span: Span,
  whole: Comparison,
  part: Comparison,
  onStep: (comparison: Comparison) => void,
): Comparison {
  const difference: Comparison = {
    ...span,
    analytic: whole.analytic - part.analytic,
    numeric: whole.numeric - part.numeric,
    tolerance: whole.tolerance + part.tolerance,
    step: part.step,
    shape: part.shape,
    variation: part.variation,
  };
  const size = Math.abs(residualOf(difference));
  // clearly bad, or the first half carries all there was
  if (size > CLEAR * difference.tolerance || (size <= difference.tolerance && !agrees(part))) return difference;
  const measured = compare(field, direction, span, part.step);
  onStep(measured);
  return measured;
}
