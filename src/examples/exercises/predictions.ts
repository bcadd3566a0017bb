/** Exercises that ask for numbers with a property: an error foretold, a bug hidden, a better value from two. */

import { diagnoseGradient } from '../../checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '../../checker/textbook/gradient-check.ts';
import { numericalGradient } from '../../checker/textbook/numerical-gradient.ts';
import { dot } from '../programs/matrix.ts';
import type { Exercise } from './exercise.ts';
import { POINT, valley } from './layers.ts';
import { lopsided } from './misleads.ts';

const threefold = gradientCheck(
  (w: number[]) => dot(w, w),
  (w) => w.map((each) => 6 * each),
  [1.5, -2.3],
).relativeError;

/** The errors of a central difference at one step, and what becomes of them at another. */
const ARMS = { step: 1e-3, truncation: 3e-7, rounding: 4e-14 };
const armsAt = (h: number) => ({
  truncation: ARMS.truncation * (h / ARMS.step) ** 2,
  rounding: (ARMS.rounding * ARMS.step) / h,
});

/** The Hessian of the valley at the point, without what stands off the diagonal. */
const DIAGONAL = [1, 3];
const bend = (u: readonly number[]): number => {
  const h = 1e-4;
  const at = (t: number) => valley(POINT.map((each, i) => each + t * u[i]));
  return (at(h) - 2 * at(0) + at(-h)) / (h * h);
};

const SIGNS = [1, -1, 1, 1];

const hidden = (x: number): number => Math.exp(Math.sin(x));
const PLACE = 1.2;
const STEPS = [0.1, 0.05];
const SLOPES = STEPS.map((step) => numericalGradient(hidden, PLACE, { step }));
const TRUE_SLOPE = Math.cos(PLACE) * hidden(PLACE);

const bowl = ([a, b]: number[]): number => (a * a + b * b) / 2;
const START = [3, 4];

