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

function named(evidence: Evidence, group: Block, { actual, values }: Mismatch): Finding | undefined {
  if (!actual || !values) return undefined;
  const where = whereOf(evidence, indicesOf(group));
  const got = `[${actual.join(', ')}]`;
  const certain = group.size > 1 ? 'high' : 'medium';
  if (values.length > group.size && values.length % group.size === 0) {
    const rows = values.length / group.size;
    if ([true, false].some((leading) => near(evidence, group, summed(values, group.size, leading), 1))) {
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
