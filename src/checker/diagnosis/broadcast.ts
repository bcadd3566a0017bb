/** A gradient of another shape whose numbers are nearly right: not summed over the axis it was spread along, or transposed. */
import type { Finding } from '../types.ts';
import { type Evidence, type EvidenceGroup, type Misshapen, whereOf } from './evidence.ts';
import { barOf } from './fit.ts';
import { indicesOf } from './rule.ts';

const near = (evidence: Evidence, group: EvidenceGroup, values: readonly number[], bars: number): boolean =>
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

function named(evidence: Evidence, group: EvidenceGroup, { shape, values }: Misshapen): Finding | undefined {
  const where = whereOf(evidence, indicesOf(group));
  const got = `[${shape.join(', ')}]`;
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

/** What the groups of another shape look like; groups that fit nothing are left to the finding `wrong-shape`. */
export function diagnoseShapes(evidence: Evidence): Finding[] {
  return (evidence.misshapen ?? []).flatMap((misshapen) => {
    const group = evidence.groups.find((g) => g.name === misshapen.group);
    const finding = group && named(evidence, group, misshapen);
    return finding ? [finding] : [];
  });
}
