import { DEFAULT_SEED, RELATIVE_FLOOR } from '../defaults.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { builderOf } from '../point/copies.ts';
import { createEvaluator, type Evaluator } from '../point/evaluator.ts';
import { requireFunction } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradientStrictly } from '../point/returned-gradient.ts';
import { seededRandom } from '../random.ts';
import { exactScale } from '../slope/line.ts';
import { measurePrecision } from '../slope/measure-precision.ts';
import { errorOf, FLOAT64 } from '../slope/precision.ts';
import { scalesOf } from '../slope/scales.ts';
import type { Checkable, Finding, FindingKind, Gradient, Loss, Point, Verdict, Widened } from '../types.ts';

/** Options of {@link taylorTest}. */
export interface TaylorOptions<X = Point> {
  /** The direction u, in the structure of x. By default every element moves up or down by its own size, at random. */
  readonly direction?: X;
  /** The hand-written product of the Hessian with u, in the structure of x: the remainder of order 2 is then looked at as well. */
  readonly hessianProduct?: (x: X, u: X) => X;
  /** Seed of the random direction, a whole number; same seed, same result. */
  readonly seed?: number;
}

/** What {@link taylorTest} found. */
export interface TaylorTest {
  readonly verdict: Verdict;
  /** The steps h, each half of the one before, in units of the direction. */
  readonly steps: readonly number[];
  /**
   * Sizes of the remainders at those steps, in units of f: `[0]` of f(x + h u) − f(x), `[1]` less h ⟨g, u⟩, and `[2]` less
   * h²/2 ⟨u, H u⟩ where a Hessian product was given.
   */
  readonly remainders: readonly (readonly number[])[];
  /**
   * The powers of h with which they fall, fitted over the shortest steps that stand out of the rounding of f: 1, 2 and 3 where all
   * is right. NaN where a remainder is all rounding, as that of a linear f is.
   */
  readonly slopes: readonly number[];
  /** The remainders below this are rounding, in units of f. */
  readonly noise: number;
  /** The direction u, flat in C order over the groups. */
  readonly direction: readonly number[];
  /** Why the numbers cannot tell. */
  readonly findings: readonly Finding[];
  /** Calls of f. */
  readonly evaluations: number;
}

const LONGEST = 2 ** -3;
const STEPS = 32;
/** A remainder above this many errors of f is no rounding. */
const CLEAR = 64;
/** Remainders over which a power is fitted, the shortest that are clear. */
const FITTED = 4;
/** The fitted power may be off by this. */
const NEAR = 0.25;

/** Least-squares slope of log r over log h, for steps that halve. */
function powerOf(remainders: readonly number[]): number {
  const logs = remainders.map(Math.log2);
  const middle = (logs.length - 1) / 2;
  const above = logs.reduce((sum, log, k) => sum + (middle - k) * log, 0);
  const below = logs.reduce((sum, _, k) => sum + (middle - k) ** 2, 0);
  return above / below;
}

/** The stretch of remainders that is clear of rounding, at the short end. */
function clearOf(remainders: readonly number[], least: number): number[] {
  const end = remainders.findIndex((r) => !(r > least));
  return remainders.slice(0, end < 0 ? undefined : end).slice(-FITTED);
}

interface Sides {
  readonly right: readonly number[];
  readonly left: readonly number[];
}

/** A remainder is clear of rounding by so much that a part of it this many times smaller is clear of it too. */
const PART = 8;
/** The power of a part that never changes is 0: f jumps. */
const JUMP = 0.5;

/**
 * What one order of the expansion shows: right, wrong, or why it cannot be told. Where the power is not the one expected, the
 * parts of the remainder that are even and odd in h say why: an error of the gradient is odd and falls with h, one of the
 * Hessian is even and falls with h², and at a kink the even part falls with h.
 */
function judgeOrder(
  { right, left }: Sides,
  order: number,
  least: number,
  negligible: (k: number) => number,
): { slope: number; doubt?: FindingKind; wrong: boolean } {
  const clear = clearOf(right.map(Math.abs), least);
  if (clear.length < 3) {
    const oneSided = clear.length === 0 && clearOf(left.map(Math.abs), least).length >= 3;
    return { slope: Number.NaN, ...(oneSided && { doubt: 'kink-at-x' as const }), wrong: false };
  }
  const slope = powerOf(clear);
  if (slope > order + 1 - NEAR) return { slope, wrong: false };
  const last = right.findIndex((r) => !(Math.abs(r) > least));
  const k = (last < 0 ? right.length : last) - 1;
  const even = right.map((r, i) => (r + left[i]) / 2);
  const odd = right.map((r, i) => (r - left[i]) / 2);
  const power = (part: readonly number[]) => powerOf(part.slice(k + 1 - clear.length, k + 1).map(Math.abs));
  if (Math.abs(even[k]) > NEAR * Math.abs(right[k])) {
    if (power(even) < 1 + 2 * NEAR) return { slope, doubt: 'kink-at-x', wrong: false };
    if (order === 2 && power(even) < 2 + 2 * NEAR) return { slope, wrong: true };
  }
  if (!(power(odd) > JUMP)) return { slope, doubt: 'truncation', wrong: false };
  // the term in h, without that in h³
  const linear = (8 * odd[k] - odd[k - 1]) / 6;
  return { slope, wrong: Math.abs(linear) > Math.max(least / PART, negligible(k)) };
}

