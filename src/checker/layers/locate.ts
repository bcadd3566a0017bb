/**
 * Of many outputs, which are wrong? The mixture is halved and halved again at a few wrong elements of x: F is called for one column
 * each, the vjp for every half that is looked at.
 */

import { settle } from '../elements/slopes.ts';
import type { Judged } from '../elements/verdicts.ts';
import { Halt } from '../point/evaluator.ts';
import { FIRST_STEP } from '../slope/slope.ts';
import { type Column, columnAt, type Ground, lineIn } from './column.ts';
import type { JudgedRow } from './judge-rows.ts';
import type { Setting } from './setting.ts';
import { unitCotangent, type View } from './view.ts';
import { readSlope } from './walk.ts';

/** An entry of the Jacobian that was found wrong. */
export interface Located {
  readonly output: number;
  readonly index: number;
  readonly judged: Judged;
}

/** A column of the Jacobian that was measured again: the slope of a mixture of the outputs is read from it. */
export interface Look {
  readonly index: number;
  readonly at: (v: Float64Array) => Judged;
}

/** The result of the search. */
export interface Search {
  readonly entries: readonly Located[];
  readonly looks: readonly Look[];
  /** Whether all wrong outputs at those elements were found. */
  readonly complete: boolean;
}

/** Wrong elements of x that are looked at, at most, and of one group. */
const ELEMENTS = 4;
const OF_ONE_GROUP = 2;
/** Wrong outputs that are named for an element. */
const OUTPUTS = 8;
/** Calls of F for one column. */
const COLUMN_COST = 32;

/** A few wrong elements, from every group that has some. */
function chosen<X>({ inputs }: Setting<X>, wrong: readonly number[]): number[] {
  const seen = new Map<number, number>();
  return wrong
    .filter((i) => {
      const block = inputs.blocks.findLastIndex(({ start }) => start <= i);
      seen.set(block, (seen.get(block) ?? 0) + 1);
      return (seen.get(block) ?? 0) <= OF_ONE_GROUP;
    })
    .slice(0, ELEMENTS);
}

/** Outputs of a column, halved until those that are wrong are left. */
function bisect(
  size: number,
  mixture: Float64Array,
  isWrong: (v: Float64Array) => boolean,
): { outputs: number[]; complete: boolean } {
  const found: number[] = [];
  const open: [from: number, to: number][] = [[0, size]];
  while (open.length > 0) {
    if (found.length >= OUTPUTS) return { outputs: found, complete: false };
    const [from, to] = open.pop() as [number, number];
    if (to - from === 1) {
      found.push(from);
      continue;
    }
    const middle = (from + to) >> 1;
    for (const half of [
      [from, middle],
      [middle, to],
    ] as [number, number][])
      if (isWrong(mixture.map((v, k) => (k >= half[0] && k < half[1] ? v : 0)))) open.push(half);
  }
  return { outputs: found, complete: true };
}

/**
 * @param leader the mixture that was measured over all of x
 * @param see makes a view of a cotangent, asking the vjp for it
 */
export function locate<X>(
  setting: Setting<X>,
  ground: Ground,
  leader: JudgedRow,
  wrong: readonly number[],
  see: (v: Float64Array) => View,
): Search {
  const { opened, scales } = setting;
  const size = opened.layout.size;
  const entries: Located[] = [];
  const looks: Look[] = [];
  let complete = true;
  try {
    for (const index of chosen(setting, wrong)) {
      const { outputs } = opened;
      if (outputs.left < COLUMN_COST) return { entries, looks, complete: false };
      const block = ground.layout.blocks.findLast(({ start }) => start <= index);
      if (!block) continue;
      const allowed = outputs.calls + COLUMN_COST;
      const column: Column = columnAt(ground, index, block, () => allowed);
      const first = leader.judged[index].slope.step || FIRST_STEP * scales[index];
      const { view } = leader;
      settle(lineIn(column, ground, view), first, first, { noisy: view.noisy, answers: view.claims }, index);
      const look = (v: Float64Array) => readSlope(ground, column, see(v), column.steps[0] ?? first, 0);
      looks.push({ index, at: look });
      const found = bisect(size, view.cotangent, (v) => v.some((weight) => weight !== 0) && look(v).wrong);
      complete &&= found.complete;
      for (const output of found.outputs) {
        const judged = look(unitCotangent(size, output));
        if (judged.wrong) entries.push({ output, index, judged });
      }
    }
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    complete = false;
  }
  return { entries, looks, complete };
}
