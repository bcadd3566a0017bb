/** Signatures of a check that is at fault: what a right gradient looks like beside a numeric side that cannot be trusted. */
import { whereIn } from '../findings.ts';
import type { Confidence, Verdict } from '../types.ts';
import type { ComparedFinding, ComparedKind } from './kinds.ts';
import { differencesOf, indicesWhere, largestOf, type Sides } from './sides.ts';

/** A signature that was found, and the verdict that it leads to. */
export interface Signature {
  readonly verdict: Verdict;
  readonly finding: ComparedFinding;
}

type Seen = (sides: Sides, wrong: readonly number[]) => Signature | undefined;

export function findingOf(
  sides: Sides,
  kind: ComparedKind,
  indices: readonly number[],
  evidence: ComparedFinding['evidence'],
  confidence: Confidence,
  role: ComparedFinding['role'] = 'doubt',
): ComparedFinding {
  const where = whereIn({ blocks: sides.groups, nameOf: sides.nameOf }, indices);
  return { kind, role, where, evidence, confidence };
}

const isZero =
  (values: Float64Array) =>
  (i: number): boolean =>
    values[i] === 0;

/** Different values among some elements; undefined if there are more than a few. */
function fewValues(values: Float64Array, indices: readonly number[]): number[] | undefined {
  const found = new Set<number>();
  for (const i of indices) {
    found.add(values[i]);
    if (found.size > 4) return undefined;
  }
  return [...found];
}

/** N midway between two slopes that the other elements have, A one of them: f has a kink at x. */
const kink: Seen = (sides, wrong) => {
  const { analytic, numeric, halves } = sides;
  const bad = new Set(wrong);
  const right = indicesWhere(analytic.length, (i) => !bad.has(i));
  const slopes = right.length > 0 ? fewValues(analytic, right) : undefined;
  if (!slopes?.some((slope) => slope !== 0)) return undefined;
  const all = [...new Set([0, ...slopes])];
  const isMidway = (i: number): boolean =>
    all.some((a) =>
      all.some(
        (b) => a === analytic[i] && b !== a && Math.abs((a + b) / 2 - numeric[i]) <= halves[i] + 1e-6 * Math.abs(a - b),
      ),
    );
  if (!wrong.every(isMidway)) return undefined;
  const evidence = { left: analytic[wrong[0]], right: 2 * numeric[wrong[0]] - analytic[wrong[0]] };
  return { verdict: 'pass', finding: findingOf(sides, 'kink-at-x', wrong, evidence, 'medium') };
};

/** Steps that a checker may use where none is printed. */
const STEPS: readonly number[] = [
  ...Array.from({ length: 8 }, (_, j) => 10 ** -(j + 2)),
  ...Array.from({ length: 8 }, (_, j) => 5 * 10 ** -(j + 2)),
  ...Array.from({ length: 14 }, (_, k) => 2 ** -(k + 7)),
];

/** A numeric value above this is no slope, but a jump of f divided by the step. */
const STEEP = 50;

/** A = 0 and N = j/2h with a whole number j: f is constant but for jumps. */
const jump: Seen = (sides, wrong) => {
  const { analytic, numeric, numericHalves } = sides;
  if (!wrong.every(isZero(analytic)) || wrong.some((i) => Math.abs(numeric[i]) < STEEP)) return undefined;
  const steps = sides.step === undefined ? STEPS : [sides.step];
  const step = steps.find((h) =>
    wrong.every((i) => {
      const j = numeric[i] * 2 * h;
      return (
        Math.abs(j) < 20.5 && Math.abs(j - Math.round(j)) <= numericHalves[i] * 2 * h + 1e-3 && Math.round(j) !== 0
      );
    }),
  );
  if (step === undefined) return undefined;
  return {
    verdict: 'pass',
    finding: findingOf(sides, 'jump', wrong, { step, size: numeric[wrong[0]] * 2 * step }, 'medium'),
  };
};

