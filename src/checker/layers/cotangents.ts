/** What every vjp must do with its v: multiply by it, so that the answer is linear in v and 0 where v is 0. */
import { makeFinding, whereIn } from '../findings.ts';
import type { Block, Layout } from '../point/layout.ts';
import type { Finding } from '../types.ts';
import type { Asked } from './asking.ts';

/** Answers to linear combinations may differ by this many times the floor: sums in another order are rounded otherwise. */
const ROUNDING_SAFETY = 8;
/** The combination that is asked for: neither a sum of equals nor a multiple of one. */
const TWICE = -2;

const largest = (values: Float64Array, { start, size }: Block): number =>
  values.subarray(start, start + size).reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0);

/** Two mixtures and what the vjp returned for them. */
export interface Pair {
  readonly v: readonly [Float64Array, Float64Array];
  readonly a: readonly [Float64Array, Float64Array];
}

const indicesIn = (blocks: readonly Block[]): number[] =>
  blocks.flatMap(({ start, size }) => Array.from({ length: size }, (_, k) => start + k));

/**
 * Rounding of an answer, as a share of the largest that a weight could make of it: where x moves by its scale, that is the
 * largest weight times the largest span of an output. An output whose terms cancel is weighed by the small remainder, but
 * rounded like its terms.
 */
const ROUNDING = 2 ** -40;
/** What stands out of its rounding by this much is no rounding. */
const CLEAR = 2 ** 10;

/** An answer this many times its tolerance is known well enough to be compared with another. */
const KNOWN = 4;

/** The size and the rounding of the answers. */
interface Sizes {
  readonly floor: number;
  /** How far an answer moves by rounding alone, element by element. */
  readonly wobble: Float64Array;
  readonly scales: Float64Array;
  /** How far each output moves. */
  readonly spans: Float64Array;
}

export function cotangentFindings(
  { answer }: Pick<Asked<never>, 'answer'>,
  layout: Layout,
  { v, a }: Pair,
  { floor, wobble, scales, spans }: Sizes,
): Finding[] {
  const most = (values: Float64Array) => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const rounding = ROUNDING * Math.max(most(v[0]), most(v[1])) * most(spans);
  const toleranceAt = (i: number, size: number) => ROUNDING_SAFETY * (floor * size + wobble[i] + rounding / scales[i]);
  const differs = (block: Block, difference: (i: number) => number, size: number): boolean =>
    indicesIn([block]).some((i) => !(Math.abs(difference(i)) <= toleranceAt(i, size)));
  const sizeIn = (block: Block) => largest(a[0], block) + largest(a[1], block);
  const whole = layout.blocks.filter(({ start, size }) =>
    [...a[0].subarray(start, start + size), ...a[1].subarray(start, start + size)].every(Number.isFinite),
  );
  const moves = ({ start, size }: Block) =>
    a.some((answer) =>
      answer.subarray(start, start + size).some((v, k) => Math.abs(v) * scales[start + k] > CLEAR * rounding),
    );
  const moving = whole.filter(moves);
  // answers count as equal only if one of them stands out of its rounding
  const isKnown = (block: Block) =>
    indicesIn([block]).some((i) => Math.abs(a[0][i]) > KNOWN * toleranceAt(i, sizeIn(block)));
  const ignoring = moving.filter((block) => isKnown(block) && !differs(block, (i) => a[0][i] - a[1][i], sizeIn(block)));
  const zero = answer(new Float64Array(v[0].length))?.values;
  const combined = answer(v[0].map((weight, k) => weight + TWICE * v[1][k]))?.values;
  const bent = moving.filter((block) => {
    if (ignoring.includes(block)) return false;
    const size = sizeIn(block);
    const atZero = zero !== undefined && differs(block, (i) => zero[i], size);
    const between = combined !== undefined && differs(block, (i) => combined[i] - a[0][i] - TWICE * a[1][i], size);
    return atZero || between;
  });
  const atZero = (block: Block) => (zero ? largest(zero, block) : 0);
  return [
    ...(ignoring.length > 0 ? [makeFinding('ignores-cotangent', 'bug', whereIn(layout, indicesIn(ignoring)))] : []),
    ...(bent.length > 0
      ? [
          makeFinding('not-linear', 'bug', whereIn(layout, indicesIn(bent)), {
            ...(bent.some((block) => atZero(block) > 0) && { atZero: Math.max(...bent.map(atZero)) }),
          }),
        ]
      : []),
  ];
}
