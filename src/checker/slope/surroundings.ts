/** What must be known of f near x before any slope is taken: its noise, its precision, the scales of x. */

import type { Evaluator } from '../contract/evaluator.ts';
import type { Block } from '../point/layout.ts';
import { edgesAmong } from './edges.ts';
import { errorOf, FLOAT32_UNIT, FLOAT64_UNIT, realiseStep, type Stairs } from './line.ts';
import { misfit, TABLE_SIZE } from './noise.ts';

/** Spacing of the first table, in units of x: 64 spacings of float64. */
const FINE = 2 ** -46;
/**
 * Spacings of further tables. Stairs (cancelled digits, rounded terms, single precision, a solver's tolerance) show
 * only over spacings wider than they are; the middle ones are long enough for float32.
 */
const WIDE = [-(2 ** -36), 2 ** -20, -(2 ** -12)];
const FLOAT32_WIDE = 1;
const FLOAT32_SPACING = 2 ** -9;
/** Up to this spacing a smooth f is a cubic to the last digit. */
const NEAR = 2 ** -20;
/** To tell stairs from a bend: the other side of x, with spacings this much wider. */
const OTHER_SIDE = [13, 8.6, 5.3];
/** So much above the fine noise, on both sides of x, is suspect. */
const LOUDER = 8;
/** A bend shows this much more over the wider spacing (13^4), stairs do not. */
const BEND = 2 ** 12;
/** Two estimates of one noise from few values differ by this factor at most. */
const SAME = 6;

export interface Precision {
  readonly noise: number;
  readonly unit: number;
  readonly stairs: Stairs;
  /**
   * Standard deviation of f from its trend, where it is the same over unlike spacings: that over stairs (and where they
   * are certain, the noise), or the rounding of many sums.
   */
  readonly height: number;
  /** Standard deviation of f's error between the edges of stairs; without stairs that is the noise. */
  readonly quiet: number;
  /** Every value of f is a float32. */
  readonly float32: boolean;
}

/** The precision of an f without stairs. */
export const evenly = (noise: number, unit = FLOAT64_UNIT, float32 = false): Precision => ({
  noise,
  quiet: noise,
  unit,
  float32,
  stairs: 'none',
  height: 0,
});

interface Around {
  readonly evaluator: Evaluator;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  readonly random: () => number;
}

/** Elements that a typical size is taken from; more would tell no more. */
const SAMPLE = 4096;

/** The sizes of the elements that are not 0, sorted; of every so many in a large group. */
function sortedSizes(values: Float64Array): Float64Array {
  const every = Math.ceil(values.length / SAMPLE);
  const sample = every > 1 ? values.filter((_, i) => i % every === 0) : values;
  return sample
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
}

const quantile = (sorted: Float64Array, q: number): number => sorted[Math.floor(q * (sorted.length - 1))] ?? 0;

/** A group whose sizes range over more than this has no typical size. */
const MIXED = 1e4;
/** And over more than this not even one to measure its small elements by, in part. */
const UNLIKE = 1e8;

/**
 * The same length for all elements of a group: their typical size, or that of all x where they are 0.
 *
 * @param mixed measure each element by its own size in a group whose sizes range over more than this
 */
export function groupScales(values: Float64Array, blocks: readonly Block[], mixed = MIXED): Float64Array {
  const overall = quantile(sortedSizes(values), 0.5) || 1;
  const scales = new Float64Array(values.length);
  for (const { start, size } of blocks) {
    const sizes = sortedSizes(values.subarray(start, start + size));
    const typical = quantile(sizes, 0.5) || overall;
    const unlike = quantile(sizes, 0.9) > mixed * quantile(sizes, 0.1);
    for (let i = start; i < start + size; i++) scales[i] = unlike && values[i] !== 0 ? Math.abs(values[i]) : typical;
  }
  return scales;
}

/** Elements much smaller than their neighbours are measured by these, in part. */
const NEIGHBOURS_SHARE = 1 / 8;

/** A length for every element of x: its own size, or where it is (nearly) 0 that of its neighbours. */
export const scalesOf = (values: Float64Array, blocks: readonly Block[]): Float64Array =>
  groupScales(values, blocks, UNLIKE).map((neighbours, i) =>
    values[i] === 0 ? neighbours : Math.max(Math.abs(values[i]), neighbours * NEIGHBOURS_SHARE),
  );

/** Values at unevenly spaced points beside x, on one side; x itself may sit on a jump and is left out. */
interface Table {
  /** Negative on the side below. */
  readonly spacing: number;
  readonly points: readonly number[];
  readonly values: readonly number[];
}