/** The numeric side is one number throughout: it does not see the change, or differentiates something else. */
const dead: Seen = (sides, wrong) => {
  const { analytic, numeric } = sides;
  const [first] = numeric;
  if (wrong.length < 3 || !numeric.every((n) => n === first)) return undefined;
  if (new Set(wrong.map((i) => analytic[i])).size < 3 && first !== 0) return undefined;
  return { verdict: 'inconclusive', finding: findingOf(sides, 'numeric-side-dead', wrong, { value: first }, 'low') };
};

/** The numeric side grows evenly, far beyond the analytic one: f keeps something from call to call. */
const drift: Seen = (sides, wrong) => {
  const { analytic, numeric } = sides;
  if (numeric.length < 3 || wrong.length < numeric.length) return undefined;
  if (largestOf(analytic) * 50 > largestOf(numeric)) return undefined;
  const rises = Array.from(numeric.subarray(1), (n, i) => n - numeric[i]);
  const mean = rises.reduce((sum, rise) => sum + rise, 0) / rises.length;
  if (mean === 0 || rises.some((rise) => Math.abs(rise - mean) > 0.25 * Math.abs(mean))) return undefined;
  return { verdict: 'inconclusive', finding: findingOf(sides, 'numeric-side-drifts', wrong, { rise: mean }, 'low') };
};

/** A difference so small is round-off, whatever the entry: a slope of 0 that is printed as 1e-9 is right. */
const NOTHING = 1e-6;

/** A = 0 and N next to nothing: the slope is 0, and N is its rounding. */
const nothing: Seen = (sides, wrong) => {
  const { analytic, numeric } = sides;
  const tiny = (i: number): boolean => Math.max(Math.abs(analytic[i]), Math.abs(numeric[i])) < NOTHING;
  const oneIsNothing = (i: number): boolean =>
    Math.min(Math.abs(analytic[i]), Math.abs(numeric[i])) <
    1e-3 * Math.max(Math.abs(analytic[i]), Math.abs(numeric[i]));
  if (!wrong.every((i) => tiny(i) && oneIsNothing(i))) return undefined;
  return { verdict: 'inconclusive', finding: findingOf(sides, 'round-off', wrong, { tolerance: NOTHING }, 'low') };
};

/** The differences are of one size, however large the elements: what reduced precision leaves. */
const noiseFloor: Seen = (sides, wrong) => {
  if (wrong.length < 6) return undefined;
  const differences = differencesOf(sides);
  const sizes = wrong
    .map((i) => ({ size: Math.abs(sides.analytic[i]), off: differences[i] }))
    .sort((a, b) => a.size - b.size);
  const mean = (list: typeof sizes): number => list.reduce((sum, { off }) => sum + off, 0) / list.length;
  const half = sizes.length >> 1;
  const [small, large] = [mean(sizes.slice(0, half)), mean(sizes.slice(half))];
  const spread = sizes[sizes.length - 1].size / Math.max(sizes[half].size, Number.MIN_VALUE);
  const even = large < 3 * small && small < 3 * large;
  if (!even || spread < 3 || large > 0.02 * largestOf(sides.analytic)) return undefined;
  return {
    verdict: 'inconclusive',
    finding: findingOf(sides, 'noise-floor', wrong, { size: (small + large) / 2 }, 'low'),
  };
};

/** A step from here on bends away from the slope of most functions. */
const LONG_STEP = 1e-3;

/** A long step, and differences of a few hundredths, as truncation makes them. */
const truncation: Seen = (sides, wrong) => {
  const { analytic, numeric, step } = sides;
  if (step === undefined || step < LONG_STEP) return undefined;
  if (wrong.some((i) => Math.abs(analytic[i] - numeric[i]) > 0.05 * Math.abs(analytic[i]))) return undefined;
  return { verdict: 'inconclusive', finding: findingOf(sides, 'truncation', wrong, { step }, 'low') };
};

const SIGNATURES: readonly Seen[] = [kink, jump, nothing, dead, drift, truncation, noiseFloor];

/** The first signature that holds for all elements that disagree. */
export function checkAtFault(sides: Sides, wrong: readonly number[]): Signature | undefined {
  for (const seen of SIGNATURES) {
    const found = seen(sides, wrong);
    if (found) return found;
  }
  return undefined;
}
