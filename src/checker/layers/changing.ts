/** A vjp that changes from call to call: in which groups of x? */
import type { Preflight } from '../contract/preflight.ts';
import { whereIn } from '../findings.ts';
import type { Layout } from '../point/layout.ts';
import type { Finding } from '../types.ts';
import type { Setting } from './setting.ts';

/** Findings of a vjp whose answers at one x differ. */
export const CHANGING: readonly Finding['kind'][] = ['accumulates', 'not-repeatable', 'stale-cache'];
/** Two answers may differ by this many times the floor. */
const ROUNDING_SAFETY = 4;

const differ = (a: Float64Array, b: Float64Array, floor: number): boolean => {
  const size = a.reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0);
  return a.some((v, i) => !(Object.is(v, b[i]) || Math.abs(v - b[i]) <= ROUNDING_SAFETY * floor * size));
};

/** Distance from x of the call in between, in units of the scale. */
const BESIDE = 2 ** -5;

/**
 * The findings of a vjp that changes from call to call, each with the groups in which it does: the vjp is called at x, beside x
 * and at x again, and its answers at x are compared with its first one.
 */
export function placed<X>(
  { asked, inputs, values, scales }: Setting<X>,
  { findings, answers }: Preflight,
  mixture: Float64Array,
): Finding[] {
  const later = [values, values.map((v, i) => v + BESIDE * scales[i]), values].map((at) => asked.answer(mixture, at));
  const first = answers?.analytic;
  const changed = inputs.blocks.filter(({ start, size }) => {
    const part = (all: Float64Array) => all.subarray(start, start + size);
    return (
      first && later.some((answer, k) => k !== 1 && answer && differ(part(first), part(answer.values), answers.floor))
    );
  });
  const indices = changed.flatMap(({ start, size }) => Array.from({ length: size }, (_, k) => start + k));
  return findings.map((finding) =>
    CHANGING.includes(finding.kind) ? { ...finding, where: whereIn(inputs, indices) } : finding,
  );
}

/** All elements of the groups of x that some findings name; of an x without names, all there are. */
export function elementsNamed({ blocks }: Layout, findings: readonly Finding[]): Set<number> {
  const concerned = findings.filter(({ where }) => where.count > 0).map(({ where }) => where.groups);
  const named = blocks.filter(({ name }) => concerned.some((groups) => groups.length === 0 || groups.includes(name)));
  return new Set(named.flatMap(({ start, size }) => Array.from({ length: size }, (_, k) => start + k)));
}
