/** How exact f is near x, measured before any slope is taken: its noise, short formats, stairs. */
import { edgesAmong } from './edges.ts';
import { FINE, FINE_DEGREE, misfit } from './noise.ts';
import { errorOf, evenly, FLOAT64, type Precision } from './precision.ts';
import { shortPrecision } from './short-precision.ts';
import { type Around, intervalsOf, meanSlope, ownDirection, roughness, tableAlong } from './table.ts';

/**
 * Spacings of further tables, also in units of x. Stairs (cancelled digits, rounded terms, single precision, the
 * tolerance of a solver) show only over spacings wider than their treads.
 */
const WIDE = [-(2 ** -36), 2 ** -20, -(2 ** -12)];
const FLOAT32_WIDE = 1;
/** Up to this spacing a smooth f is a cubic to the last digit. */
const NEAR = 2 ** -20;
/** Tables on the other side of x have spacings this much wider, to tell stairs from a bend. */
const OTHER_SIDE = [13, 8.6, 5.3];
/** Roughness this many times the fine noise, on both sides of x, may come from stairs. */
const LOUDER = 8;
/** Over a spacing 13 times as wide a bend shows 13^4 times as much; stairs show the same. */
const BEND = 2 ** 12;
/** Two estimates of the same noise, from few values each, differ by this factor at most. */
const SAME = 6;

const fitsFloat32 = (v: number): boolean => Math.fround(v) === v;

/** Measures the precision of f from its values on a random line through x. */
export function measurePrecision(around: Around, value: number): Precision {
  const { evaluator, values, scales, random } = around;
  const direction = scales.map((scale) => scale * (random() < 0.5 ? -1 : 1) * (0.5 + random()));
  const table = (spacing: number) => tableAlong(around, direction, spacing, FLOAT64);

  const fine = table(FINE);
  const narrow = fitsFloat32(value) && (fine?.values.every(fitsFloat32) ?? true);
  const short = narrow
    ? shortPrecision(around, ownDirection(around, direction), [value, ...(fine?.values ?? [])])
    : undefined;
  if (short) return short;
  const wide = WIDE.map((spacing, k) => (narrow && k < FLOAT32_WIDE ? undefined : table(spacing)));
  const own = errorOf({ noise: fine ? misfit(fine.points, fine.values, FINE_DEGREE) : 0, unit: FLOAT64.unit }, value);
  const loud = wide.find((found) => found && roughness(found) > LOUDER * own);
  // each table has few values: take the largest of those that show the same noise
  const quiet = wide
    .map((found) => (found && Math.abs(found.spacing) <= NEAR ? roughness(found) : 0))
    .filter((r) => r <= LOUDER * own);
  const usual = Math.max(own, ...quiet);
  if (!loud) return evenly(usual);

  // stairs are on both sides of x, and have edges; values of one spacing may hide them by chance
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
  const find = (trend: number) => edgesAmong(along, intervalsOf(loud), here, trend, () => evaluator.left > 0);
  const trend = fine ? meanSlope(fine) : 0;
  let stairs = suspect ? find(trend) : 'none';
  // over so small a spacing the noise may hide the slope between edges: take it from a wider table, if there is one
  const calm = wide.slice(0, wide.indexOf(loud)).findLast((found) => found !== undefined);
  const hidden = calm !== undefined && Math.abs(meanSlope(calm) - trend) * Math.abs(loud.spacing) > here;
  if (alike && hidden && stairs === 'none') stairs = find(meanSlope(calm)) === 'certain' ? 'certain' : 'none';
  const height = stairs !== 'none' || alike ? Math.max(here, Math.min(there, SAME * here)) : 0;
  const noise = stairs === 'certain' ? height : usual;
  return { ...evenly(usual), noise, stairs, height };
}