/**
 * The check without a threshold: what is left of f(x + h u) − f(x) once h ⟨g, u⟩ is taken away falls with h² where g is the
 * gradient, and only with h where it is not; less h²/2 ⟨u, H u⟩ it falls with h³. The powers are fitted over steps that halve,
 * down to the rounding of f, so that an error shows however small it is beside the curvature.
 *
 * One direction says nothing about errors at right angles to it: a random direction is at right angles to no single wrong
 * element. Nor does it see an error so small that the remainder reaches the rounding of f before its power shows: about 1e-7 of
 * the slope along u, and less with a Hessian product. What is below 2^-24 of that slope is no bug here either, as in the other
 * checks.
 *
 * @param f receives the structure of x, returns one number
 * @param gradient receives the structure of x, returns the same structure
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws CheckError where x is empty, ragged or not finite, where f returns no number, or the gradient another shape
 * @see Farrell, Ham, Funke and Rognes 2013, "Automated derivation of the adjoint of high-level transient finite element programs"
 * @example
 * taylorTest((x) => x[0] ** 2 * x[1], (x) => [2 * x[0] * x[1], x[0] ** 2], [1.5, -2]).slopes; // [1, 2]
 */
export function taylorTest<X>(
  f: NoInfer<Loss<Widened<X>>>,
  gradient: NoInfer<Gradient<Widened<X>>>,
  x: X & Checkable<X>,
  options: TaylorOptions<Widened<X>> = {},
): TaylorTest {
  requireFunction(f, 'f');
  requireFunction(gradient, 'the gradient');
  const { layout, values } = layoutOf(x);
  const random = seededRandom(options.seed ?? DEFAULT_SEED);
  const scales = scalesOf(values, layout.blocks);
  const build = builderOf(x) as unknown as (flat: Float64Array) => Widened<X>;
  const evaluator: Evaluator = createEvaluator(f as unknown as Loss<X>, x, Number.POSITIVE_INFINITY, undefined);
  const read = (returned: unknown) => readGradientStrictly(layout, returned);
  const u = options.direction
    ? read(options.direction)
    : scales.map((scale, i) => (random() < 0.5 ? -1 : 1) * exactScale(values[i], scale, FLOAT64));

  const value = evaluator.at(values);
  const precision = measurePrecision({ evaluator, values, scales, layout, random }, value);
  const g = read(gradient(build(values)));
  const along = g.map((slope, i) => slope * u[i]);
  const first = along.reduce((sum, term) => sum + term, 0);
  const bend = options.hessianProduct
    ? read(options.hessianProduct(build(values), build(u))).reduce((sum, v, i) => sum + v * u[i], 0)
    : undefined;

  const steps = Array.from({ length: STEPS }, (_, k) => LONGEST * 2 ** -k);
  const at = (h: number) => evaluator.at(values.map((v, i) => v + h * u[i]));
  const seen = steps.map((h) => ({ h, right: at(h) - value, left: at(-h) - value }));
  const orders: Sides[] = [
    { right: seen.map(({ right }) => right), left: seen.map(({ left }) => left) },
    { right: seen.map(({ h, right }) => right - h * first), left: seen.map(({ h, left }) => left + h * first) },
    ...(bend === undefined
      ? []
      : [
          {
            right: seen.map(({ h, right }) => right - h * first - (h * h * bend) / 2),
            left: seen.map(({ h, left }) => left + h * first - (h * h * bend) / 2),
          },
        ]),
  ];
  const noise = errorOf(precision, value);
  const size = along.reduce((sum, term) => sum + Math.abs(term), 0);
  const negligible = (k: number) => RELATIVE_FLOOR * size * steps[k];
  const judged = orders.map((sides, order) => judgeOrder(sides, order, CLEAR * noise, negligible));
  // an error of the gradient is in the remainder of the Hessian too, which then shows nothing of its own
  const [, ofGradient] = judged;
  const telling = ofGradient.wrong || ofGradient.doubt ? [ofGradient] : judged.slice(1);
  const doubt = (kind: FindingKind): Finding => makeFinding(kind, 'doubt', whereIn(layout, []), { noise });
  const doubts = telling.flatMap((each) => (each.doubt ? [doubt(each.doubt)] : []));
  const finite = seen.filter(({ right, left }) => Number.isFinite(right - left)).length;
  if (!Number.isFinite(value) || finite < STEPS) doubts.push(doubt('domain-edge'));
  else if (Math.max(...orders[0].right.map(Math.abs), Math.abs(first) * LONGEST) <= CLEAR * noise)
    doubts.push(doubt('round-off'));
  const isWrong = telling.some(({ wrong }) => wrong);
  return {
    verdict: !Number.isFinite(first) ? 'fail' : doubts.length > 0 ? 'inconclusive' : isWrong ? 'fail' : 'pass',
    steps,
    remainders: orders.map(({ right }) => right.map(Math.abs)),
    slopes: judged.map(({ slope }) => slope),
    noise: CLEAR * noise,
    direction: [...u],
    findings: doubts,
    evaluations: evaluator.calls,
  };
}
