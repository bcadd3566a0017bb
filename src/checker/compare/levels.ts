/**
 * The numeric error of two given gradients is not known. So levels of it are tried in turn, from none to a hundredth, until one
 * explanation covers all elements that disagree, or none disagrees any more.
 */
import { diagnose } from '../diagnosis/index.ts';
import type { Finding, Verdict } from '../types.ts';
import { soberly } from './names.ts';
import { differencesOf, indicesWhere, largestOf, type Sides } from './sides.ts';

/** Numeric error that is allowed for: `common` in units of the largest entry, since it comes from f, and `own` in units of the entry. */
export interface Level {
  readonly common: number;
  readonly own: number;
}

/** From no error but the printed digits, over differences in double precision (1e-9 … 1e-6), to coarse ones. */
export const LEVELS: readonly Level[] = [
  { common: 0, own: 0 },
  { common: 1e-11, own: 1e-9 },
  { common: 1e-9, own: 1e-7 },
  { common: 1e-8, own: 1e-6 },
  { common: 1e-6, own: 1e-5 },
  { common: 1e-5, own: 1e-4 },
  { common: 1e-4, own: 1e-3 },
  { common: 1e-3, own: 1e-2 },
];

/** The level that differences in double precision rarely exceed. */
export const ORDINARY = 3;

/** Agreement up to here, a part in 10^5, is agreement; names that need more room are guesses. */
export const AGREES = 4;

/** The elements that still disagree at a level of numeric error, and what explains them. */
export interface Explained {
  readonly level: number;
  readonly tolerance: Float64Array;
  /** Elements that disagree by more than the tolerance. */
  readonly wrong: readonly number[];
  readonly findings: readonly Finding[];
  /** Share of the wrong elements that a name of at least medium confidence explains. */
  readonly named: number;
}

function tolerances({ halves, analytic, numeric }: Sides, { common, own }: Level, floor: number): Float64Array {
  const shared = common * largestOf(numeric) + floor;
  return halves.map((half, i) => half + shared + own * Math.max(Math.abs(analytic[i]), Math.abs(numeric[i])));
}

/** A gap of this factor must lie between the elements that agree and those that do not, or the line between them is arbitrary. */
const GAP = 10;

/** Whether the elements that agree do so far better than the others, in units of what their digits can show. */
function isClearCut(
  sides: Sides,
  differences: Float64Array,
  tolerance: Float64Array,
  wrong: readonly number[],
): boolean {
  const bad = new Set(wrong);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < differences.length; i++) {
    const beyond = Math.max(0, differences[i] - sides.halves[i]) / tolerance[i];
    if (bad.has(i)) least = Math.min(least, beyond);
    else if (beyond > most) most = beyond;
  }
  return most * GAP <= least;
}

function explainAt(sides: Sides, differences: Float64Array, level: number, floor: number): Explained {
  const tolerance = tolerances(sides, LEVELS[level], floor);
  const wrong = indicesWhere(differences.length, (i) => differences[i] > tolerance[i] * (1 + 1e-9));
  return explain(sides, differences, { level, tolerance, wrong });
}

/** What explains the elements that disagree. */
function explain(
  sides: Sides,
  differences: Float64Array,
  { level, tolerance, wrong }: Pick<Explained, 'level' | 'tolerance' | 'wrong'>,
): Explained {
  if (wrong.length === 0 && sides.mismatches.length === 0) return { level, tolerance, wrong, findings: [], named: 1 };
  const bad = new Set(wrong);
  const verdicts = Array.from(differences, (_, i): Verdict => (bad.has(i) ? 'fail' : 'pass'));
  const clear = isClearCut(sides, differences, tolerance, wrong);
  const found = diagnose({ ...sides, tolerance, verdicts, contract: [] });
  const findings = soberly(sides, found, { wrong, clear, coarse: level > AGREES });
  const named = findings.reduce((sum, { confidence, where }) => sum + (confidence === 'low' ? 0 : where.count), 0);
  return { level, tolerance, wrong, findings, named: wrong.length === 0 ? 1 : named / wrong.length };
}

/** Gradients longer than this are tried at fewer levels: their diagnosis is slow. */
const LONG = 500;
const FEWER: readonly number[] = [0, 2, ORDINARY, 6];

/**
 * The first level at which everything that disagrees is named, or nothing disagrees; else the one that names most, and of
 * those the ordinary one.
 *
 * @param floor error of the numeric side that is known to be there
 */
export function explainSides(sides: Sides, floor = 0): Explained {
  const differences = differencesOf(sides);
  let best: Explained | undefined;
  const levels = sides.analytic.length > LONG ? FEWER : LEVELS.keys();
  for (const level of levels) {
    const found = explainAt(sides, differences, level, floor);
    if (found.named === 1) return found;
    if (!best || found.named > best.named || (found.named === best.named && level <= ORDINARY)) best = found;
  }
  return best as Explained;
}

/** The same where it is known which elements are wrong: for each other element its own difference is tolerated. */
export function explainWrong(sides: Sides, wrong: readonly number[]): Explained {
  const differences = differencesOf(sides);
  const bad = new Set(wrong);
  const tolerance = sides.halves.map((half, i) => (bad.has(i) ? half : Math.max(half, differences[i])));
  return explain(sides, differences, { level: ORDINARY, tolerance, wrong });
}
