/**
 * What every gradient must do, whatever its values: return the same at the same x, depend on nothing but its argument,
 * and leave x alone. Evaluations elsewhere come between the calls, so that sums and caches kept from call to call
 * show.
 */

import { FLOAT32_FLOOR, RELATIVE_FLOOR } from '../defaults.ts';
import { makeFinding } from '../findings.ts';
import { builderOf } from '../point/copies.ts';
import { type Mismatch, readGradient } from '../point/returned-gradient.ts';
import { sameLeaves } from '../point/same-leaves.ts';
import { FLOAT16, FLOAT32, FLOAT64, significantBits } from '../slope/precision.ts';
import type { Finding, Gradient } from '../types.ts';
import type { Scene } from './scene.ts';

/** What several calls of the gradient have shown. */
export interface Answers {
  /** The first answer at x, flat; NaN where a block does not fit. */
  readonly analytic: Float64Array;
  readonly mismatches: readonly Mismatch[];
  /** How far the analytic gradient moves when x moves by its own rounding, or from call to call. */
  readonly wobble: Float64Array;
  /** A relative error up to this is never called a bug; it is larger for a gradient in single precision. */
  readonly floor: number;
  /**
   * A point near x at which the gradient returned exactly what it returns at x; undefined if it returned something
   * else.
   */
  readonly unmoved: Float64Array | undefined;
  readonly calls: number;
  readonly findings: readonly Finding[];
}

/** Two calls may differ by this many times the floor: sums in another order are rounded otherwise. */
const ROUNDING_SAFETY = 4;
/** x is moved by this many of its own spacings, to see how the gradient is rounded. */
const NUDGES = [2, -3];
const FURTHER_NUDGES = [4, -7];
/** A gradient that a nudge moves by this many floors is looked at again: it may branch at x. */
const BRANCH = 64;
/** On either side of a branch the gradient moves by less than this share of the jump between them. */
const ASIDE = 1 / 16;
const ELSEWHERE = 2 ** -5;

const EVERYWHERE = { groups: [], indices: [], elements: [], count: 0 };

const isClose = (a: Float64Array, b: Float64Array, floor: number, factor: number): boolean => {
  const size = a.reduce((largest, v) => (Number.isFinite(v) ? Math.max(largest, Math.abs(v)) : largest), 0);
  return a.every(
    (v, i) => Object.is(v, b[i]) || Math.abs(v * factor - b[i]) <= ROUNDING_SAFETY * floor * size * factor,
  );
};

/**
 * Calls the gradient several times, with evaluations of f in between.
 *
 * @throws what the gradient throws at x itself
 */
export function askGradient<X>(
  gradient: Gradient<X>,
  { x, layout, values, scales, evaluator, relativeFloor, random }: Scene<X>,
): Answers {
  const build = builderOf(x);
  const findings: Finding[] = [];
  let calls = 0;
  let mutates = false;
  const returned: unknown[] = [];
  let argument: X | undefined;
  const ask = (at: Float64Array) => {
    argument = build(at);
    calls++;
    const result = gradient(argument);
    returned.push(result);
    mutates ||= !sameLeaves(argument, build(at));
    return readGradient(layout, result);
  };

  const first = ask(values);
  const analytic = first.values;
  const aliases = shareLeaf(returned[0], argument);
  const again = ask(values).values;
  const shared = shareLeaf(returned[0], returned[1]);

  const elsewhere = values.map((v, i) => v + ELSEWHERE * scales[i] * (random() - 0.5));
  if (evaluator.left > 2) evaluator.at(elsewhere);
  const afterLoss = ask(values).values;
  let there: Float64Array | undefined;
  try {
    there = ask(elsewhere).values;
  } catch {
    // outside its domain: nothing to learn there
  }
  const afterGradient = ask(values).values;

  const single = isFloat32([...analytic, ...(there ?? [])]);
  const floor = single ? FLOAT32_FLOOR : RELATIVE_FLOOR;
  const same = (other: Float64Array, factor = 1) => isClose(analytic, other, floor, factor);
  const report = (kind: Finding['kind'], role: Finding['role'], evidence: Finding['evidence']) =>
    findings.push(makeFinding(kind, role, EVERYWHERE, evidence));
  if (!same(again)) {
    const difference = again.reduce((most, v, i) => Math.max(most, Math.abs(v - analytic[i]) || 0), 0);
    if (same(again, 2)) report('accumulates', 'bug', { calls: 2, factor: 2 });
    else report('not-repeatable', 'bug', { difference });
  } else if (!same(afterLoss)) report('stale-cache', 'bug', { after: 'f elsewhere' });
  else if (!same(afterGradient)) report('stale-cache', 'bug', { after: 'the gradient elsewhere' });
  if (mutates) report('mutates-x', 'doubt', { by: 'the gradient' });
  if (aliases || shared) report('aliases-x', 'note', { what: aliases ? 'x' : 'the result of the next call' });

  const wobble = analytic.map((v, i) => Math.abs(again[i] - v) || 0);
  if (findings.every(({ role }) => role !== 'bug')) {
    const rounding = roundingOf((moved) => ask(moved).values, analytic, { values, single, floor, random });
    for (let i = 0; i < wobble.length; i++) wobble[i] = Math.max(wobble[i], rounding[i]);
  }
  const unmoved = there && sameLeaves(there, analytic) && analytic.some((v) => v !== 0) ? elsewhere : undefined;
  return { analytic, mismatches: first.mismatches, wobble, floor: relativeFloor ?? floor, unmoved, calls, findings };
}

