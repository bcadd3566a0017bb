/** The search along random directions: compare the two gradients and, where they disagree, bisect. */

import { RESOLUTION } from '../defaults.ts';
import { INVISIBLE, type Judged, judge } from '../elements/verdicts.ts';
import { elementLine } from '../slope/line.ts';
import type { Slope } from '../slope/measured-slope.ts';
import { FLOAT32 } from '../slope/precision.ts';
import { recheck } from '../slope/recheck.ts';
import { FIRST_STEP, slopeAlong } from '../slope/slope.ts';
import { bisect } from './bisection.ts';
import { agrees, type Comparison, compare, randomDirection, type Span, sizeAlong } from './directions.ts';
import { partsOf } from './parts.ts';
import { doubt, PER_ELEMENT, type Run, settled } from './run.ts';

const MOST_NAMED = 32;
/** Bisections that find nothing before the check gives up: f or its gradient then changes from call to call. */
const FRUITLESS = 3;
/** A part is compared on its own unless a typical element of it is this many times the tolerance of the whole. */
const HIDDEN = 2;

/** Compares along one random direction after another, until enough of them agree. */
export function search(run: Run, wanted: number, noisy: boolean): void {
  const { field, random } = run;
  const whole: Span = { start: 0, size: field.layout.size };
  let fruitless = 0;
  let step = FIRST_STEP;
  while (run.agreed < wanted && fruitless < FRUITLESS && run.suspects.length === 0) {
    const direction = randomDirection(field, random);
    const comparison = compare(field, direction, whole, step);
    run.tell(comparison, 'whole');
    if (!settled(run, comparison)) return;
    step = comparison.step;
    if (agrees(comparison)) {
      run.agreed++;
      if (comparison.tolerance > tellingUpTo(comparison, sizeAlong(field, direction, whole)))
        doubt(run, 'round-off', []);
      if (run.agreed === 1) checkParts(run, comparison, sizeAlong(field, direction, whole));
    } else {
      run.agreed = 0;
      if (noisy || !narrowDown(run, direction, comparison)) fruitless++;
    }
  }
  if (fruitless >= FRUITLESS) doubt(run, 'truncation', []);
}

/** The largest tolerance with which the agreement of a direction still proves something. */
const tellingUpTo = ({ shape, variation, tolerance }: Comparison, size: number): number =>
  shape === 'flat' && size * INVISIBLE <= tolerance
    ? Number.POSITIVE_INFINITY
    : Math.max(RESOLUTION.part * size, RESOLUTION.variation * variation);

/** The tolerance that is small enough for elements that weigh little in the whole gradient, or are claimed to be 0. */
const lightUpTo = (size: number, all: number): number =>
  size === 0 ? RESOLUTION.zero * all : Math.min(RESOLUTION.roughly * size, RESOLUTION.share * all);

/** Compares by themselves those parts of x whose errors would not show beside the others. */
function checkParts(run: Run, whole: Comparison, all: number): void {
  const { field, random } = run;
  for (const { span, has, lengths } of partsOf(field)) {
    const inPart = (i: number) => i >= span.start && i < span.start + span.size && has(i);
    const direction = randomDirection({ ...field, scales: lengths }, random, inPart);
    const count = direction.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
    if (count === 0) continue;
    const size = sizeAlong(field, direction, span);
    // an error as large as a typical element of this part would have shown along the whole direction
    if (lengths === field.scales && size / Math.sqrt(count) > HIDDEN * whole.tolerance) continue;
    if (field.evaluator.left < PER_ELEMENT) return;
    const comparison = compare(field, direction, span, whole.step);
    run.tell(comparison, 'group');
    if (!settled(run, comparison)) continue;
    if (!agrees(comparison)) narrowDown(run, direction, comparison);
    else if (comparison.tolerance > Math.max(tellingUpTo(comparison, size), lightUpTo(size, all)))
      doubt(run, 'round-off', []);
  }
}

/** Bisects a direction that disagrees; returns whether that has found anything. */
function narrowDown(run: Run, direction: Float64Array, comparison: Comparison): boolean {
  const { field, wrong, suspects } = run;
  const { evaluator } = field;
  const mustStop = () => evaluator.left < PER_ELEMENT || wrong.length >= MOST_NAMED;
  const found = bisect(
    field,
    direction,
    comparison,
    (step) => run.tell(step, 'search'),
    (element) => measure(run, element),
    mustStop,
  );
  suspects.push(...found.unsearched);
  return found.elements.length > 0 || found.unsearched.length > 0;
}

/**
 * Measures an element that bisection has found, by itself. If it is wrong, its measured slope replaces the analytic
 * one, so that the next direction shows what else is wrong.
 */
function measure(run: Run, { start: index }: Span): void {
  const { field, wrong } = run;
  const { evaluator, layout, scales, reaches, surroundings, analytic } = field;
  const name = layout.nameOf(index);
  const narrow = field.gridOf(index) === FLOAT32;
  const line = elementLine(
    surroundings,
    { index, name, scale: scales[index], reach: reaches[index], narrow },
    () => evaluator.left,
  );
  const first = FIRST_STEP * scales[index];
  const compareWith = (slope: Slope): Judged => judge(slope, index, field);
  let judged = compareWith(slopeAlong(line, first));
  if (judged.wrong) judged = compareWith(recheck(line, judged.slope, analytic[index], first));
  const { slope, tolerance } = judged;
  if (judged.wrong) {
    wrong.push({ index, name, analytic: analytic[index], numeric: slope.value, tolerance });
    analytic[index] = slope.value;
  } else doubt(run, slope.shape === 'kink' ? 'kink-at-x' : slope.shape === 'jump' ? 'jump' : 'round-off', [index]);
}
