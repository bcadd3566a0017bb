/** The model of the figure of false alarms: from the reader's settings to f at the scale of h, and slopes against h. */
import { workingCopy } from '@/checker/point/copies.ts';
import { flatGradient } from '@/checker/textbook/numerical-gradient.ts';
import type { Scheme } from '@/checker/types.ts';
import { type Lens, lensOf } from '../differences/lens.ts';
import { stepsFrom } from '../differences/schemes.ts';
import type { State } from './state.ts';
import { type KinkSubject, SUBJECTS } from './subjects.ts';

/** How much too large the planted wrong gradient is. */
const WRONG_FACTOR = 1.1;

/** Slopes by steps to the right, to the left and both ways. */
export interface KinkSlopes {
  readonly step: number;
  readonly right: number;
  readonly left: number;
  readonly central: number;
}

export interface KinksModel {
  readonly subject: KinkSubject;
  readonly h: number;
  /** The gradient under test at x: right, or with a bug planted. */
  readonly analytic: number;
  readonly sweep: readonly KinkSlopes[];
  readonly here: KinkSlopes;
  readonly lens: Lens;
  /** Steps of this size or more reach the kink, or leave the domain; none where there is no such place. */
  readonly reach?: number;
}

const STEPS = stepsFrom(-15);

function slopesAt(f: (x: number) => number, x: number, step: number): KinkSlopes {
  const slope = (scheme: Scheme) => flatGradient(f, workingCopy(x), scheme, step)[0];
  return { step, right: slope('forward'), left: (f(x) - f(x - step)) / step, central: slope('central') };
}

/** The right gradient, or the same with a bug planted. */
export function gradientUnderTest(state: State): (x: number) => number {
  const { gradient } = SUBJECTS[state.tab](state);
  return state.gradient === 'wrong' ? (x) => WRONG_FACTOR * gradient(x) : gradient;
}

/**
 * Everything the figure draws.
 *
 * @param samples of f at the scale of the step
 */
export function kinksModel(state: State, samples?: number): KinksModel {
  const subject = SUBJECTS[state.tab](state);
  const { loss, x, trouble } = subject;
  const f = loss();
  return {
    subject,
    h: state.h,
    analytic: gradientUnderTest(state)(x),
    sweep: STEPS.map((step) => slopesAt(f, x, step)),
    here: slopesAt(f, x, state.h),
    lens: lensOf(loss(), x, state.h, samples),
    ...(trouble && { reach: Math.abs(trouble.at - x) }),
  };
}
