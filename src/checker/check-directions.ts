import { verdictOfFinding, worstOf } from './assemble.ts';
import { DEFAULT_DIRECTIONS, DEFAULT_SEED, DIRECTIONS_BUDGET } from './defaults.ts';
import { type DirectionStep, norm, type Run, search, startRun, type WrongElement } from './direction-search.ts';
import type { Comparison, Span } from './directions.ts';
import { budgetOf, createEvaluator, Halt } from './evaluator.ts';
import { makeFinding, whereIn } from './findings.ts';
import { layoutOf } from './layout.ts';
import { requireFunction, type Widened } from './numerical-gradient.ts';
import { type Preflight, preflight, type Scene } from './preflight.ts';
import { seededRandom } from './random.ts';
import { groupScales } from './surroundings.ts';
import type { Finding, Gradient, Loss, Point, Verdict } from './types.ts';

export interface DirectionsOptions {
  /** Directions that must agree for a pass. */
  readonly directions?: number;
  /** Evaluations of f allowed in all. The check never goes beyond. */
  readonly maxEvaluations?: number;
  /** Ends the check. Looked at between evaluations. */
  readonly signal?: AbortSignal;
  /** Called after each comparison, with the part of x that was moved: enough to draw the search. */
  readonly onStep?: (step: DirectionStep) => void;
  /** Same seed, same report. */
  readonly seed?: number;
}

export interface DirectionsReport {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Wrong elements, in the order they were found. */
  readonly wrong: readonly WrongElement[];
  /** Parts of x that hold more wrong elements than the budget could name, in flat order. */
  readonly suspects: readonly (Span & { readonly first: string; readonly last: string })[];
  /** Directions over the whole of x that were used, and how many of them agreed. */
  readonly directions: number;
  readonly agreed: number;
  /** Largest chance that errors above the tolerance escaped all directions: they would have to cancel in each. */
  readonly missProbability: number;
  readonly evaluations: number;
  readonly gradientEvaluations: number;
  readonly value: number;
  readonly noise: number;
  /** The smallest error that would have been seen: of a single element, as a share of a typical one, and of all together. */
  readonly detectable: { readonly element: number; readonly total: number };
}

/** Where the budget ends early, so many directions that agree are enough: a miss is then 3 % likely at most. */
const FEWEST_DIRECTIONS = 5;

/**
 * The production check for a large x: the two gradients compared along random directions, in which every element moves
 * up or down by the scale of its group. A few evaluations of f a direction whatever the size of x, and a single wrong
 * element shows undiluted. Where a direction disagrees, its halves are compared, and theirs, until the wrong elements
 * are named: about 4 log2(n) evaluations each.
 *
 * An error above the tolerance escapes a direction with probability 1/2 at most (turning the sign of the largest
 * error moves the sum by more than the tolerance either way), so k directions that agree leave 2^-k.
 *
 * @throws CheckError as for `diagnoseGradient`
 * @example
 * const report = checkDirections(f, gradient, x); // x of a million elements
 * report.wrong[0].name; // 'W[513][20]'
 */
export function checkDirections<X extends Point>(
  f: Loss<Widened<X>>,
  gradient: Gradient<Widened<X>>,
  x: X,
  options: DirectionsOptions = {},
): DirectionsReport {
  requireFunction(f, 'f');
  requireFunction(gradient, 'the gradient');
  const { layout, values } = layoutOf(x);
  const budget = budgetOf(options.maxEvaluations, DIRECTIONS_BUDGET);
  const evaluator = createEvaluator(f as Loss<X>, x, budget, options.signal);
  const random = seededRandom(options.seed ?? DEFAULT_SEED);
  const scales = groupScales(values, layout.blocks);
  const scene: Scene<X> = { x, layout, values, scales, evaluator, random };
  const wanted = options.directions ?? DEFAULT_DIRECTIONS;
  const everywhere = whereIn(layout, []);

  let before: Preflight | undefined;
  let run: Run | undefined;
  let halted: Halt['reason'] | undefined;
  try {
    before = preflight(scene, gradient as unknown as Gradient<X>);
    run = startRun(scene, before, options.onStep);
    if (run) search(run, wanted, before.noisy);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    halted = error.reason;
  }

  const agreed = run?.agreed ?? 0;
  const wrong = run?.wrong ?? [];
  const suspects = mergeSpans(run?.suspects ?? []);
  const whole = run?.comparisons ?? [];
  const findings: Finding[] = [...(before?.findings ?? [])];
  if (wrong.length > 0)
    findings.unshift(
      makeFinding(
        wrong.length === 1 && suspects.length === 0 ? 'single-element' : 'unknown-pattern',
        'bug',
        whereIn(
          layout,
          wrong.map(({ index }) => index),
        ),
        {
          difference: wrong[0].analytic - wrong[0].numeric,
          ...(suspects[0] && {
            suspectsFrom: layout.nameOf(suspects[0].start),
            suspects: suspects.reduce((n, { size }) => n + size, 0),
          }),
        },
      ),
    );
  for (const [kind, indices] of run?.doubts ?? []) findings.push(makeFinding(kind, 'doubt', whereIn(layout, indices)));
  if (before?.noisy) findings.push(makeFinding('noise', 'doubt', everywhere, { noise: before.precision.noise }));
  const short = halted ?? (run && agreed < wanted ? 'budget-exhausted' : undefined);
  // fewer directions than asked for are still evidence, with a larger chance of a miss
  const role = short === 'budget-exhausted' && agreed >= Math.min(wanted, FEWEST_DIRECTIONS) ? 'note' : 'doubt';
  if (short && (halted || !findings.some((finding) => finding.role !== 'note')))
    findings.push(makeFinding(short, role, everywhere, { evaluations: evaluator.calls, agreed }));
  if (wrong.length === 0 && suspects.length > 0)
    findings.push(
      makeFinding('budget-exhausted', 'doubt', everywhere, {
        evaluations: evaluator.calls,
        suspectsFrom: layout.nameOf(suspects[0].start),
      }),
    );
  if (before && !run && !findings.some(({ role }) => role !== 'note'))
    findings.push(makeFinding('not-finite', 'doubt', everywhere, {}));

  return {
    verdict: worstOf(findings.map(verdictOfFinding)),
    findings,
    wrong,
    suspects: suspects.map((span) => ({
      ...span,
      first: layout.nameOf(span.start),
      last: layout.nameOf(span.start + span.size - 1),
    })),
    directions: whole.length,
    agreed,
    missProbability: 2 ** -agreed,
    evaluations: evaluator.calls,
    gradientEvaluations: before?.answers?.calls ?? 0,
    value: before?.value ?? Number.NaN,
    noise: before?.precision.noise ?? Number.NaN,
    detectable: detectableIn(run, whole),
  };
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
  const size = norm(field, field.scales, { start: 0, size: field.layout.size });
  return { element: (tolerance / size) * Math.sqrt(field.layout.size), total: tolerance / size };
}
