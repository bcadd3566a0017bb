/** The secant figure: a curve, a point and a step in; slopes, errors and orders out. */
import { type DifferenceScheme, SCHEMES } from '@/checker/textbook/schemes.ts';
import type { Scheme } from '@/checker/types.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { CURVES, type Curve, type CurveId, curveOf } from './curves.ts';
import { type Fit, fitOrder, type SweepPoint } from './order.ts';

export const SMALLEST_STEP = 1e-16;
export const LARGEST_STEP = 1;

export const fields = {
  curve: choiceField<CurveId>(
    'sine',
    CURVES.map(({ id }) => id),
  ),
  scheme: choiceField<Scheme>('forward', ['forward', 'central', 'five-point']),
  x: numberField(0.6, { min: -4, max: 4 }),
  h: numberField(0.8, { min: SMALLEST_STEP, max: LARGEST_STEP }),
};

export type State = StateOf<typeof fields>;

export const SCHEME_ORDER: readonly Scheme[] = ['forward', 'central', 'five-point'];

export interface Slope extends DifferenceScheme {
  readonly id: Scheme;
  readonly slope: number;
  readonly error: number;
  readonly roundOff: number;
  readonly sweep: readonly SweepPoint[];
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
  readonly slopes: readonly Slope[];
  readonly chosen: Slope;
  /** The points of the curve that the chosen scheme looks at. */
  readonly points: readonly (readonly [number, number])[];
  /** Lines through points of the curve; none beside `line` but for the five-point scheme, which blends two. */
  readonly chords: readonly Straight[];
  readonly line: Straight;
  readonly rounding: Rounding;
  readonly regime: Regime;
}

const STEPS_PER_DECADE = 4;
const STEPS: readonly number[] = Array.from({ length: 16 * STEPS_PER_DECADE + 1 }, (_, i) =>
  Number((10 ** (i / STEPS_PER_DECADE - 16)).toPrecision(6)),
);
/** Below this multiple of the rounding bound an error is round-off; up to ten times as much it is both. */
const EXPLAINED = 2;
const BALANCED = 20;
/** With so few digits lost, an error of the size of rounding means that there is no truncation error. */
const FEW_DIGITS = 2;

/**
 * The quotient of a scheme, as the checker computes it. The checker itself refuses a step that is lost beside x; here
 * the reader is to see what such a step would give.
 */
function difference({ f }: Curve, { offsets, weights, divisor }: DifferenceScheme, x: number, h: number): number {
  return offsets.reduce((sum, t, i) => sum + weights[i] * f(x + t * h), 0) / (divisor * h);
}

/** A bound, not an estimate: every f and every sample point off by one rounding, all in the worst direction. */
function roundOffOf(curve: Curve, { offsets, weights, divisor }: DifferenceScheme, x: number, h: number): number {
  const shift = Math.abs(curve.derivative(x) * x);
  const sum = offsets.reduce((total, t, i) => total + Math.abs(weights[i]) * (Math.abs(curve.f(x + t * h)) + shift), 0);
  return (Number.EPSILON * sum) / (divisor * h);
}

function slopeAt(curve: Curve, scheme: DifferenceScheme, x: number, step: number) {
  const slope = difference(curve, scheme, x, step);
  return { step, slope, error: Math.abs(slope - curve.derivative(x)), roundOff: roundOffOf(curve, scheme, x, step) };
}

function slopeOf(curve: Curve, id: Scheme, x: number, h: number): Slope {
  const scheme = SCHEMES[id];
  const sweep = STEPS.map((step) => slopeAt(curve, scheme, x, step));
  const here = slopeAt(curve, scheme, x, h);
  const halved = slopeAt(curve, scheme, x, h / 2).error / here.error;
  return { id, ...scheme, ...here, halved, sweep, fit: fitOrder(sweep, curve.scale) };
}

function gapAt(x: number): number {
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(x))));
  return x === 0 ? Number.MIN_VALUE : 2 ** (exponent - 52);
}

function roundingOf({ f }: Curve, { offsets }: DifferenceScheme, x: number, h: number): Rounding {
  const right = f(x + h);
  const left = f(offsets.includes(0) ? x : x - h);
  const share = Math.abs(right - left) / Math.max(Math.abs(right), Math.abs(left));
  return {
    taken: x + h - x,
    takenLeft: x - (x - h),
    gap: gapAt(x),
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
  const slopes = SCHEME_ORDER.map((id) => slopeOf(curve, id, x, h));
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
