import { DEFAULT_SEED, FLOAT32_FLOOR, RELATIVE_FLOOR, SAFETY } from '../defaults.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { builderOf } from '../point/copies.ts';
import { Halt } from '../point/evaluator.ts';
import { requireFunction } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradientStrictly } from '../point/returned-gradient.ts';
import { seededRandom } from '../random.ts';
import { directionLine, exactScale } from '../slope/line.ts';
import { FLOAT64 } from '../slope/precision.ts';
import { scalesOf } from '../slope/scales.ts';
import { FIRST_STEP, slopeAlong } from '../slope/slope.ts';
import type { Checkable, Finding, Point, Verdict, Widened } from '../types.ts';
import { outputLayout, readerOf } from './layout.ts';
import { memoryOf, openOutputs, seenAs } from './outputs.ts';
import type { Jvp, Layer, Vjp } from './types.ts';
import { mixtureOf, precisionOf, type Sight, weigh } from './view.ts';

/** Options of {@link dotProductTest}. */
export interface DotProductOptions {
  /** Pairs of u and v; default 4. */
  readonly pairs?: number;
  /** A relative difference up to this is rounding: 0 to 1, default 2^-24, and 2^-21 where all answers are float32. */
  readonly relativeFloor?: number;
  /** Seed of the random u and v, a whole number; same seed, same result. */
  readonly seed?: number;
}

/** One pair of random vectors, and the number that all ways of computing it must agree on. */
export interface DotProduct {
  /** ⟨v, J u⟩ by the Jacobian–vector product. */
  readonly forward: number;
  /** ⟨Jᵀ v, u⟩ by the vector–Jacobian product. */
  readonly backward: number;
  /** The slope of ⟨v, F⟩ along u, measured; only where F is given. */
  readonly numeric?: number;
  /** |forward - backward| above this is no rounding. */
  readonly tolerance: number;
  readonly agrees: boolean;
}

/** What {@link dotProductTest} found. */
export interface DotProductTest {
  /** Without F: whether the two are transposes of each other. With F: whether both belong to it as well. */
  readonly verdict: Verdict;
  readonly pairs: readonly DotProduct[];
  /** Which of the two do not belong to F; empty where F is not given, since then nobody can say which is wrong. */
  readonly wrong: readonly ('jvp' | 'vjp')[];
  /** Why F could not tell. */
  readonly findings: readonly Finding[];
  /** Calls of F. */
  readonly evaluations: number;
}

const PAIRS = 4;
/** Evaluations of F, for its precision and the slopes along all u. */
const BUDGET = 1000;

const isSingle = (values: readonly Float64Array[]): boolean =>
  values.every((each) => each.every((v) => Math.fround(v) === v)) &&
  values.some((each) => each.some((v) => v % 2 ** -12 !== 0));

/**
 * The dot-product test: ⟨v, J u⟩ = ⟨Jᵀ v, u⟩ for random u and v, to rounding and without any step. It shows that a jvp and a vjp
 * are transposes of each other, and not that they are right: two that share a mistake pass. With F, the slope of ⟨v, F⟩ along u is
 * measured too, which tells which of them is wrong.
 *
 * @param jvp receives the structure of x twice, returns J u in the structure of y
 * @param vjp receives the structure of x and a v in the structure of y, returns Jᵀ v in the structure of x
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @param F the function itself, if both are to be held to it
 * @throws CheckError where x is empty, ragged or not finite, or an answer has another shape than it must
 * @see Claerbout 1992, "Earth Soundings Analysis"
 * @example
 * dotProductTest((x, u) => [x[0] * u[1] + x[1] * u[0]], (x, v) => [x[1] * v[0], x[0] * v[0]], [2, 3]).verdict; // 'pass'
 */
