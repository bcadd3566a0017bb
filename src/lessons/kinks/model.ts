/** The figure of false alarms: what is checked in; f at the scale of h, and slopes against h, out. */
import { type DifferenceScheme, SCHEMES } from '@/checker/textbook/schemes.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { type Lens, lensOf } from '../differences/lens.ts';
import { PIECES, type PieceId } from './pieces.ts';
import { type Side, SUBJECTS, type Subject, type Tab } from './subjects.ts';

export const LIMITS = {
  h: { min: 1e-15, max: 1 },
  distance: { min: 1e-12, max: 1 },
  noise: { min: 1e-15, max: 1 },
  gap: { min: 1e-12, max: 1 },
  offset: { min: 1, max: 1e17 },
} as const;

/** How much too large the planted wrong gradient is. */
export const WRONG_FACTOR = 1.1;

export const fields = {
  tab: choiceField<Tab>('kink', ['kink', 'noise', 'float32', 'domain', 'offset']),
  piece: choiceField<PieceId>(
    'relu',
    PIECES.map(({ id }) => id),
  ),
  side: choiceField<Side>('right', ['left', 'at', 'right']),
  distance: numberField(1e-6, LIMITS.distance),
  noise: numberField(1e-4, LIMITS.noise),
  precision: choiceField<'float32' | 'float64'>('float32', ['float32', 'float64']),
  edge: choiceField<'root' | 'logarithm'>('root', ['root', 'logarithm']),
  gap: numberField(4e-6, LIMITS.gap),
  offset: {
    ...numberField(1e10, LIMITS.offset),
    write: (value: number) => String(value).replace(/0{5,}$/, (zeros) => `e${zeros.length}`),
  },
  gradient: choiceField<'right' | 'wrong'>('right', ['right', 'wrong']),
  h: numberField(1e-5, LIMITS.h),
};

export type State = StateOf<typeof fields>;

/** Slopes by steps to the right, to the left and both ways. */
export interface Slopes {
  readonly step: number;
  readonly right: number;
  readonly left: number;
  readonly central: number;
}

export interface KinksModel {
  readonly subject: Subject;
  readonly h: number;
  /** The gradient under test at x: right, or with a bug planted. */
  readonly analytic: number;
  readonly sweep: readonly Slopes[];
  readonly here: Slopes;
  readonly lens: Lens;
  /** Steps of this size or more reach the kink, or leave the domain; none where there is no such place. */
  readonly reach?: number;
}

const STEPS_PER_DECADE = 4;
const STEPS: readonly number[] = Array.from({ length: 15 * STEPS_PER_DECADE + 1 }, (_, i) =>
  Number((10 ** (i / STEPS_PER_DECADE - 15)).toPrecision(6)),
);

function slopesAt(f: (x: number) => number, x: number, step: number): Slopes {
  const slope = ({ offsets, weights, divisor }: DifferenceScheme) =>
    offsets.reduce((sum, t, i) => sum + weights[i] * f(x + t * step), 0) / (divisor * step);
  return { step, right: slope(SCHEMES.forward), left: (f(x) - f(x - step)) / step, central: slope(SCHEMES.central) };
}

/** The right gradient, or the same with a bug planted. */
export function gradientUnderTest(state: State): (x: number) => number {
  const { gradient } = SUBJECTS[state.tab](state);
  return state.gradient === 'wrong' ? (x) => WRONG_FACTOR * gradient(x) : gradient;
}

/** Everything the figure draws. */
export function kinksModel(state: State): KinksModel {
  const subject = SUBJECTS[state.tab](state);
  const { loss, x, trouble } = subject;
  const f = loss();
  return {
    subject,
    h: state.h,
    analytic: gradientUnderTest(state)(x),
    sweep: STEPS.map((step) => slopesAt(f, x, step)),
    here: slopesAt(f, x, state.h),
    lens: lensOf(loss(), x, state.h),
    ...(trouble && { reach: Math.abs(trouble.at - x) }),
  };
}
