/**
 * The numeric Jacobian, a column at a time: F is called along each element of x as for a single loss, and the slope of every view
 * is read from what it returned. Only where that does not settle a view are further steps taken for it.
 */
import { RESOLUTION } from '../defaults.ts';
import { EASY_ELEMENT, ELEMENT_CAP, firstStep, RESERVE, ratioAfter, ratioAtFirst, settle } from '../elements/slopes.ts';
import { type Judged, judge } from '../elements/verdicts.ts';
import { Halt, orHalt } from '../point/evaluator.ts';
import type { Block } from '../point/layout.ts';
import { type Staged, stage } from '../point/stages.ts';
import type { Line } from '../slope/line.ts';
import { type Slope, unsettled } from '../slope/measured-slope.ts';
import { slopeAlong } from '../slope/slope.ts';
import { type Column, columnAt, type Ground, lineIn, sharedLine } from './column.ts';
import type { View } from './view.ts';

/** The slopes of one view along every element of x. */
export interface Row {
  readonly view: View;
  readonly judged: Judged[];
}

export interface Walked {
  /** One for each view, in their order. */
  readonly rows: readonly Row[];
  readonly halted: Halt['reason'] | undefined;
}

/**
 * Evaluations for one element over stairs: a wrong slope looks wrong at every step there, and further steps only use up the
 * calls of other elements.
 */
const STAIRS_CAP = 20;
/** A slope read without calls of its own must be this many times more certain than a pass needs. */
const CLEARLY = 4;
const PROGRESS_REPORTS = 100;
/** Values that must be known before an output counts as still. */
const STILL = 4;

/** The slope of an output that does not move at any of the steps taken, where the vjp says so too. */
function stillSlope(column: Column, view: View): Slope | undefined {
  if (view.claims?.analytic[column.index] !== 0) return undefined;
  const seen = column.seen();
  if (seen.length < STILL || !seen.every((y) => view.of(y) === view.value)) return undefined;
  const step = Math.max(...column.steps);
  return {
    value: 0,
    errorBar: view.precision.noise / step,
    step,
    variation: 0,
    shape: 'flat',
    noise: view.precision.noise,
  };
}

/**
 * Whether a slope that was read from known values would be a pass beyond doubt.
 *
 * @param span how far the view moves in all when x moves by its scales
 */
function isClear(
  { slope, wrong, analytic, difference, tolerance, wobble }: Judged,
  scale: number,
  span: number,
): boolean {
  if (wrong || slope.nearby || !(difference <= tolerance) || slope.shape !== 'smooth') return false;
  if (slope.confirmedTo === undefined) return false;
  const size = Math.max(Math.abs(analytic), Math.abs(slope.value));
  const enough = Math.max(
    RESOLUTION.part * size,
    RESOLUTION.variation * slope.variation,
    Math.min(RESOLUTION.roughly * size, (RESOLUTION.share * span) / scale),
    Math.abs(analytic) <= wobble ? (RESOLUTION.zero * span) / scale : 0,
  );
  return CLEARLY * tolerance <= enough;
}

/** A line that ends early where the view has stairs. */
function withinCap(line: Line, { precision }: View): Line {
  if (precision.stairs === 'none') return line;
  const reserved = line.spare() - STAIRS_CAP;
  return { ...line, spare: () => line.spare() - Math.max(0, reserved) };
}

/** The slope of one view along a column that others have measured already. */
export function readSlope(ground: Ground, column: Column, view: View, first: number, span: number): Judged {
  const { index } = column;
  const still = stillSlope(column, view);
  if (still) return judge(still, index, view.claims);
  const scale = ground.scales[index];
  const line = lineIn(column, ground, view);
  const x = ground.values[index];
  if (view.precision.stairs === 'none') {
    const known = judge(slopeAlong(sharedLine(column, line, x, true), first), index, view.claims);
    if (isClear(known, scale, span)) return known;
  }
  const starved = column.spare() < EASY_ELEMENT;
  const slope = starved
    ? unsettled(view.precision, { starved: true })
    : settle(
        withinCap(sharedLine(column, line, x, false), view),
        first,
        scale * firstStep(view),
        { noisy: view.noisy, answers: view.claims },
        index,
      );
  return judge(slope, index, view.claims);
}

