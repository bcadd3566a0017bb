/**
 * An f whose values are float32, float16 or bfloat16: which, how rough, and on which numbers its argument moves. The format
 * is read from the values alone: near x they lie on a lattice whose spacing is the unit of that format.
 */
import { closeIn, largestChange } from './edges.ts';
import {
  BFLOAT16,
  errorOf,
  evenly,
  FLOAT16,
  FLOAT32,
  type Format,
  type Precision,
  SHORT_FORMATS,
  significantBits,
} from './precision.ts';
import { type Around, distinct, intervalsOf, PARTS, roughness, type Table, tableAlong } from './table.ts';

/** Spacings, in units of x, at which float32 is looked for, and further ones, for shorter formats. */
const FLOAT32_SPACINGS = [2 ** -16, -(2 ** -12)];
const SPACINGS = [2 ** -9, -(2 ** -7), 2 ** -5, -(2 ** -3)];
/** Of values of a format that lie close together, some use its last bits: at most this many stay unused in all of them. */
const UNUSED_BITS = 2;
/** Neighbours in the first table that shows a few values differ by this many units of their format at most. */
const NEAR_UNITS = 64;
/** A table with this many different values shows a lattice. */
const A_FEW = 3;
/** A spacing of values this much finer than x is that of doubles: what rounding leaves of a sum that cancels. */
const CANCELLED = 2 ** -40;
/** Roughness that grows by more than this, over an eight times wider spacing, may be a bend (8^4) or stairs that begin to show. */
const BENDING = 64;
/** A wide table this much rougher than the close ones shows more than rounding. */
const ROUGHER = 2;
/** Roughness of so many last digits is noise only if it has edges; else f waves faster than the table has points. */
const RIPPLES = 3;
/** The share of a change that is left between neighbours where f waves and has no edges, at most. */
const FADED = 1 / 8;
/** A change of so many standard deviations of rounding is that of the last digit. */
const LAST_DIGIT = 4;
/** Spacings of the closest tables that float32 has numbers for. */
const CLOSE = [2 ** -20, -(2 ** -19)];
/** Over a four times wider spacing again a bend grows by 4^4, stairs by less than this. */
const STAIRS = 16;

const bitsIn = (values: readonly number[]): number => values.reduce((most, v) => Math.max(most, significantBits(v)), 0);

/** Weight of the last bit that is set in any of the values. */
const lastBit = (values: readonly number[]): number =>
  values.reduce(
    (least, v) =>
      v === 0 ? least : Math.min(least, 2 ** (Math.floor(Math.log2(Math.abs(v))) - significantBits(v) + 1)),
    Number.POSITIVE_INFINITY,
  );

/** Whether neighbouring values of a table differ by few units of a format. */
function isCloseIn(format: Format, { values }: Table): boolean {
  const size = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const unit = format.unit * 2 ** Math.floor(Math.log2(size));
  const steps = values
    .slice(1)
    .map((v, k) => Math.abs(v - values[k]) / unit)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] <= NEAR_UNITS;
}

/** The format of the values of some tables; undefined where they show none, or no movement at all. */
function formatOf(tables: readonly Table[], near: readonly number[], size: number): Format | undefined {
  const values = [...near, ...tables.flatMap((table) => table.values)];
  const bits = bitsIn(values);
  const telling = tables.find((table) => distinct(table) >= A_FEW);
  if (bits > FLOAT32.bits || !telling) return undefined;
  if (lastBit(values) < CANCELLED * size) return undefined;
  if (bits > FLOAT16.bits) return FLOAT32;
  const format = SHORT_FORMATS.find((each) => bits <= each.bits && bits >= each.bits - UNUSED_BITS);
  return format && isCloseIn(format, telling) ? format : undefined;
}

/**
 * The precision of an f whose values at x and in its finest table fit a short format; undefined where they are doubles
 * after all, or show no format.
 *
 * @param direction in units of each element's own size
 * @param near f at x, and the values of its finest table
 */