export function dotProductTest<X, Y>(
  jvp: Jvp<NoInfer<Widened<X>>, Y>,
  vjp: Vjp<NoInfer<Widened<X>>, Y>,
  x: X & Checkable<X>,
  F?: Layer<NoInfer<Widened<X>>, Y>,
  options: DotProductOptions = {},
): DotProductTest {
  requireFunction(jvp, 'the jvp');
  requireFunction(vjp, 'the vjp');
  if (F !== undefined) requireFunction(F, 'F');
  const { layout, values } = layoutOf(x);
  const random = seededRandom(options.seed ?? DEFAULT_SEED);
  const scales = scalesOf(values, layout.blocks);
  const build = builderOf(x) as unknown as (flat: Float64Array) => Widened<X>;
  const directions = Array.from({ length: options.pairs ?? PAIRS }, () =>
    scales.map((scale, i) => (random() < 0.5 ? -1 : 1) * exactScale(values[i], scale, FLOAT64)),
  );
  const returned = jvp(build(values), build(directions[0]));
  const opened = outputLayout(returned);
  const buildY = builderOf(returned as unknown as Point) as unknown as (flat: Float64Array) => Y;
  const read = readerOf(opened.layout);
  const moved = [opened.values, ...directions.slice(1).map((u) => read(jvp(build(values), build(u))))];
  const spans = opened.values.map((_, k) => Math.max(...moved.map((each) => Math.abs(each[k]))) || 1);
  const mixtures = directions.map(() => mixtureOf(opened.values, spans, random));
  const back = mixtures.map((v) => readGradientStrictly(layout, vjp(build(values), buildY(v))));
  const floor = options.relativeFloor ?? (isSingle([...moved, ...back]) ? FLOAT32_FLOOR : RELATIVE_FLOOR);
  const measure =
    F &&
    measurer(F as unknown as Layer<X, unknown>, x, {
      inputs: layout,
      values,
      scales,
      seed: options.seed ?? DEFAULT_SEED,
    });

  const findings: Finding[] = [];
  const off = { jvp: false, vjp: false };
  const pairs = directions.map((u, k): DotProduct => {
    const v = mixtures[k];
    const forwardTerms = moved[k].map((w, i) => v[i] * w);
    const backwardTerms = back[k].map((g, i) => g * u[i]);
    const sum = (terms: Float64Array) => terms.reduce((total, term) => total + term, 0);
    const size = (terms: Float64Array) => Math.hypot(...terms);
    const forward = sum(forwardTerms);
    const backward = sum(backwardTerms);
    const tolerance = 2 * floor * Math.max(size(forwardTerms), size(backwardTerms));
    const agrees = Math.abs(forward - backward) <= tolerance;
    const slope = measure?.(v, u);
    if (!slope) return { forward, backward, tolerance, agrees };
    const known = slope.shape === 'smooth' || slope.shape === 'flat';
    const bar = SAFETY * slope.errorBar + tolerance;
    if (!known || bar > 0.03 * Math.max(size(forwardTerms), Math.abs(slope.value)))
      findings.push(
        makeFinding(
          slope.shape === 'kink' ? 'kink-at-x' : known ? 'round-off' : 'truncation',
          'doubt',
          whereIn(layout, []),
        ),
      );
    else {
      off.jvp ||= !(Math.abs(forward - slope.value) <= bar);
      off.vjp ||= !(Math.abs(backward - slope.value) <= bar);
    }
    return { forward, backward, numeric: slope.value, tolerance, agrees };
  });
  const wrong = (['jvp', 'vjp'] as const).filter((name) => off[name]);
  const isWrong = wrong.length > 0 || pairs.some(({ agrees }) => !agrees);
  return {
    verdict: isWrong ? 'fail' : findings.length > 0 ? 'inconclusive' : 'pass',
    pairs,
    wrong,
    findings,
    evaluations: measure?.calls() ?? 0,
  };
}

/** Measures the slope of ⟨v, F⟩ along u. */
function measurer<X>(
  F: Layer<X, unknown>,
  x: X,
  { inputs, values, scales, seed }: Pick<Sight, 'inputs' | 'values' | 'scales' | 'seed'>,
) {
  const opened = openOutputs(F, x, values, BUDGET, undefined);
  const memory = memoryOf(opened, values);
  const { outputs } = opened;
  const measure = (v: Float64Array, u: Float64Array) => {
    const of = weigh(v);
    const value = of(opened.first);
    try {
      const precision = precisionOf({ outputs, memory, inputs, values, scales, seed }, v, value);
      const evaluator = seenAs(outputs, memory.recall, of);
      const line = directionLine({ evaluator, values, value, precision }, u, 0, precision.grid, () => outputs.left);
      return slopeAlong(line, FIRST_STEP);
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      return undefined;
    }
  };
  return Object.assign(measure, { calls: () => outputs.calls });
}