export const PREDICTIONS: readonly Exercise[] = [
  {
    id: 'three-checks-3',
    chapter: 'three-checks',
    kind: 'vector',
    title: 'Predict the error',
    question: [
      'Somebody returns three times the right gradient. Which relative error does the textbook check print? Two digits will do.',
    ],
    name: 'error',
    length: 1,
    lacks: ([error]) =>
      Math.abs(error - threefold) <= 0.005
        ? undefined
        : 'That is not what it prints. How long is the difference, and how long are both together?',
    answer: [0.5],
    slip: [2],
    hints: ['If the right gradient has length 1, the other one has length 3.'],
    solution: ['The difference has length 2, both lengths together are 4: it prints 5.00e-01.'],
  },
  {
    id: 'choosing-h-3',
    chapter: 'choosing-h',
    kind: 'vector',
    title: 'Where the arms meet',
    question: [
      'At `h = 0.001` a central difference is off by `3e-7` because of truncation, and by `4e-14` because of rounding. At which `h` are the two equally large?',
    ],
    name: 'h',
    length: 1,
    lacks: ([h]) => {
      if (!(h > 0)) return 'A step is a positive number.';
      const { truncation, rounding } = armsAt(h);
      if (Math.abs(Math.log(truncation / rounding)) <= 0.3) return undefined;
      const larger = truncation > rounding ? 'Truncation' : 'Rounding';
      const times = Math.max(truncation, rounding) / Math.min(truncation, rounding);
      return `${larger} is still ${times.toPrecision(2)} times the other there.`;
    },
    answer: [5.1e-6],
    slip: [1e-3],
    hints: [
      'Make the step ten times smaller: by how much does each of the two change?',
      'Their ratio goes with the cube of the step.',
    ],
    solution: [
      'The ratio is `3e-7/4e-14 = 7.5e6`, and goes with the cube of `h`. The cube root of `7.5e6` is 196, so `h` is `0.001/196`, about `5.1e-6`. The best step is a little smaller still: there rounding is twice truncation.',
    ],
  },
  {
    id: 'thresholds-3',
    chapter: 'thresholds',
    kind: 'vector',
    title: 'Hide a bug',
    question: [
      'The same loss once more, `1000*(a^2 + b^2) + 0.001*bias` at `(1.5, -2.3, 0.4)`. Return a derivative with respect to the bias that has the wrong sign, is at least ten times too large, and still passes the textbook check, with its one norm and its threshold of `1e-5`.',
    ],
    name: 'slope',
    length: 1,
    lacks: ([slope]) => {
      if (!(slope <= -0.01)) return 'The true slope is 0.001. Yours should be -0.01 or below.';
      const gradient = ([a, b]: number[]) => [2000 * a, 2000 * b, slope];
      const { status, relativeError } = gradientCheck(lopsided, gradient, [1.5, -2.3, 0.4]);
      if (status === 'FAIL') return `The check prints ${relativeError.toExponential(1)}, and fails.`;
      const { verdict } = diagnoseGradient(lopsided, gradient, [1.5, -2.3, 0.4]);
      return verdict === 'fail' ? undefined : 'This is so near to the truth that nothing can tell.';
    },
    answer: [-0.05],
    slip: [-1],
    hints: ['The whole gradient is about 5500 long. What is `1e-5` of twice that?'],
    solution: [
      'Anything from `-0.01` to about `-0.1`. Twice the length of the gradient is about 11,000, so an error of up to `0.11` passes, a hundred times the slope itself. Element by element it is found at once.',
    ],
  },
  {
    id: 'second-derivatives-3',
    chapter: 'second-derivatives',
    kind: 'vector',
    title: 'Predict a miss',
    question: [
      'The loss is `a^2*b + b^3`, at `a = 1.5`, `b = 0.5`. Somebody’s Hessian has the right numbers on its diagonal and zeros beside it. A test that looks at the bend of the loss along one direction `u` compares `u·Hu` with a second difference. Find a `u`, not zero, for which it passes.',
    ],
    name: 'u',
    length: 2,
    lacks: (u) => {
      const length = Math.hypot(...u);
      if (length === 0) return 'A direction of zeros leads nowhere.';
      const unit = u.map((each) => each / length);
      const [measured, claimed] = [
        bend(unit),
        dot(
          unit,
          unit.map((each, i) => DIAGONAL[i] * each),
        ),
      ];
      return Math.abs(measured - claimed) <= 1e-4 * Math.abs(measured)
        ? undefined
        : `Along this u the loss bends by ${measured.toPrecision(3)}, and this Hessian says ${claimed.toPrecision(3)}.`;
    },
    answer: [0, 1],
    slip: [1, 1],
    hints: ['What is missing is multiplied by `u0*u1`.'],
    solution: [
      'Any `u` along one axis: `1, 0` or `0, 1`. The product `Hu`, compared as a vector, shows the bug even there. So compare the vectors, or take random directions.',
    ],
  },
  {
    id: 'at-scale-3',
    chapter: 'at-scale',
    kind: 'vector',
    title: 'Out of one direction’s sight',
    question: [
      'A check moves all four elements at once, along `u = (1, -1, 1, 1)`. Let `d` be the analytic gradient minus the true one. Find a `d` with exactly two elements that are not zero, of which this check sees nothing.',
    ],
    name: 'd',
    length: 4,
    lacks: (d) => {
      if (d.filter((each) => each !== 0).length !== 2) return 'Exactly two elements should not be zero.';
      const seen = dot(d, SIGNS);
      return Math.abs(seen) <= 1e-12 * Math.hypot(...d) ? undefined : `It sees a difference of ${seen.toPrecision(2)}.`;
    },
    answer: [1, 1, 0, 0],
    slip: [1, -1, 0, 0],
    hints: ['All that this check sees is `d·u`.'],
    solution: [
      'For example `1, 1, 0, 0`: `1 - 1 = 0`. With signs drawn at random, two errors of the same size hide behind one direction half of the time, behind ten directions once in a thousand.',
    ],
  },
  {
    id: 'beyond-3',
    chapter: 'beyond-finite-differences',
    kind: 'vector',
    title: 'Use Richardson',
    question: [
      'Below are two central differences of a function that you cannot see. Make of them one value that is at least a hundred times closer to the slope than the better of the two. Give eight digits.',
    ],
    shown: () => STEPS.map((step, i) => `D(${step}) = ${SLOPES[i].toFixed(10)}`),
    name: 'slope',
    length: 1,
    lacks: ([slope]) => {
      const gained = Math.abs(SLOPES[1] - TRUE_SLOPE) / Math.abs(slope - TRUE_SLOPE);
      return gained >= 100
        ? undefined
        : `This is ${gained < 1 ? 'not closer than' : `only ${gained.toPrecision(2)} times as close as`} the better of the two.`;
    },
    answer: [Number(((4 * SLOPES[1] - SLOPES[0]) / 3).toFixed(8))],
    slip: [(SLOPES[0] + SLOPES[1]) / 2],
    hints: ['At half the step the error is a quarter. So a third of the change is still to come.'],
    solution: ['`(4*D(0.05) - D(0.1))/3`. The terms in the square of the step cancel.'],
  },
  {
    id: 'training-3',
    chapter: 'checked-training',
    kind: 'vector',
    title: 'Wrong, and downhill',
    question: [
      'The loss is `(a^2 + b^2)/2` at `(3, 4)`. Hand back a gradient of which the textbook check prints an error above `0.9`, and with which a short enough step against it still lowers the loss.',
    ],
    name: 'gradient',
    length: 2,
    lacks: (g) => {
      const { relativeError } = gradientCheck(bowl, () => [...g], START);
      if (!(relativeError > 0.9)) return `The check prints ${relativeError.toFixed(2)} only.`;
      const short = 1e-6 / Math.hypot(...g);
      return bowl(START.map((each, i) => each - short * g[i])) < bowl(START)
        ? undefined
        : 'A step against it goes uphill, or nowhere.';
    },
    answer: [300, 0],
    slip: [-300, 0],
    hints: ['What decides about downhill is the sign of `g·(3, 4)` alone, not the length of `g`.'],
    solution: [
      'Any very long or very short vector that makes an acute angle with `(3, 4)`: `300, 0` or `0, 0.01`. A falling loss says that the angle is acute, and nothing else.',
    ],
  },
];