export function shortPrecision(
  around: Around,
  direction: Float64Array,
  near: readonly number[],
): Precision | undefined {
  const [value] = near;
  const size = around.values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const taken: Table[] = [];
  let format: Format | undefined;
  for (const spacing of [...FLOAT32_SPACINGS, ...SPACINGS]) {
    const next = tableAlong(around, direction, spacing, format ?? FLOAT32);
    if (!next) continue;
    taken.push(next);
    if (bitsIn(next.values) > FLOAT32.bits) return undefined;
    const before = format;
    format = formatOf(taken, near, size);
    if (taken.length >= FLOAT32_SPACINGS.length && format === FLOAT32) break;
    // one table more than the format shows in: half of a step is no roughness
    if (before && before === format) break;
  }
  if (!format) return undefined;
  const short = format;
  const unit = errorOf({ noise: 0, unit: short.unit }, value);
  const look = (spacing: number) => tableAlong(around, direction, spacing, short);
  // how much of the largest change between two points of a table is left between neighbouring float32 numbers
  const jumpIn = (table: Table): number => {
    const { interval } = largestChange(intervalsOf(table), 0);
    const along = (t: number) => around.evaluator.at(around.values.map((x, i) => x + t * direction[i]));
    return closeIn(along, interval, 0, FLOAT32.unit, (change) => change > unit && around.evaluator.left > 0).change;
  };
  const loudest = taken.reduce((a, b) => (roughness(b) > roughness(a) ? b : a));
  let fine = roughness(loudest);
  if (short === FLOAT32 && fine > RIPPLES * unit) {
    const jump = jumpIn(loudest);
    const faded = jump <= fine * FADED;
    const neighbours = () => tableAlong(around, direction, PARTS * short.unit, short, true);
    if (faded || jump <= LAST_DIGIT * unit)
      fine = Math.min(jump, Math.max(...[neighbours(), ...(faded ? [] : CLOSE.map(look))].map(roughIn)));
  }
  const wide = short === FLOAT32 ? saturated(roughness(loudest), look, unit) : undefined;
  const rough = wide && jumpIn(wide) > roughness(wide) * FADED ? roughness(wide) : fine;
  const noise = Math.max(unit, rough);
  const grid = rough > 2 * unit ? argumentFormat(around, value, short) : short;
  const precision = evenly(noise, short, grid);
  // edges far apart: a rounded argument, or jumps of f itself
  return rough > fine ? { ...precision, stairs: 'certain', height: rough, quiet: Math.max(unit, fine) } : precision;
}

const roughIn = (table: Table | undefined): number => (table ? roughness(table) : 0);

/**
 * A wide table of float32 values that is rougher than their rounding, and hardly less so than one that is wider still: f has
 * edges, or waves. Undefined where it is no rougher, or where f bends.
 */
function saturated(near: number, look: (spacing: number) => Table | undefined, unit: number): Table | undefined {
  const wide = look(SPACINGS[0]);
  const rough = roughIn(wide);
  if (rough <= ROUGHER * near) return undefined;
  if (rough <= BENDING * Math.max(near, unit / 4)) return wide;
  const wider = look(SPACINGS[1]);
  return wider && roughness(wider) > STAIRS * rough ? undefined : wide;
}

/** Shares of a spacing by which x is moved to see its argument rounded: f stands still up to the half, and then jumps. */
const WITHIN = 0.4;
const BEYOND = [0.6, 1, 1.4];

/** The short format to which f rounds its argument, where it rounds it more than its values; else that of the values. */
function argumentFormat({ evaluator, values }: Around, value: number, format: Format): Format {
  for (const shorter of [FLOAT16, BFLOAT16]) {
    if (shorter.bits >= format.bits || evaluator.left < 2 * BEYOND.length) continue;
    if (values.some((x) => significantBits(x) > shorter.bits)) continue;
    const moved = (share: number) =>
      evaluator.at(
        values.map((x) =>
          x === 0 ? 0 : x + share * Math.sign(x) * shorter.unit * 2 ** Math.floor(Math.log2(Math.abs(x))),
        ),
      );
    if (moved(WITHIN) !== value) continue;
    const [first, ...others] = BEYOND.map(moved);
    if (first !== value && others.every((each) => each === first)) return shorter;
  }
  return format;
}
