/**
 * The labels of the held-out corpus, recomputed by a path of its own: along a direction in which every element of the
 * gradient counts alike, a central difference of the same loss in 64 digits has no error to speak of.
 */
import { all, create, type MathJsInstance } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { cases as untyped } from '../../corpus/heldout/corpus.mjs';
import { decimalField } from '../../corpus/heldout/decimals.mjs';
import { valueKit } from '../../corpus/heldout/kit.mjs';

/** What of decimal.js is used here. */
interface Decimal {
  add(other: Decimal): Decimal;
  sub(other: Decimal): Decimal;
  mul(other: Decimal | number): Decimal;
  div(other: Decimal): Decimal;
  toNumber(): number;
}
interface Case {
  readonly id: string;
  readonly category: string;
  readonly truth: string;
  readonly x0: Float64Array;
  readonly relTol?: number;
  readonly absTol?: number;
  readonly precision?: string;
  F(kit: unknown, x: readonly Decimal[]): Decimal;
  good(x: Float64Array): Float64Array;
  make(): { grad: (x: Float64Array) => Float64Array };
}

const math: MathJsInstance = create(all, { number: 'BigNumber', precision: 64 });
const field = decimalField(math.bignumber(1).constructor) as { lift(value: number): Decimal };
const kit: unknown = valueKit(field as never);
/** Every element moves by at most this share of itself: far below any kink or length scale of the corpus. */
const STEP = 1e-25;
/** Agreement expected of a right gradient, each element of which contributes 1 to the slope along the direction. */
const TOLERANCE = { double: 1e-9, single: 2e-7 };
/** What is left of a slope of exactly 0. */
const NOTHING = 1e-20;

const decidable = (untyped as unknown as readonly Case[]).filter(
  ({ truth, category }) =>
    (truth === 'correct' || truth === 'wrong') && category !== 'interface' && category !== 'kink-at',
);

/** Whether the slope that the claimed gradient implies along the direction is that of the loss. */
function agrees({ F, x0, good, make, relTol, absTol, precision }: Case): boolean {
  const claimed = make().grad(Float64Array.from(x0));
  const right = good(Float64Array.from(x0));
  const largest = Math.max(...right.map(Math.abs), ...claimed.map(Math.abs)) || 1;
  // unequal shares, so that errors do not cancel; elements that are 0 but for rounding get no more than they deserve
  const direction = Array.from(claimed, (value, i) => {
    const size = Math.max(Math.abs(value), Math.abs(right[i]), (absTol ?? 1e-12) * largest) || largest;
    return ((i % 2 ? -1 : 1) * (1 + ((i * 0.618) % 1))) / size;
  });
  const h = STEP / Math.max(...direction.map((share, i) => Math.abs(share / (x0[i] || 1))));
  const at = (sign: number) =>
    F(
      kit,
      Array.from(x0, (value, i) => field.lift(value).add(field.lift(direction[i]).mul(field.lift(sign * h)))),
    );
  const slope = at(1).sub(at(-1)).div(field.lift(h)).mul(0.5).toNumber();
  const implied = claimed.reduce((sum, value, i) => sum + value * direction[i], 0);
  const relative = relTol ?? (precision === 'float32' ? TOLERANCE.single : TOLERANCE.double);
  return Math.abs(slope - implied) <= relative * claimed.length + NOTHING;
}

describe('the labels of the held-out corpus', () => {
  it(`hold in 64 digits for all ${decidable.length} cases whose truth is in the numbers`, () => {
    const mislabelled = decidable.filter((each) => agrees(each) !== (each.truth === 'correct'));
    expect(mislabelled.map(({ id }) => id)).toEqual([]);
  });
});