/** The points of a table are multiples of an eighth of its spacing, off the even ones by up to three of them. */
const PARTS = 8;
const JITTER = 3;
/** Over the finest spacing a parabola is all there is to f; over wider ones a cubic. */
const FINE_DEGREE = 2;
const WIDE_DEGREE = 3;

const roughness = ({ points, values }: Table): number => misfit(points, values, WIDE_DEGREE);

const meanSlope = ({ points, values }: Table): number =>
  (values[TABLE_SIZE - 1] - values[0]) / (points[TABLE_SIZE - 1] - points[0]);

/** Measures the noise of f from values on a random line through x; finds out whether they are float32. */
export function measurePrecision({ evaluator, values, scales, random }: Around, value: number): Precision {
  const direction = scales.map((scale) => scale * (random() < 0.5 ? -1 : 1) * (0.5 + random()));
  const table = (spacing: number, narrow = false): Table | undefined => {
    if (evaluator.left < 2 * TABLE_SIZE) return undefined;
    const grid = narrow ? FLOAT32_UNIT : FLOAT64_UNIT;
    // whole numbers of what x can make exactly
    const part = spacing / PARTS;
    const steps = direction.map((d, i) => Math.sign(d * part) * realiseStep(values[i], Math.abs(d * part), grid));
    const multiples = Array.from(
      { length: TABLE_SIZE },
      (_, k) => PARTS * (k + 1) + Math.round((2 * random() - 1) * JITTER),
    );
    const found = multiples.map((k) => evaluator.at(steps.map((step, i) => values[i] + k * step)));
    return found.every(Number.isFinite)
      ? { spacing, points: multiples.map((k) => k * part), values: found }
      : undefined;
  };
  const single = (found: Table | undefined) => found?.values.every((v) => Math.fround(v) === v) ?? true;

  const fine = table(FINE);
  const narrow = Math.fround(value) === value && single(fine);
  const wide = WIDE.map((spacing, k) => (narrow && k < FLOAT32_WIDE ? undefined : table(spacing, narrow)));
  const float32 = narrow && wide.every(single) && wide.some((t) => t && new Set(t.values).size > 1);
  if (float32) {
    // so coarse that a bend does not show beside it, however wide the spacing
    const shown = [...wide, table(FLOAT32_SPACING, true)].map((found) => (found ? roughness(found) : 0));
    return evenly(errorOf({ noise: Math.max(...shown), unit: FLOAT32_UNIT }, value), FLOAT32_UNIT, true);
  }
  const own = errorOf({ noise: fine ? misfit(fine.points, fine.values, FINE_DEGREE) : 0, unit: FLOAT64_UNIT }, value);
  const loud = wide.find((found) => found && roughness(found) > LOUDER * own);
  // few values each: the loudest of the tables that show the same noise
  const quiet = wide
    .map((found) => (found && Math.abs(found.spacing) <= NEAR ? roughness(found) : 0))
    .filter((r) => r <= LOUDER * own);
  const usual = Math.max(own, ...quiet);
  if (!loud) return evenly(usual);

  // stairs are on both sides of x, and have edges; one spacing may be in step with them by chance
  const here = roughness(loud);
  let there = 0;
  for (const wider of OTHER_SIDE)
    if (there <= LOUDER * own) {
      const other = table(-loud.spacing * wider);
      if (other) there = roughness(other);
    }
  const along = (t: number) => evaluator.at(values.map((v, i) => v + t * direction[i]));
  const suspect = there > LOUDER * own && there < BEND * here;
  const alike = suspect && there < SAME * here;
  const spots = loud.points.map((t, k) => [t, loud.values[k]] as const);
  const intervals = spots.slice(1).map((spot, k) => [spots[k], spot] as const);
  const find = (trend: number) => edgesAmong(along, intervals, here, trend, () => evaluator.left > 0);
  const trend = fine ? meanSlope(fine) : 0;
  let stairs = suspect ? find(trend) : 'none';
  // where the noise of so small a spacing hides the slope between edges, a wider one may tell; or have edges already
  const calm = wide.slice(0, wide.indexOf(loud)).findLast((found) => found !== undefined);
  const hidden = calm !== undefined && Math.abs(meanSlope(calm) - trend) * Math.abs(loud.spacing) > here;
  if (alike && hidden && stairs === 'none') stairs = find(meanSlope(calm)) === 'certain' ? 'certain' : 'none';
  const height = stairs !== 'none' || alike ? Math.max(here, Math.min(there, SAME * here)) : 0;
  const noise = stairs === 'certain' ? height : usual;
  return { ...evenly(usual), noise, stairs, height };
}
