/** The secant figure: a curve, a point and a step in; slopes, errors and orders out. */
import { workingCopy } from '@/checker/point/copies.ts';
import { flatGradient } from '@/checker/textbook/numerical-gradient.ts';
import { type DifferenceScheme, SCHEMES } from '@/checker/textbook/schemes.ts';
import type { Scheme } from '@/checker/types.ts';
import { spacingAt } from '../differences/precisions.ts';
import { DIFFERENCES, stepsFrom } from '../differences/schemes.ts';
import { type Curve, curveOf } from './curves.ts';
import { type Fit, fitOrder, type OrderPoint } from './order.ts';
import type { State } from './state.ts';

export interface SchemeSlope extends DifferenceScheme {
  readonly id: Scheme;
  readonly slope: number;
  readonly error: number;
  readonly roundOff: number;
  readonly sweep: readonly OrderPoint[];
  readonly fit: Fit | null;
  /** The error at half the step as a share of that at the step. */
  readonly halved: number;
}

/** A straight line through two points of the curve, or through (x, f(x)) with the slope found. */
export interface Straight {
  readonly slope: number;
  readonly through: readonly [number, number];
}

/** What rounding does to the chosen scheme at this step. */
export interface Rounding {
  /** (x + h) - x as doubles have it: the step that is really taken. */
  readonly taken: number;
  /** The same to the left, for the schemes that look there. */
  readonly takenLeft: number;
  /** The distance from x to the next double. */
  readonly gap: number;
  /** Leading decimal digits that the two nearest values of f share, and that their difference loses; at most 16. */
  readonly digitsLost: number;
}

export type Regime = 'truncation' | 'balance' | 'round-off' | 'collapsed' | 'exact';

export interface SecantModel {
  readonly curve: Curve;
  readonly x: number;
  readonly h: number;
  readonly value: number;
  /** f'(x), from the formula. */
  readonly exact: number;
  readonly slopes: readonly SchemeSlope[];
  readonly chosen: SchemeSlope;
  /** The points of the curve that the chosen scheme looks at. */
  readonly points: readonly (readonly [number, number])[];
  /** Lines through points of the curve; none beside `line` but for the five-point scheme, which blends two. */
  readonly chords: readonly Straight[];
  readonly line: Straight;
  readonly rounding: Rounding;
  readonly regime: Regime;
}

const STEPS = stepsFrom(-16);
/** Below this multiple of the rounding bound an error is round-off; up to ten times as much it is both. */
const EXPLAINED = 2;
const BALANCED = 20;
/** With so few digits lost, an error of the size of rounding means that there is no truncation error. */
const FEW_DIGITS = 2;

/** A bound, not an estimate: every f and every sample point off by one rounding, all in the worst direction. */
function roundOffOf(curve: Curve, { offsets, weights, divisor }: DifferenceScheme, x: number, h: number): number {
  const shift = Math.abs(curve.derivative(x) * x);
  const sum = offsets.reduce((total, t, i) => total + Math.abs(weights[i]) * (Math.abs(curve.f(x + t * h)) + shift), 0);
  return (Number.EPSILON * sum) / (divisor * h);
}

/** The checker's own slope. The checker refuses a step that is lost beside x; here the reader sees what it would give. */
function slopeAt(curve: Curve, id: Scheme, x: number, step: number) {
  const [slope] = flatGradient(curve.f, workingCopy(x), id, step);
  const error = Math.abs(slope - curve.derivative(x));
  return { step, slope, error, roundOff: roundOffOf(curve, SCHEMES[id], x, step) };
}

function slopeOf(curve: Curve, id: Scheme, x: number, h: number): SchemeSlope {
  const sweep = STEPS.map((step) => slopeAt(curve, id, x, step));
  const here = slopeAt(curve, id, x, h);
  const halved = slopeAt(curve, id, x, h / 2).error / here.error;
  return { id, ...SCHEMES[id], ...here, halved, sweep, fit: fitOrder(sweep, curve.scale) };
}

function roundingOf({ f }: Curve, { offsets }: DifferenceScheme, x: number, h: number): Rounding {
  const right = f(x + h);
  const left = f(offsets.includes(0) ? x : x - h);
  const share = Math.abs(right - left) / Math.max(Math.abs(right), Math.abs(left));
  return {
    taken: x + h - x,
    takenLeft: x - (x - h),
    gap: spacingAt(x),
    digitsLost: right === left ? 16 : Math.min(16, Math.max(0, -Math.log10(share))),
  };
}

function chordsOf({ f }: Curve, { offsets }: DifferenceScheme, x: number, h: number): Straight[] {
  const pairs = offsets.includes(0) ? [[0, 1]] : offsets.filter((t) => t > 0).map((t) => [-t, t]);
  return pairs.map(([from, to]) => {
    const [a, b] = [x + from * h, x + to * h];
    return { slope: (f(b) - f(a)) / (b - a), through: [a, f(a)] };
  });
}

/** Everything the figure draws and says. */
export function secantModel({ curve: id, scheme: chosenId, x: wanted, h }: State): SecantModel {
  const curve = curveOf(id);
  const x = Math.min(curve.x[1], Math.max(curve.x[0], wanted));
  const value = curve.f(x);
  const slopes = DIFFERENCES.map((id) => slopeOf(curve, id, x, h));
  const chosen = slopes.find((slope) => slope.id === chosenId)!;
  const rounding = roundingOf(curve, chosen, x, h);
  const chords = chordsOf(curve, chosen, x, h).filter((chord) => Number.isFinite(chord.slope));
  const single = chosen.id !== 'five-point' && chords.length > 0;
  const collapsed = rounding.taken === 0 && (chosen.id === 'forward' || rounding.takenLeft === 0);
  const regime = (): Regime => {
    if (collapsed) return 'collapsed';
    if (chosen.error <= EXPLAINED * chosen.roundOff) return rounding.digitsLost < FEW_DIGITS ? 'exact' : 'round-off';
    return chosen.error <= BALANCED * chosen.roundOff ? 'balance' : 'truncation';
  };
  return {
    curve,
    x,
    h,
    value,
    exact: curve.derivative(x),
    slopes,
    chosen,
    points: chosen.offsets.map((t) => [x + t * h, curve.f(x + t * h)]),
    chords: single ? [] : chords,
    line: { slope: chosen.slope, through: single ? chords[0].through : [x, value] },
    rounding,
    regime: regime(),
  };
}