/**
 * How far each element of a gradient moves by rounding alone: its answers at points that are some spacings of x away from x.
 *
 * @param ask the gradient at a flat point; what it throws there is taken for the edge of its domain
 * @param single the gradient is in single precision
 */
export function roundingOf(
  ask: (values: Float64Array) => Float64Array,
  analytic: Float64Array,
  { values, single, floor, random }: { values: Float64Array; single: boolean; floor: number; random: () => number },
): Float64Array {
  const sides = NUDGES.map(() => values.map(() => (random() < 0.5 ? -1 : 1)));
  const unit = (single ? FLOAT32 : FLOAT64).unit;
  const nudged = (by: number, side: number): Float64Array => {
    try {
      return ask(values.map((v, i) => v + v * by * unit * sides[side][i]));
    } catch {
      return analytic; // at the very edge of its domain
    }
  };
  const beside = NUDGES.map(nudged);
  const size = analytic.reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0);
  const moved = beside.some((answer) => answer.some((v, i) => Math.abs(v - analytic[i]) > BRANCH * floor * size));
  const further = moved ? FURTHER_NUDGES.map(nudged) : beside;
  return analytic.map((_, i) => roundingAt(i, analytic, beside, further));
}

/**
 * Rounding of one element of the gradient, from its answers beside x and further on. Answers that agree on each side, and
 * differ from side to side or from x, are a branch of the gradient at x and no rounding.
 */
function roundingAt(
  i: number,
  analytic: Float64Array,
  beside: readonly Float64Array[],
  further: readonly Float64Array[],
): number {
  const jump = Math.max(...beside.map((answer) => Math.abs(answer[i] - analytic[i]) || 0));
  const aside = Math.max(...beside.map((answer, side) => Math.abs(answer[i] - further[side][i]) || 0));
  const branches = beside !== further && aside <= ASIDE * jump;
  return branches ? aside : Math.max(jump, aside);
}

/** Whether numbers are all float32 and some of them need more than half precision: 0, 1 and 0.5 are no sign of it. */
const isFloat32 = (numbers: readonly number[]): boolean =>
  numbers.every((v) => Object.is(Math.fround(v), v)) && numbers.some((v) => significantBits(v) > FLOAT16.bits);

/** Whether two results share an array, or arrays over the same memory. */
function shareLeaf(a: unknown, b: unknown): boolean {
  const leaves = leavesOf(a);
  return [...leavesOf(b)].some((leaf) => leaves.has(leaf));
}

function leavesOf(value: unknown, leaves = new Set<unknown>()): Set<unknown> {
  if (typeof value !== 'object' || value === null) return leaves;
  if (ArrayBuffer.isView(value)) return leaves.add(value.buffer);
  leaves.add(value);
  if (!Array.isArray(value) || typeof value[0] === 'object')
    for (const inner of Object.values(value)) leavesOf(inner, leaves);
  return leaves;
}
