/**
 * A view of the outputs as one number: a single output, or a mixture ⟨v, F(x)⟩. To the code that measures slopes it is a loss,
 * and what the vjp returns for v is its gradient.
 */
import type { Claims } from '../elements/verdicts.ts';
import type { Layout } from '../point/layout.ts';
import { seededRandom } from '../random.ts';
import { measurePrecision } from '../slope/measure-precision.ts';
import { errorOf, FLOAT32, type Precision } from '../slope/precision.ts';
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

/** An output that moves by less than this share of the largest may be 0 but for rounding. */
const FAINT = 2 ** -36;

/**
 * How far each output moves near x: the length by which its weight in a mixture is divided, so that outputs of every size are
 * seen. An output that moves by rounding alone, such as a sum that is always 0, is `still`, and weighed like the others.
 *
 * @param once outputs at a point near x
 * @param twice outputs twice as far off, in the same direction
 */
export function spansOf(
  first: Float64Array,
  once?: Float64Array,
  twice?: Float64Array,
): { readonly spans: Float64Array; readonly still: readonly boolean[] } {
  const finite = (v: number) => (Number.isFinite(v) ? Math.abs(v) : 0);
  const moved = first.map((y, k) => Math.max(finite((once?.[k] ?? y) - y), finite((twice?.[k] ?? y) - y) / 2));
  const largest = first.reduce((most, y, k) => Math.max(most, finite(y), moved[k]), 0);
  const still = Array.from(first, (y, k) => {
    const bend = once && twice ? Math.abs(twice[k] - 2 * once[k] + y) : 0;
    return moved[k] < FAINT * largest && bend > moved[k] / 2;
  });
  const spans = first.map((y, k) => (still[k] ? 0 : Math.max(moved[k], STEADY * finite(y))));
  const known = spans.filter((span) => span > 0).sort();
  const typical = known[known.length >> 1] ?? 1;
  return { spans: spans.map((span) => (span > 0 ? span : typical)), still };
}

/**
 * Where each output is compared alone as well, one that moves less than this share of the largest is weighed as if it moved so
 * far.
 */
const FAINTEST = 2 ** -26;

/** Spans for mixtures that need not show outputs of every size, so that the rounding of an output that is 0 is not magnified. */
export function withoutFaint(spans: Float64Array): Float64Array {
  const largest = spans.reduce((most, span) => Math.max(most, span), 0);
  return spans.map((span) => Math.max(span, FAINTEST * largest));
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
  readonly inputs: Layout;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  /** Seed of the directions along which precision is measured: the same for all outputs, so that they share the calls. */
  readonly seed: number;
}

/**
 * The precision of a view, from the points at which the precision of other views was measured. Outputs that are float32 have
 * their rounding also where they do not move far enough to show it.
 */
export function precisionOf(
  { outputs, memory, inputs, values, scales, seed }: Sight,
  cotangent: Float64Array,
  value: number,
): Precision {
  const around: Around = {
    evaluator: seenAs(outputs, memory.recall, weigh(cotangent)),
    values,
    scales,
    layout: inputs,
    random: seededRandom(seed),
  };
  const precision = measurePrecision(around, value);
  if (!memory.isSingle()) return precision;
  const [first] = memory.atX;
  const rounding = Math.hypot(
    ...cotangent.map((v, k) => (v === 0 ? 0 : errorOf({ noise: 0, unit: FLOAT32.unit }, v * first[k]))),
  );
  return {
    ...precision,
    noise: Math.max(precision.noise, rounding),
    quiet: Math.max(precision.quiet, rounding),
  };
}

/** A view besides the first: its values at x, and its precision, from what is remembered. */
export function viewOf(sight: Sight, cotangent: Float64Array, claims: Claims | undefined): View {
  const of = weigh(cotangent);
  const used = [...cotangent.keys()].filter((k) => cotangent[k] !== 0);
  const [value, ...again] = sight.memory.atX.map(of);
  const precision = precisionOf(sight, cotangent, value);
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
