import { type Preflight, preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { DEFAULT_DIRECTIONS, DEFAULT_SEED, DIRECTIONS_BUDGET, FEWEST_DIRECTIONS, RELATIVE_FLOOR } from '../defaults.ts';
import { isExplained } from '../diagnosis/evidence.ts';
import { verdictOfFinding, worstOf } from '../elements/assemble.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { asLoss } from '../layers/as-loss.ts';
import type { Layer, Vjp } from '../layers/types.ts';
import { builderOf } from '../point/copies.ts';
import { budgetOf, createEvaluator, Halt } from '../point/evaluator.ts';
import { requireFunction, requireShare } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { seededRandom } from '../random.ts';
import { groupScales, reachesOf } from '../slope/scales.ts';
import type { Checkable, Finding, Gradient, Loss, Widened } from '../types.ts';
import { search } from './direction-search.ts';
import { type Comparison, type Span, sizeAlong } from './directions.ts';
import { type Run, startRun } from './run.ts';
import type { DirectionsOptions, DirectionsReport, WrongElement } from './types.ts';

/**
 * The production check for a large x. The two gradients are compared along random directions: every element moves up
 * or down by the scale of its group. A direction takes a few evaluations of f whatever the size of x, and a single
 * wrong element shows undiluted. Where a direction disagrees, its halves are compared, then halves of those, until the
 * wrong elements are named: about 4 log2(n) evaluations each.
 *
 * An error above the tolerance escapes one direction with probability 1/2 at most, because turning the sign of the
 * largest error moves the sum by more than the tolerance. So k directions that agree leave a probability of 2^-k.
 *
 * Where f returns more than a number, it is taken for a layer with its vjp: what is compared is a random mixture of its outputs,
 * and the vjp is held to its contract, as `diagnoseVjp` does. The names are those of elements of x.
 *
 * @param f the loss: takes the structure of x, returns a number; or a function of many outputs
 * @param gradient takes the structure of x, returns the same structure; or the vjp of that function
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws CheckError where x is empty, ragged or not finite, or f or gradient returns something that holds no numbers.
 *     What f or gradient throws is reported as a finding.
 * @example
 * const report = checkDirections(f, gradient, x); // x of a million elements
 * report.wrong[0].name; // 'W[513][20]'
 */
export function checkDirections<X>(
  f: NoInfer<Loss<Widened<X>>>,
  gradient: NoInfer<Gradient<Widened<X>>>,
  x: X & Checkable<X>,
  options?: DirectionsOptions,
): DirectionsReport;
export function checkDirections<X, Y>(
  F: Layer<NoInfer<Widened<X>>, Y>,
  vjp: Vjp<NoInfer<Widened<X>>, Y>,
  x: X & Checkable<X>,
  options?: DirectionsOptions,
): DirectionsReport;
export function checkDirections<X>(
  f: (x: Widened<X>) => unknown,
  gradient: (x: Widened<X>, v: never) => unknown,
  x: X & Checkable<X>,
  options: DirectionsOptions = {},
): DirectionsReport {
  requireFunction(f, 'f');
  requireFunction(gradient, 'the gradient');
  const { layout, values } = layoutOf(x);
  const budget = budgetOf(options.maxEvaluations, DIRECTIONS_BUDGET);
  const seed = options.seed ?? DEFAULT_SEED;
  const random = seededRandom(seed);
  const seen = asLoss<X>(
    f as unknown as (x: X) => unknown,
    gradient as unknown as (x: X, v?: unknown) => X,
    seededRandom(seed + 1),
  );
  // under its own name
  Object.defineProperty(seen.loss, 'name', { value: f.name });
  const evaluator = createEvaluator<X>(seen.loss, x, budget, options.signal);
  const scales = groupScales(values, layout.blocks);
  const reaches = reachesOf(values, layout.blocks);
  const relativeFloor = requireShare(options.relativeFloor, 'relativeFloor');
  const scene: Scene<X> = { x, layout, values, scales, reaches, evaluator, relativeFloor, random };
  const wanted = options.directions ?? DEFAULT_DIRECTIONS;
  const looked = look(scene, seen.gradient as Gradient<unknown> as Gradient<X>, wanted, options.onStep);
  const { before, run } = looked;
  const whole = run?.comparisons ?? [];
  const suspects = mergeSpans(run?.suspects ?? []);
  const answers = before?.noisy ? undefined : before?.answers;
  const ofCotangent =
    answers && !isExplained(before?.findings ?? [])
      ? seen.findings(() => builderOf(x)(values), answers, layout, scales)
      : [];
  const findings = [...ofCotangent, ...findingsOf(scene, looked, suspects, wanted)];
  return {
    verdict: worstOf(findings.map(verdictOfFinding)),
    findings,
    wrong: run?.wrong ?? [],
    suspects: suspects.map((span) => ({
      ...span,
      first: layout.nameOf(span.start),
      last: layout.nameOf(span.start + span.size - 1),
    })),
    directions: whole.length,
    agreed: run?.agreed ?? 0,
    missProbability: 2 ** -(run?.agreed ?? 0),
    evaluations: evaluator.calls,
    gradientEvaluations: before?.answers?.calls ?? 0,
    value: before?.value ?? Number.NaN,
    noise: before?.precision.noise ?? Number.NaN,
    relativeFloor: before?.answers?.floor ?? RELATIVE_FLOOR,
    detectable: detectableIn(run, whole),
  };
}

/** How far the search has come, and why it went no further. */
interface Looked {
  readonly before: Preflight | undefined;
  readonly run: Run | undefined;
  readonly halted: Halt['reason'] | undefined;
}

function look<X>(scene: Scene<X>, gradient: Gradient<X>, wanted: number, onStep: DirectionsOptions['onStep']): Looked {
  let before: Preflight | undefined;
  let run: Run | undefined;
  try {
    before = preflight(scene, gradient);
    run = startRun(scene, before, onStep);
    if (run) search(run, wanted, before.noisy);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return { before, run, halted: error.reason };
  }
  return { before, run, halted: undefined };
}

/** All wrong elements as one finding: patterns among them cannot be seen along directions. */
function bugOf<X>({ layout }: Scene<X>, wrong: readonly WrongElement[], suspects: readonly Span[]): Finding {
  const kind = wrong.length === 1 && suspects.length === 0 ? 'single-element' : 'unknown-pattern';
  const indices = wrong.map(({ index }) => index);
  const own = layout.blocks.find(({ start, size }) => kind === 'single-element' && start === indices[0] && size === 1);
  return makeFinding(kind, 'bug', whereIn(layout, indices), {
    difference: wrong[0].analytic - wrong[0].numeric,
    ...(own && { group: own.name }),
    ...(suspects[0] && {
      suspectsFrom: layout.nameOf(suspects[0].start),
      suspects: suspects.reduce((n, { size }) => n + size, 0),
    }),
  });
}

function findingsOf<X>(
  scene: Scene<X>,
  { before, run, halted }: Looked,
  suspects: readonly Span[],
  wanted: number,
): Finding[] {
  const { layout, evaluator } = scene;
  const everywhere = whereIn(layout, []);
  const agreed = run?.agreed ?? 0;
  const wrong = run?.wrong ?? [];
  const findings: Finding[] = [...(before?.findings ?? [])];
  const isOpen = () => !findings.some(({ role }) => role !== 'note');
  if (wrong.length > 0) findings.unshift(bugOf(scene, wrong, suspects));
  for (const [kind, indices] of run?.doubts ?? []) findings.push(makeFinding(kind, 'doubt', whereIn(layout, indices)));
  if (before?.noisy) findings.push(makeFinding('noise', 'doubt', everywhere, { noise: before.precision.noise }));
  const short = halted ?? (run && agreed < wanted ? 'budget-exhausted' : undefined);
  // fewer directions than asked for are still evidence, with a larger chance of a miss
  const role = short === 'budget-exhausted' && agreed >= Math.min(wanted, FEWEST_DIRECTIONS) ? 'note' : 'doubt';
  if (short && (halted || isOpen()))
    findings.push(makeFinding(short, role, everywhere, { evaluations: evaluator.calls, agreed }));
  if (wrong.length === 0 && suspects.length > 0)
    findings.push(
      makeFinding('budget-exhausted', 'doubt', everywhere, {
        evaluations: evaluator.calls,
        suspectsFrom: layout.nameOf(suspects[0].start),
      }),
    );
  return findings;
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, size } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && last.start + last.size >= start)
      merged[merged.length - 1] = { start: last.start, size: Math.max(last.size, start + size - last.start) };
    else merged.push({ start, size });
  }
  return merged;
}

function detectableIn(run: Run | undefined, whole: readonly Comparison[]): DirectionsReport['detectable'] {
  if (!run || whole.length === 0) return { element: Number.POSITIVE_INFINITY, total: Number.POSITIVE_INFINITY };
  const { field } = run;
  const tolerance = Math.max(...whole.map((comparison) => comparison.tolerance));
  const size = sizeAlong(field, field.scales, { start: 0, size: field.layout.size });
  return { element: (tolerance / size) * Math.sqrt(field.layout.size), total: tolerance / size };
}