/** An element, the step to begin with in units of its scale, and why no more calls are to be made, if so. */
interface Place {
  readonly i: number;
  readonly block: Block;
  readonly ratio: number;
  readonly halted: Halt['reason'] | undefined;
}

/** What one column shows: the slope of the first view, and how every view is judged. */
interface Measured {
  readonly slope: Slope;
  readonly judged: readonly Judged[];
  readonly halted: Halt['reason'] | undefined;
}

/** Measures the column of element i for all views. The first takes its steps; the others read from them what they can. */
function measureColumn(
  ground: Ground,
  views: readonly View[],
  spans: readonly number[],
  { i, block, ratio, halted: early }: Place,
): Measured {
  const { layout, scales, outputs } = ground;
  const [leader] = views;
  let halted = early;
  /** The result of a measurement; undefined if the check is to end. */
  const attempt = <Value>(measure: () => Value): Value | undefined => {
    const measured = orHalt(measure);
    if (!(measured instanceof Halt)) return measured;
    halted = measured.reason;
    return undefined;
  };
  const others = EASY_ELEMENT * (layout.size - i - 1) + RESERVE;
  let allowed = outputs.calls + Math.min(ELEMENT_CAP, outputs.left - others);
  const column = columnAt(ground, i, block, () => allowed);
  const line = withinCap(lineIn(column, ground, leader), leader);
  const told = { noisy: leader.noisy, answers: leader.claims };
  const canMeasure = !halted && column.spare() >= EASY_ELEMENT;
  const slope =
    (canMeasure && attempt(() => settle(line, scales[i] * ratio, scales[i] * firstStep(leader), told, i))) ||
    unsettled(leader.precision, { starved: true });
  // the others together may take an equal share of what is left: each element may have one that is hard
  const share = Math.floor((outputs.left - RESERVE) / (layout.size - i));
  allowed = Math.min(allowed, outputs.calls + Math.max(EASY_ELEMENT, share));
  const judged = views.map((view, k) => {
    if (k === 0) return judge(slope, i, view.claims);
    const read = column.steps.length > 0 && attempt(() => readSlope(ground, column, view, column.steps[0], spans[k]));
    return read || judge(unsettled(view.precision, { starved: true }), i, view.claims);
  });
  return { slope, judged, halted };
}

/**
 * Walks over the elements of x, each a stage. The first view sets the steps.
 *
 * @param spans how far each view moves near x, of the size of its largest slope times scale
 */
export function* walk(
  ground: Ground,
  views: readonly View[],
  spans: readonly number[],
  onProgress: ((share: number) => void) | undefined,
): Staged<Walked> {
  const { layout, scales, outputs } = ground;
  const rows: Row[] = views.map((view) => ({ view, judged: [] }));
  const [leader] = views;
  let halted: Halt['reason'] | undefined;
  const every = Math.max(1, Math.floor(layout.size / PROGRESS_REPORTS));
  for (const block of layout.blocks) {
    let ratio = ratioAtFirst(firstStep(leader));
    for (let i = block.start; i < block.start + block.size; i++) {
      const place: Place = { i, block, ratio, halted };
      const measured = yield* stage(outputs, () => measureColumn(ground, views, spans, place));
      measured.judged.forEach((each, k) => {
        rows[k].judged.push(each);
      });
      halted = measured.halted;
      ratio = ratioAfter(measured.slope, ratio, scales[i], leader.noisy);
      if (onProgress && (i + 1) % every === 0) onProgress((i + 1) / layout.size);
    }
  }
  return { rows, halted };
}
