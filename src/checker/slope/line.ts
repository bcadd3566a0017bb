/** A straight line through x along which f is measured: one element of x, or a direction. */
import type { Evaluator } from '../point/evaluator.ts';
import { FLOAT32, FLOAT64, type Format, type Precision, significantBits } from './precision.ts';

export interface Line {
  /** f at x + offset along the line. NaN outside the domain. */
  at(offset: number): number;
  /** The nearest step that x can make exactly in floating point, both ways and twice; 0 where the step is lost. */
  realise(step: number): number;
  /** The same for a step that confirms a longer one: any that is short enough will do. By default `realise`. */
  probe?(step: number, most: number): number;
  /** f at x. */
  readonly value: number;
  readonly precision: Precision;
  /** The length by which steps along the line are scaled. */
  readonly scale: number;
  /** A length in which the other elements of its group are of order 1: steps may grow to it where shorter ones show nothing. */
  readonly reach: number;
  /** The shortest step worth taking: several spacings of x. */
  readonly smallest: number;
  /** How far f may move x by rounding its argument to a shorter format; 0 where x is a number of that format. */
  readonly blur: number;
  /** Evaluations that this line may still spend. */
  spare(): number;
}

/** The same line with some of its precision taken to be different. */
export const withPrecision = (line: Line, changed: Partial<Precision>): Line => ({
  ...line,
  precision: { ...line.precision, ...changed },
});

/** A step of about this size, and no longer than `most`, by which a longer one is confirmed. */
export const probeStep = (line: Line, step: number, most: number): number =>
  line.probe ? line.probe(step, most) : line.realise(step);

/** Steps shorter than this many spacings of x are too coarse. */
const SMALLEST = 8;
/** The shortest step where x is 0 and so has no spacing, in units of the scale. */
const SMALLEST_AT_ZERO = 2 ** -60;

/** The nearest step that is a multiple of the spacing of numbers near |x| + 2 step, so that x moves by it exactly. */
export function realiseStep(x: number, step: number, unit: number): number {
  const spacing = 2 ** Math.floor(Math.log2(Math.abs(x) + 2 * step)) * unit;
  // the smallest doubles have no relative spacing
  return spacing < Number.MIN_VALUE / unit ? step : Math.round(step / spacing) * spacing;
}

/** A point, with the value and the precision of f there. */
export interface Surroundings {
  readonly evaluator: Evaluator;
  /** x in flat order; changed for the time of an evaluation only. */
  readonly values: Float64Array;
  /** f at x. */
  readonly value: number;
  readonly precision: Precision;
}

/** The distance to which x may be rounded on a grid: half a spacing, or nothing where x lies on it. */
const blurOf = (x: number, grid: Format): number =>
  significantBits(x) <= grid.bits ? 0 : (grid.unit * Math.abs(x)) / 2;

/** The line through x along one element. `narrow`: the element itself is a float32. */
export function elementLine(
  { evaluator, values, value, precision }: Surroundings,
  { index, name, scale, reach, narrow }: { index: number; name: string; scale: number; reach: number; narrow: boolean },
  spare: () => number,
): Line {
  const x = values[index];
  const grid = narrow && precision.grid.bits > FLOAT32.bits ? FLOAT32 : precision.grid;
  return {
    value,
    precision,
    scale,
    reach,
    spare,
    smallest: Math.max(SMALLEST * grid.unit * Math.abs(x), SMALLEST_AT_ZERO * scale),
    blur: blurOf(x, grid),
    realise: (step) => realiseStep(x, step, grid.unit),
    at(offset) {
      values[index] = offset === 0 ? x : x + offset; // -0 + 0 would be 0
      try {
        return evaluator.at(values, name);
      } finally {
        values[index] = x;
      }
    },
  };
}

/** The shortest step along a direction: scales are rounded to multiples that x can make exactly with this step. */
const shortestStep = (grid: Format): number => (grid === FLOAT64 ? 2 ** -40 : 2 ** -(grid.bits >> 1));

/**
 * The scale of one element of a direction, rounded to a multiple of what x can make exactly with the shortest step:
 * steps are powers of two, so x moves along a straight line to the last bit.
 */
export function exactScale(x: number, scale: number, grid: Format): number {
  const unit = (2 ** Math.ceil(Math.log2(Math.abs(x) + scale)) * grid.unit) / shortestStep(grid);
  return Math.max(1, Math.round(scale / unit)) * unit;
}

/** The line through x along a direction. An offset t moves element `start + i` by t times `direction[i]`. */
export function directionLine(
  { evaluator, values, value, precision }: Surroundings,
  direction: Float64Array,
  start: number,
  grid: Format,
  spare: () => number,
): Line {
  const moved = values.slice();
  const blurred = precision.grid !== FLOAT64 && values.some((x) => blurOf(x, precision.grid) > 0);
  return {
    value,
    precision,
    scale: 1,
    reach: 1,
    spare,
    smallest: shortestStep(grid),
    blur: blurred ? precision.grid.unit / 2 : 0,
    realise: (step) => 2 ** Math.round(Math.log2(step)),
    at(offset) {
      for (let i = 0; i < direction.length; i++) {
        moved[start + i] = values[start + i] + offset * direction[i];
      }
      return evaluator.at(moved, 'a direction');
    },
  };
}
