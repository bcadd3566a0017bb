/**
 * A column of the Jacobian: F along one element of x. What F returns there is kept, so that the slope of every output is read
 * from the same calls.
 */
import type { Block, Layout } from '../point/layout.ts';
import { elementLine, type Line, realiseStep } from '../slope/line.ts';
import type { Outputs } from './outputs.ts';
import { seenAs } from './outputs.ts';
import type { View } from './view.ts';

export interface Column {
  readonly index: number;
  readonly block: Block;
  /** The outputs at x plus an offset of the element; called for only once. */
  at(offset: number): Float64Array;
  has(offset: number): boolean;
  /** All outputs that are known along the element, x itself left out. */
  seen(): readonly Float64Array[];
  /** Steps that were taken, as positive offsets. */
  readonly steps: readonly number[];
  /** Calls of F that may still be made for this element. */
  spare(): number;
}

/** The data of x that the lines through it need. */
export interface Ground {
  readonly outputs: Outputs;
  readonly layout: Layout;
  /** x in flat order; changed for the time of an evaluation only. */
  readonly values: Float64Array;
  readonly scales: Float64Array;
  readonly reaches: Float64Array;
}

/** @param allowed total of the calls of F at which this element has to end; asked anew each time */
export function columnAt(
  { outputs, layout, values }: Ground,
  index: number,
  block: Block,
  allowed: () => number,
): Column {
  const known = new Map<number, Float64Array>();
  const steps: number[] = [];
  const name = layout.nameOf(index);
  return {
    index,
    block,
    steps,
    has: (offset) => known.has(offset),
    seen: () => [...known].flatMap(([offset, y]) => (offset === 0 ? [] : [y])),
    spare: () => allowed() - outputs.calls,
    at(offset) {
      const before = known.get(offset);
      if (before) return before;
      const x = values[index];
      values[index] = offset === 0 ? x : x + offset;
      try {
        const y = outputs.at(values, name);
        known.set(offset, y);
        if (offset > 0) steps.push(offset);
        return y;
      } finally {
        values[index] = x;
      }
    },
  };
}

/** The line of one output, or of a mixture, through a column: whatever step it asks for is taken anew. */
export function lineIn(column: Column, { values, outputs, scales, reaches, layout }: Ground, view: View): Line {
  const { index, block } = column;
  const own = elementLine(
    { evaluator: seenAs(outputs, () => column.at(0), view.of), values, value: view.value, precision: view.precision },
    { index, name: layout.nameOf(index), scale: scales[index], reach: reaches[index], narrow: block.narrow },
    column.spare,
  );
  return { ...own, at: (offset) => view.of(column.at(offset)) };
}

/** A step that was taken already serves in place of another one up to this many times as long or as short. */
const AS_GOOD = 3;
/** The same for a step that was taken, but not twice as far. */
const HALF_AS_GOOD = 2;
/** A step that only confirms a longer one may be so much shorter than the one that is asked for; it may be longer. */
const SHORTER = 64;

/** The step closest to the one that is asked for, on a logarithmic scale; undefined where none is within the factor. */
function closest(steps: readonly number[], asked: number, factor: number): number | undefined {
  let found: number | undefined;
  for (const step of steps) {
    const apart = step > asked ? step / asked : asked / step;
    if (apart <= factor && (found === undefined || apart < (found > asked ? found / asked : asked / found)))
      found = step;
  }
  return found;
}

/**
 * The same line, which takes the steps that were taken for other outputs wherever these will do.
 *
 * @param known take no other steps: the slope is then what can be read without another call of F
 */
export function sharedLine(column: Column, line: Line, x: number, known: boolean): Line {
  const grid = line.precision.grid.unit;
  const both = (h: number) => column.has(h) && column.has(-h);
  const exact = (h: number) => both(h) && realiseStep(x, h, grid) === h;
  const anew = (step: number) => (known ? 0 : line.realise(step));
  return {
    ...line,
    at: known ? (offset) => (column.has(offset) || offset === 0 ? line.at(offset) : Number.NaN) : line.at,
    spare: known ? () => Number.POSITIVE_INFINITY : line.spare,
    realise(step) {
      const whole = column.steps.filter((h) => exact(h) && both(2 * h));
      const partly = known ? undefined : closest(column.steps.filter(exact), step, HALF_AS_GOOD);
      return closest(whole, step, AS_GOOD) ?? partly ?? anew(step);
    },
    probe(step, most) {
      const short = column.steps.filter((h) => exact(h) && h <= most && h >= Math.max(line.smallest, step / SHORTER));
      return closest(short, step, Number.POSITIVE_INFINITY) ?? anew(step);
    },
  };
}
