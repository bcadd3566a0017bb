/**
 * Which outputs' shares of a sum a vjp holds: a bias that is added to every sample of a batch has a slope that is a sum over the
 * samples, and one that is not summed keeps the share of a single sample. Nothing is fitted: the other shares are exactly 0.
 */
import { makeFinding, whereIn } from '../findings.ts';
import type { Block, Layout } from '../point/layout.ts';
import type { Confidence, Finding } from '../types.ts';
import type { Asked } from './asking.ts';
import { OUTPUT } from './layout.ts';
import type { Look } from './locate.ts';
import type { Matrix } from './matrix.ts';

/** Some outputs, by their flat indices. */
export type Part = (output: number) => boolean;

/** Questions about the share of some outputs in the elements of a group of x. */
export interface Shares {
  /** The vjp returns exactly 0 for it, in the whole group. */
  readonly isSilent: (group: Block, part: Part) => boolean;
  /** For each of these elements the share was measured: it is right, and not 0. */
  readonly isRight: (elements: readonly number[], part: Part) => boolean;
  /** For at least one of these elements the share was measured to be wrong. */
  readonly isWrong: (elements: readonly number[], part: Part) => boolean;
}

/** Where every entry of the Jacobian was compared. */
export function sharesOfMatrix(matrix: Matrix): Shares {
  const rowsIn = (part: Part) => matrix.outputs.flatMap((output, row) => (part(output) ? [row] : []));
  return {
    isSilent({ start, size }, part) {
      const columns = Array.from({ length: size }, (_, k) => start + k);
      return rowsIn(part).every((row) => columns.every((column) => matrix.analytic(row, column) === 0));
    },
    isRight(elements, part) {
      const rows = rowsIn(part);
      return elements.every(
        (column) =>
          rows.every((row) => !matrix.isWrong(row, column)) && rows.some((row) => matrix.analytic(row, column) !== 0),
      );
    },
    isWrong: (elements, part) => rowsIn(part).some((row) => elements.some((column) => matrix.isWrong(row, column))),
  };
}

/** In a column that was measured for another view, a relative error up to this counts as right. */
const RIGHT = 1e-6;

/**
 * Where mixtures of the outputs were compared: the vjp is asked again, for a part of a mixture, and slopes are read from the few
 * columns at which wrong outputs were looked for.
 */
export function sharesOfLooks(
  { answer }: Pick<Asked<never>, 'answer'>,
  mixture: Float64Array,
  looks: readonly Look[],
): Shares {
  const within = (part: Part) => mixture.map((weight, output) => (part(output) ? weight : 0));
  const among = (elements: readonly number[]) => looks.filter(({ index }) => elements.includes(index));
  return {
    isSilent({ start, size }, part) {
      const v = within(part);
      if (v.every((weight) => weight === 0)) return true;
      return (
        answer(v)
          ?.values.subarray(start, start + size)
          .every((slope) => slope === 0) ?? false
      );
    },
    isRight(elements, part) {
      const v = within(part);
      const known = among(elements);
      const moves = answer(v)?.values;
      return (
        known.length > 0 &&
        elements.every((i) => moves && moves[i] !== 0) &&
        known.every(({ at }) => {
          const { wrong, analytic, difference, tolerance } = at(v);
          return !wrong && difference <= tolerance && tolerance <= RIGHT * Math.abs(analytic);
        })
      );
    },
    isWrong: (elements, part) => among(elements).some(({ at }) => at(within(part)).wrong),
  };
}

