/** How exact f is near x, measured before any slope is taken: its noise, single precision, stairs. */
import type { Evaluator } from '../point/evaluator.ts';
import { edgesAmong } from './edges.ts';
import { realiseStep } from './line.ts';
import { misfit, TABLE_SIZE } from './noise.ts';
import { errorOf, evenly, FLOAT32_UNIT, FLOAT64_UNIT, type Precision } from './precision.ts';

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

interface Around {
  readonly evaluator: Evaluator;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  readonly random: () => number;
}

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
