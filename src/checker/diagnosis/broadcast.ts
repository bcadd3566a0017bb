/** A gradient of another shape that holds the right numbers: not summed over a batch, or transposed. */

import type { Block } from '../point/layout.ts';
import type { Mismatch } from '../point/returned-gradient.ts';
import type { Finding } from '../types.ts';
import { type Evidence, whereOf } from './evidence.ts';
import { barOf } from './fit.ts';
import { indicesOf } from './rule.ts';

const near = (evidence: Evidence, group: Block, values: readonly number[], bars: number): boolean =>
  values.every((value, k) => {
    const i = group.start + k;
    return Math.abs(value - evidence.numeric[i]) <= bars * barOf(evidence, i) + 1e-12 * Math.abs(value);
  });

/** Sums over the leading axes, or over the trailing ones. */
function summed(values: Float64Array, size: number, leading: boolean): number[] {
  const times = values.length / size;
  return Array.from({ length: size }, (_, k) => {
    let total = 0;
    for (let r = 0; r < times; r++) total += values[leading ? r * size + k : k * times + r];
    return total;
  });
}

/** More axes than this are not told apart. */
const MOST_AXES = 6;

const withoutOnes = (shape: readonly number[]): string => shape.filter((length) => length !== 1).join();

/** Every choice of axes whose lengths are those of a group: a sum over all other axes has the shape of the group. */
function keptAxes(actual: readonly number[], shape: readonly number[]): number[][] {
  if (actual.length > MOST_AXES) return [];
  return Array.from({ length: 2 ** actual.length }, (_, choice) => [...actual.keys()].filter((a) => (choice >> a) & 1))
    .filter((kept) => kept.every((a) => actual[a] > 1))
    .filter((kept) => withoutOnes(kept.map((a) => actual[a])) === withoutOnes(shape));
}

/** Sums over all axes but some: of a convolution's bias over the samples, the rows and the columns. */
function summedTo(values: Float64Array, actual: readonly number[], kept: readonly number[]): number[] {
  const sums = new Array<number>(kept.reduce((size, a) => size * actual[a], 1)).fill(0);
  const place = actual.map(() => 0);
  for (const value of values) {
    sums[kept.reduce((at, a) => at * actual[a] + place[a], 0)] += value;
    for (let a = actual.length - 1; a >= 0 && ++place[a] === actual[a]; a--) place[a] = 0;
  }
  return sums;
}

function named(evidence: Evidence, group: Block, { actual, values }: Mismatch): Finding | undefined {
  if (!actual || !values) return undefined;
  const where = whereOf(evidence, indicesOf(group));
  const got = `[${actual.join(', ')}]`;
  const certain = group.size > 1 ? 'high' : 'medium';
  if (values.length > group.size && values.length % group.size === 0) {
    const rows = values.length / group.size;
    const sums = [
      ...[true, false].map((leading) => summed(values, group.size, leading)),
      ...keptAxes(actual, group.shape).map((kept) => summedTo(values, actual, kept)),
    ];
    if (sums.some((each) => near(evidence, group, each, 1))) {
      return { kind: 'broadcast-not-summed', role: 'bug', where, evidence: { rows, shape: got }, confidence: certain };
    }
  }
  if (values.length === group.size && group.shape.length === 2) {
    const [rows, columns] = group.shape;
    const turned = Array.from({ length: group.size }, (_, k) => values[(k % columns) * rows + Math.floor(k / columns)]);
    if (near(evidence, group, turned, 1)) {
      return { kind: 'transposed', role: 'bug', where, evidence: { shape: got }, confidence: certain };
    }
  }
  return undefined;
}

/**
 * Names the groups that came back in another shape. Those that fit no pattern are left to the finding `wrong-shape`.
 */
export function diagnoseShapes(evidence: Evidence): Finding[] {
  return (evidence.mismatches ?? []).flatMap((mismatch) => {
    const group = evidence.groups.find((g) => g.name === mismatch.name);
    const finding = group && named(evidence, group, mismatch);
    return finding ? [finding] : [];
  });
}
