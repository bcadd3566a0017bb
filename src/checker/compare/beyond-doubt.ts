/** Tests that show the gradient, and not the check, to be wrong although the errors follow no pattern. */
import { differencesOf, indicesWhere, type Sides } from './sides.ts';

/** Relative difference that no usual numeric error reaches, where others agree. */
const GROSS = 0.01;

/** A step from here on may well cross a kink. */
const WIDE_STEP = 1e-3;

/** Relative agreement of elements that are right for certain. */
const PROVED = 2e-3;

const sizeOf = ({ analytic, numeric }: Sides, i: number): number =>
  Math.max(Math.abs(analytic[i]), Math.abs(numeric[i]));

/** Whether the analytic value is 0 or twice the numeric slope, as it is at a kink. */
const likeKink = ({ analytic, numeric }: Sides, i: number): boolean =>
  analytic[i] === 0 || Math.abs(analytic[i] - 2 * numeric[i]) <= 1e-3 * Math.abs(numeric[i]);

/** Elements that agree to nearly three digits or more, and could have disagreed. */
function proved(sides: Sides, differences: Float64Array, bad: ReadonlySet<number>): number[] {
  return indicesWhere(differences.length, (i) => {
    const size = sizeOf(sides, i);
    return !bad.has(i) && size > 0 && Math.max(differences[i], sides.halves[i]) <= PROVED * size;
  });
}

/**
 * Some elements are right to many digits and the others grossly wrong: noise, truncation and short floats would show in all of
 * them. A kink would not; so one element alone must not look like one.
 */
export function isCleanSubset(sides: Sides, wrong: readonly number[]): boolean {
  const differences = differencesOf(sides);
  const bad = new Set(wrong);
  const right = proved(sides, differences, bad);
  if (right.length < 2 || wrong.some((i) => differences[i] < GROSS * sizeOf(sides, i))) return false;
  if (wrong.length === 1 && likeKink(sides, wrong[0])) return false;
  const few = wrong.length * 10 <= sides.analytic.length;
  return !(few && sides.step !== undefined && sides.step >= WIDE_STEP);
}

/** The least error of the wrong elements, in units of the largest of the right ones. */
const FAR = 100;

/** Elements that are grossly wrong, where all others are right to nearly three digits and far closer; undefined where not so. */
export function grossOutliers(sides: Sides): number[] | undefined {
  const differences = differencesOf(sides);
  const wrong = indicesWhere(differences.length, (i) => differences[i] > sides.halves[i] + GROSS * sizeOf(sides, i));
  const bad = new Set(wrong);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < differences.length; i++) {
    if (bad.has(i)) least = Math.min(least, differences[i]);
    else most = Math.max(most, differences[i]);
  }
  return wrong.length > 0 && least >= FAR * most && isCleanSubset(sides, wrong) ? wrong : undefined;
}

/** Pairs that are needed to tell noise from anything else. */
const FEWEST = 5;

/** Standard errors by which the differences must follow the gradient. */
const SURE = 6;

/**
 * Whatever is added to the numeric side (noise, dropout, rounding) is independent of the gradient. If the differences follow
 * it, with a slope that is neither small nor due to chance, the two sides are gradients of different functions.
 */
export function differencesFollowGradient({ analytic, numeric }: Sides, wrong: readonly number[]): boolean {
  const distinct = (values: Float64Array): number => new Set(wrong.map((i) => values[i])).size;
  // Numeric slopes that repeat come in coarse steps, and rounding towards 0 follows the gradient too.
  if (wrong.length < FEWEST || distinct(numeric) + 1 < distinct(analytic)) return false;
  let [aa, ae, ee] = [0, 0, 0];
  for (const i of wrong) {
    const e = numeric[i] - analytic[i];
    aa += analytic[i] ** 2;
    ae += analytic[i] * e;
    ee += e ** 2;
  }
  const slope = ae / aa;
  const left = Math.max(0, ee - slope * ae) / (wrong.length - 1);
  return Math.abs(slope) >= 0.2 && Math.abs(slope) >= SURE * Math.sqrt(left / aa);
}

/** Ratios that one pair can show for certain: nothing but a factor gives them to so many digits. */
const RATIOS: readonly number[] = [
  -1,
  2,
  0.5,
  -2,
  -0.5,
  ...Array.from({ length: 98 }, (_, k) => k + 3).flatMap((k) => [k, 1 / k]),
];

/** Relative uncertainty of a ratio up to which it counts; less for large whole numbers, which come near any ratio. */
const EXACT = 1e-4;
/**
 * Different pairs together show a ratio if the chance that all come so near to it is at most this, and that of each at most
 * `EACH`.
 */
const TOGETHER = 1e-5;
const EACH = 0.05;

/**
 * How far |analytic - ratio * numeric| of a pair may be from 0 by its digits; undefined where it is further, so that the pair
 * has another ratio.
 */
function doubtOf({ analytic, numeric, halves }: Sides, ratio: number, i: number): number | undefined {
  const doubt = halves[i] * (1 + Math.abs(ratio)) + 1e-6 * Math.abs(analytic[i]);
  return numeric[i] !== 0 && Math.abs(analytic[i] - ratio * numeric[i]) <= doubt ? doubt : undefined;
}

/** The chance that pairs of other numbers would come so near to a ratio: pairs of one value count once. */
function chanceOf({ analytic, numeric }: Sides, ratio: number, doubts: ReadonlyMap<number, number>): number {
  const chances = new Map<number, number>();
  for (const [i, doubt] of doubts) {
    const own = (2 * doubt) / Math.min(Math.abs(numeric[i]), Math.abs(analytic[i])) / Math.max(1, 1 / Math.abs(ratio));
    chances.set(Math.abs(numeric[i]), own);
  }
  const all = [...chances.values()];
  return all.length < 2 || all.some((chance) => chance > EACH) ? 1 : all.reduce((product, chance) => product * chance);
}

/**
 * The simple number that is the ratio of every pair, if there is one: each pair shows it to four digits or more, or all do
 * together.
 */
export function exactRatio(sides: Sides, wrong: readonly number[]): number | undefined {
  return RATIOS.find((ratio) => {
    const doubts = new Map<number, number>();
    for (const i of wrong) {
      const doubt = doubtOf(sides, ratio, i);
      if (doubt === undefined) return false;
      doubts.set(i, doubt);
    }
    const most = EXACT * Math.min(1, 2 / Math.abs(ratio), 2 * Math.abs(ratio));
    const isSharp = [...doubts].every(([i, doubt]) => doubt <= most * Math.abs(sides.analytic[i]));
    return isSharp || chanceOf(sides, ratio, doubts) <= TOGETHER;
  });
}

/** The two sides differ by one whole number, to nine digits or more: a term of 1 that one of them lacks. */
export function exactOffset({ analytic, numeric, halves }: Sides, wrong: readonly number[]): number | undefined {
  const offset = Math.round(analytic[wrong[0]] - numeric[wrong[0]]);
  const exact = wrong.every((i) => {
    const doubt = halves[i] + 1e-9 * Math.abs(numeric[i]);
    return doubt <= 1e-8 && Math.abs(analytic[i] - numeric[i] - offset) <= doubt;
  });
  return exact && offset !== 0 ? offset : undefined;
}
