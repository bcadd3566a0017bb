/** Values of f at unevenly spaced points on a line through x, from which its precision is read. */
import type { Evaluator } from '../point/evaluator.ts';
import type { Block, Layout } from '../point/layout.ts';
import type { Interval } from './edges.ts';
import { realiseStep } from './line.ts';
import { misfit, TABLE_SIZE } from './noise.ts';
import { FLOAT32, FLOAT64, type Format } from './precision.ts';

/** A point, with the means to evaluate f near it. */
export interface Around {
  readonly evaluator: Evaluator;
  readonly values: Float64Array;
  /** A length for every element, in which distances from x along it are measured. */
  readonly scales: Float64Array;
  readonly random: () => number;
  /** Which elements are float32 themselves; without it none is. */
  readonly layout?: Pick<Layout, 'blocks'>;
}

/** Values on one side of x; x itself may sit on a jump and is left out. */
export interface Table {
  /** Negative on the side below. */
  readonly spacing: number;
  readonly points: readonly number[];
  readonly values: readonly number[];
}

/** The points of a table are multiples of an eighth of its spacing, off the even ones by up to three of them. */
export const PARTS = 8;
const JITTER = 3;
/** Over all but the finest spacings a cubic is all there is to f. */
const DEGREE = 3;

/**
 * A table along a direction; undefined where f is not finite there, or where the evaluations are short.
 *
 * @param spacing in units of the direction
 * @param grid the format on whose numbers x moves
 * @param dense at neighbouring multiples of the least step, for the spacing of a format: no even rounding is to be feared
 */
export function tableAlong(
  { evaluator, values, random, layout }: Around,
  direction: Float64Array,
  spacing: number,
  grid: Format,
  dense = false,
): Table | undefined {
  if (evaluator.left < 2 * TABLE_SIZE) return undefined;
  // multiples of a step that x can make exactly
  const part = spacing / PARTS;
  const steps = direction.map((d) => d * part);
  const realise = ({ start, size, narrow }: Pick<Block, 'start' | 'size' | 'narrow'>) => {
    const { unit } = narrow && grid === FLOAT64 ? FLOAT32 : grid;
    for (let i = start; i < start + size; i++)
      steps[i] = Math.sign(steps[i]) * realiseStep(values[i], Math.abs(steps[i]), unit);
  };
  (layout?.blocks ?? [{ start: 0, size: values.length, narrow: false }]).forEach(realise);
  const multiples = Array.from({ length: TABLE_SIZE }, (_, k) =>
    dense ? k + 1 : PARTS * (k + 1) + Math.round((2 * random() - 1) * JITTER),
  );
  const found = multiples.map((k) => evaluator.at(steps.map((step, i) => values[i] + k * step)));
  return found.every(Number.isFinite) ? { spacing, points: multiples.map((k) => k * part), values: found } : undefined;
}

/** Standard deviation of the values of a table from a cubic. */
export const roughness = ({ points, values }: Table): number => misfit(points, values, DEGREE);

export const meanSlope = ({ points, values }: Table): number =>
  (values[TABLE_SIZE - 1] - values[0]) / (points[TABLE_SIZE - 1] - points[0]);

/** The intervals between neighbouring points of a table. */
export function intervalsOf({ points, values }: Table): Interval[] {
  const spots = points.map((t, k) => [t, values[k]] as const);
  return spots.slice(1).map((spot, k) => [spots[k], spot]);
}

/** How many different values a table has. */
export const distinct = ({ values }: Table): number => new Set(values).size;

/** Each element by its own size: neighbours that are larger say nothing about how far f is smooth in it. */
export const ownDirection = (
  { values, scales }: Pick<Around, 'values' | 'scales'>,
  direction: Float64Array,
): Float64Array => direction.map((d, i) => (values[i] === 0 ? d : d * Math.min(1, Math.abs(values[i]) / scales[i])));
