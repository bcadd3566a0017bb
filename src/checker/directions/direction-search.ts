/** The search along random directions: compare the two gradients and, where they disagree, bisect. */

import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { RESOLUTION } from '../defaults.ts';
import { INVISIBLE, type Judged, judge } from '../elements/verdicts.ts';
import { elementLine } from '../slope/line.ts';
import type { Slope } from '../slope/measured-slope.ts';
import { FLOAT32, FLOAT64 } from '../slope/precision.ts';
import { recheck } from '../slope/recheck.ts';
import { FIRST_STEP, slopeAlong } from '../slope/slope.ts';
import { norm } from '../textbook/relative-error.ts';
import type { FindingKind } from '../types.ts';
import { bisect } from './bisection.ts';
import { agrees, type Comparison, compare, type Field, randomDirection, type Span } from './directions.ts';

/** One comparison of the two gradients along a random direction over a part of x. */
export interface DirectionStep extends Comparison {
  /** Whether the two agree within the tolerance. */
  readonly agrees: boolean;
  /** The whole of x, a group, or a part in a search. */
  readonly part: 'whole' | 'group' | 'search';
  /** Calls of f so far. */
  readonly evaluations: number;
}

/** An element that the search has found wrong, measured on its own. */
export interface WrongElement {
  /** Flat index, in C order over the groups. */
  readonly index: number;
  /** `W[513][20]`. */
  readonly name: string;
  /** What the gradient returned, and the slope that was found, in units of f over units of the element. */
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic - numeric| above this is no numerical error. */
  readonly tolerance: number;
}

const MOST_NAMED = 32;
const MOST_CLASSES = 7;
/** Evaluations kept back at the end of a bisection, to measure the element that it has found. */
const PER_ELEMENT = 14;
/** Bisections that find nothing before the check gives up: f or its gradient then changes from call to call. */
const FRUITLESS = 3;

export interface Run {
  readonly field: Field;
  readonly random: () => number;
  readonly wrong: WrongElement[];
  readonly doubts: Map<FindingKind, number[]>;
  /** Directions that have agreed since the last one that did not. */
  agreed: number;
  readonly suspects: Span[];
  readonly comparisons: Comparison[];
  readonly tell: (comparison: Comparison, part: DirectionStep['part']) => void;
}

export function startRun<X>(
  scene: Scene<X>,
  { value, precision, answers }: Preflight,
  onStep: ((step: DirectionStep) => void) | undefined,
): Run | undefined {
  const { evaluator, layout, values, scales, reaches, random } = scene;
  if (!answers || !Number.isFinite(value) || !answers.analytic.every(Number.isFinite)) return undefined;
  const comparisons: Comparison[] = [];
  const blockOf = (i: number) => layout.blocks.find(({ start, size }) => i < start + size);
  const { grid } = precision;
  const narrow = grid === FLOAT64 && layout.blocks.some((block) => block.narrow);
  return {
    field: {
      evaluator,
      surroundings: { evaluator, values, value, precision },
      layout,
      analytic: answers.analytic.slice(),
      wobble: answers.wobble,
      floor: answers.floor,
      scales,
      reaches,
      grid: narrow ? FLOAT32 : grid,
      gridOf: narrow ? (i) => (blockOf(i)?.narrow ? FLOAT32 : FLOAT64) : () => grid,
    },
    random,
    wrong: [],
    doubts: new Map(),
    agreed: 0,
    suspects: [],
    comparisons,
    tell: (comparison, part) => {
      if (part === 'whole') comparisons.push(comparison);
      onStep?.({ ...comparison, agrees: agrees(comparison), part, evaluations: evaluator.calls });
    },
  };
}

/** Euclidean length of the products of analytic gradient and direction, element by element. */
export const sizeAlong = ({ analytic }: Field, direction: Float64Array, { start, size }: Span): number =>
  norm(direction.subarray(start, start + size).map((v, k) => v * analytic[start + k]));

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

const doubt = (run: Run, kind: FindingKind, indices: readonly number[]): void => {
  const before = run.doubts.get(kind);
  if (before) before.push(...indices);
  else run.doubts.set(kind, [...indices]);
};

/** Whether f has a slope along the direction; if not, the reason is recorded as a doubt. */
function settled(run: Run, { shape }: Comparison): boolean {
  if (shape === 'smooth' || shape === 'flat' || shape === 'edge') return true;
  if (shape === 'unsettled' && run.field.evaluator.left < PER_ELEMENT) return false;
  const kinds = { kink: 'kink-at-x', jump: 'jump', outside: 'domain-edge', unsettled: 'truncation' } as const;
  doubt(run, kinds[shape], []);
  return false;
}

/** A part of x that is compared by itself. */
interface Part {
  readonly span: Span;
  readonly has: (index: number) => boolean;
  readonly lengths: Float64Array;
}

/** A part is compared on its own unless a typical element of it is this many times the tolerance of the whole. */
const HIDDEN = 2;

/** An element this much smaller than what is typical of its group has a size that tells nothing, such as cos(pi / 2). */
const NOTHING = 2 ** -40;
/** Directions over such elements: they are moved in no other. */
const OVER_NOTHING = 5;

/** The elements of no size, the groups of x, and the elements of about equal weight (slope times scale, by hundreds). */
function partsOf({ layout, analytic, scales, reaches }: Field): Part[] {
  const whole: Span = { start: 0, size: layout.size };
  const isNothing = (i: number) => scales[i] < NOTHING * reaches[i];
  const isSome = (i: number) => !isNothing(i);
  const groups = layout.blocks.map(({ start, size }) => ({ span: { start, size }, has: isSome, lengths: scales }));
  const count = scales.reduce((n, _, i) => n + (isNothing(i) ? 1 : 0), 0);
  const unmoved = Array.from({ length: Math.min(count, OVER_NOTHING) }, () => ({
    span: whole,
    has: isNothing,
    lengths: reaches,
  }));
  const weights = analytic.map((slope, i) => Math.abs(slope) * scales[i]);
  const heaviest = weights.reduce((a, b) => Math.max(a, b), 0);
  const classOf = (i: number) => Math.min(MOST_CLASSES, Math.floor(Math.log10(heaviest / weights[i]) / 2));
  const classes = new Set([...weights.keys()].filter(isSome).map(classOf));
  const byWeight = [...classes]
    .sort()
    .map((each) => ({ span: whole, has: (i: number) => isSome(i) && classOf(i) === each, lengths: scales }));
  return [...unmoved, ...(groups.length > 1 ? groups : []), ...(byWeight.length > 1 ? byWeight : [])];
}

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
