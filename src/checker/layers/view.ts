/**
 * A view of the outputs as one number: a single output, or a mixture ⟨v, F(x)⟩. To the code that measures slopes it is a loss,
 * and what the vjp returns for v is its gradient.
 */
import type { Claims } from '../elements/verdicts.ts';
import { seededRandom } from '../random.ts';
import { measurePrecision } from '../slope/measure-precision.ts';
import type { Precision } from '../slope/precision.ts';
import type { Around } from '../slope/table.ts';
import type { Memory, Outputs } from './outputs.ts';
import { seenAs } from './outputs.ts';

export interface View {
  /** The cotangent v, flat over the outputs. */
  readonly cotangent: Float64Array;
  /** The one output that this is; undefined for a mixture. */
  readonly output: number | undefined;
  /** ⟨v, y⟩. Outputs of weight 0 do not count, even where they are not finite. */
  readonly of: (y: Float64Array) => number;
  /** ⟨v, F(x)⟩. */
  readonly value: number;
  readonly precision: Precision;
  /** Different values at the same x. */
  readonly noisy: boolean;
  readonly claims: Claims | undefined;
}

/** ⟨v, y⟩ as a function of y. */
export function weigh(cotangent: Float64Array): View['of'] {
  const used = [...cotangent.keys()].filter((k) => cotangent[k] !== 0);
  if (used.length === 1 && cotangent[used[0]] === 1) return (y) => y[used[0]];
  return (y) => {
    let sum = 0;
    for (const k of used) sum += cotangent[k] * y[k];
    return sum;
  };
}

export function unitCotangent(size: number, k: number): Float64Array {
  const v = new Float64Array(size);
  v[k] = 1;
  return v;
}

/** Weights of a mixture lie between this and its inverse: none hides another, and no two are alike. */
const LEAST_WEIGHT = 0.5;
/** An output whose value is this many times larger than its changes is weighed by its value: its rounding would drown all others. */
const STEADY = 2 ** -20;

/**
 * How far each output moves near x: the length by which its weight in a mixture is divided, so that outputs of every size are
 * seen.
 *
 * @param moved outputs at some points near x
 */
export function spansOf(first: Float64Array, moved: readonly Float64Array[]): Float64Array {
  const spans = first.map((y, k) => {
    const most = moved.reduce((span, each) => Math.max(span, Math.abs(each[k] - y) || 0), 0);
    return Math.max(Number.isFinite(most) ? most : 0, STEADY * Math.abs(y) || 0);
  });
  const known = spans.filter((span) => span > 0).sort();
  const typical = known[known.length >> 1] ?? 1;
  return spans.map((span) => (span > 0 ? span : typical));
}

/** A random mixture of the outputs, of both signs and several sizes; outputs that are not finite at x have no part in it. */
export function mixtureOf(first: Float64Array, spans: Float64Array, random: () => number): Float64Array {
  return first.map((y, k) => {
    const weight = (random() < 0.5 ? -1 : 1) * LEAST_WEIGHT ** (2 * random() - 1);
    return Number.isFinite(y) ? exactIn32(weight / spans[k]) : 0;
  });
}

/** A weight that is a float32 too, where y may be of that type; outside its range as it is. */
function exactIn32(weight: number): number {
  const rounded = Math.fround(weight);
  return Number.isFinite(rounded) && Math.abs(rounded) > 2 ** -100 ? rounded : weight;
}

/** What one view needs of the check, to be looked at as a loss. */
export interface Sight {
  readonly outputs: Outputs;
  readonly memory: Memory;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  /** Seed of the directions along which precision is measured: the same for all outputs, so that they share the calls. */
  readonly seed: number;
}

/** The precision of a view, from the points at which the precision of other views was measured. */
export function precisionOf(
  { outputs, memory, values, scales, seed }: Sight,
  of: View['of'],
  value: number,
): Precision {
  const around: Around = {
    evaluator: seenAs(outputs, memory.recall, of),
    values,
    scales,
    random: seededRandom(seed),
  };
  return measurePrecision(around, value);
}

/** A view besides the first: its values at x, and its precision, from what is remembered. */
export function viewOf(sight: Sight, cotangent: Float64Array, claims: Claims | undefined): View {
  const of = weigh(cotangent);
  const used = [...cotangent.keys()].filter((k) => cotangent[k] !== 0);
  const [value, ...again] = sight.memory.atX.map(of);
  const precision = precisionOf(sight, of, value);
  const spread = again.reduce((most, v) => Math.max(most, Math.abs(v - value) || 0), 0);
  return {
    cotangent,
    output: used.length === 1 && cotangent[used[0]] === 1 ? used[0] : undefined,
    of,
    value,
    precision: spread > precision.noise ? { ...precision, noise: spread } : precision,
    noisy: again.some((v) => !Object.is(v, value)),
    claims,
  };
}