/** A stretch of the indices of one axis of y. */
interface Stretch {
  readonly axis: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** Indices of an axis at which a missing share has to be seen. */
const LOOKED_AT = 8;
/** With so few samples the other one may as well have been left out. */
const FEW = 2;

const indexAlong = ({ shape, start }: Block, axis: number): ((output: number) => number) => {
  const inner = shape.slice(axis + 1).reduce((size, length) => size * length, 1);
  return (output) => Math.floor((output - start) / inner) % shape[axis];
};

/** Bisects for the smallest number below `end` that passes a test. All larger ones pass it too, and the largest does. */
function leastOf(end: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, end - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The stretch of an axis outside of which the vjp returns 0 for a group; undefined where that is the whole axis, or none of it. */
function stretchAlong({ isSilent }: Shares, group: Block, y: Block, axis: number): Stretch | undefined {
  const length = y.shape[axis];
  const index = indexAlong(y, axis);
  const last = leastOf(length, (k) => isSilent(group, (output) => index(output) > k));
  const from = length - 1 - leastOf(length, (k) => isSilent(group, (output) => index(output) < length - 1 - k));
  return from > last || (from === 0 && last === length - 1) ? undefined : { axis, length, from, to: last + 1 };
}

/** `y[4]`, `y[:][:][0][0]`, `y[0…31]`: the part of y that is kept. */
function textOf(name: string, rank: number, cuts: readonly Stretch[]): string {
  const parts = Array.from({ length: rank }, (_, axis) => {
    const cut = cuts.find((each) => each.axis === axis);
    if (!cut) return '[:]';
    return cut.to - cut.from === 1 ? `[${cut.from}]` : `[${cut.from}…${cut.to - 1}]`;
  });
  return `${name}${parts.join('').replace(/(\[:\])+$/, '')}`;
}

/** Places of an axis outside of a stretch, spread over it. */
function outside({ length, from, to }: Stretch): number[] {
  const all = Array.from({ length }, (_, k) => k).filter((k) => k < from || k >= to);
  const every = Math.ceil(all.length / LOOKED_AT);
  return all.filter((_, k) => k % every === 0);
}

/** What a group holds of the outputs of one group of y: the finding, or undefined where it holds something else. */
function shareOf(
  shares: Shares,
  inputs: Layout,
  group: Block,
  wrong: readonly number[],
  y: Block,
): Finding | undefined {
  const cuts = y.shape.flatMap((length, axis) => (length > 1 ? (stretchAlong(shares, group, y, axis) ?? []) : []));
  if (cuts.length === 0) return undefined;
  const place = cuts.map((cut) => ({ ...cut, at: indexAlong(y, cut.axis) }));
  const isKept: Part = (output) => place.every(({ at, from, to }) => at(output) >= from && at(output) < to);
  if (!shares.isRight(wrong, isKept)) return undefined;
  if (!place.every((cut) => outside(cut).every((k) => shares.isWrong(wrong, (output) => cut.at(output) === k))))
    return undefined;
  const used = inputs.blocks.some((other) => other !== group && !shares.isSilent(other, (output) => !isKept(output)));
  const single = cuts.every(({ from, to }) => to - from === 1);
  const kept = textOf(y.name === OUTPUT ? OUTPUT : `${OUTPUT}.${y.name}`, y.shape.length, cuts);
  const facts = { fits: wrong.length, of: wrong.length, kept };
  const where = whereIn(inputs, wrong);
  if (!single || !used)
    // certain as it is, it may be a part of a larger bug
    return { ...makeFinding('ignores-cotangent', 'bug', where, facts), confidence: 'low' };
  const ends = cuts.every(({ from, to, length }) => from === 0 || to === length);
  const rows = cuts.reduce((count, { length }) => count * length, 1);
  const confidence: Confidence = ends && rows > FEW ? 'high' : 'medium';
  return { ...makeFinding('broadcast-not-summed', 'bug', where, { ...facts, rows }), confidence };
}

/**
 * Findings for groups of x that hold the shares of some outputs alone: `broadcast-not-summed` where a single index of each axis
 * is left of a sum, and other groups of x use the rest of v; `ignores-cotangent` where the vjp uses v for a stretch of the
 * outputs alone.
 *
 * @param wrong wrong elements of x without a name
 */
export function missingShares(
  shares: Shares,
  { inputs, outputs }: { readonly inputs: Layout; readonly outputs: Layout },
  wrong: readonly number[],
): Finding[] {
  if (outputs.blocks.length > 1) return [];
  const [y] = outputs.blocks;
  return inputs.blocks.flatMap((group) => {
    const own = wrong.filter((i) => i >= group.start && i < group.start + group.size);
    return own.length === 0 ? [] : (shareOf(shares, inputs, group, own, y) ?? []);
  });
}
