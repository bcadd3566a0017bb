/** Exercises of the chapters on many outputs and on second derivatives. */
import { diagnoseJacobian } from '../../checker/layers/diagnose-jacobian.ts';
import { taylorTest } from '../../checker/layers/taylor-test.ts';
import { type Exercise, VERDICTS } from './exercise.ts';

/** Probabilities of three logits, and the backward pass in which the temperature of ½ is forgotten. */
const probabilities = (x: readonly number[]): number[] => {
  const powers = x.map((z) => Math.exp(2 * z));
  const total = powers.reduce((sum, p) => sum + p, 0);
  return powers.map((p) => p / total);
};
const LOGITS = [0.3, -0.5, 0.8];

/** vᵀJ of the softmax at temperature ½: twice what the wrong backward pass gives. */
const missed = (v: readonly number[]): number[] => {
  const p = probabilities(LOGITS);
  const mean = p.reduce((sum, each, i) => sum + each * v[i], 0);
  return p.map((each, i) => each * (v[i] - mean));
};

export const valley = ([a, b]: readonly number[]): number => a * a * b + b ** 3;
export const POINT = [1.5, 0.5];

/** The residuals of a line through points that lie on it. */
const onTheLine = (x: number[]): number[] => [x[0] * x[1] - 6, x[0] - 2, x[1] - 3];

export const LAYERS: readonly Exercise[] = [
  {
    id: 'layers-1',
    chapter: 'layers',
    kind: 'vector',
    title: 'Blind, but not with ones',
    question: [
      'A softmax of three logits, whose backward pass forgets the temperature, so that every slope comes out at half its value. Find a `v` that does *not* consist of ones, and with which the check sees nothing all the same.',
    ],
    name: 'v',
    length: 3,
    lacks: (v) => {
      if (v.every((each) => each === 1)) return 'Those are ones. There are others.';
      if (v.every((each) => each === 0)) return 'With zeros nothing is checked at all. There are others.';
      const seen = Math.max(...missed(v).map(Math.abs));
      return seen <= 1e-12 * Math.max(...v.map(Math.abs))
        ? undefined
        : `With this v the two differ by ${seen.toPrecision(2)}: it sees the bug.`;
    },
    answer: [2, 2, 2],
    slip: [1, -1, 0],
    hints: ['The three probabilities add up to 1. What does that say about a sum with equal weights?'],
    solution: [
      'Any `v` whose three elements are equal: `2, 2, 2` as well as `-0.7, -0.7, -0.7`. A random `v` has equal elements with probability 0.',
    ],
  },
  {
    id: 'layers-2',
    chapter: 'layers',
    kind: 'gradient',
    title: 'Two outputs, one gradient',
    question: [
      'A layer has the outputs `tanh(2*a + b)` and `a*b^2`, and gets `v = (0.7, -1.3)` from above. Write what its backward pass has to return: the slopes by `a` and by `b`.',
    ],
    formula: '0.7*tanh(2*a + b) - 1.3*a*b^2',
    range: [-1, 1],
    answer: '1.4*sech(2*a + b)^2 - 1.3*b^2; 0.7*sech(2*a + b)^2 - 2.6*a*b',
    slip: '2*sech(2*a + b)^2 + b^2; sech(2*a + b)^2 + 2*a*b',
    hints: [
      'Multiply each output by its own element of `v`, add, and differentiate.',
      '`tanh` has the slope `sech^2`.',
    ],
    solution: [
      '`1.4*sech(2*a + b)^2 - 1.3*b^2` and `0.7*sech(2*a + b)^2 - 2.6*a*b`. Without `v` it would be right for ones alone.',
    ],
  },
  {
    id: 'layers-3',
    chapter: 'layers',
    kind: 'line',
    title: 'Scaled and shifted',
    question: ['Two samples, scaled by `g` and shifted by `b`. One line of the backward pass is wrong.'],
    code: [
      'const samples = [0.5, -1.5];',
      'const v = [0.8, -0.3];',
      'const forward = ({ g, b }) => samples.map((s) => g * s + b);',
      'const backward = ({ g, b }, v) => {',
      '  const dg = v[0] * samples[0] + v[1] * samples[1];',
      '  const db = v[0];',
      '  return { g: dg, b: db };',
      '};',
    ],
    tail: `const x = { g: 1.2, b: 0.4 };
const loss = (p) => forward(p).reduce((sum, y, i) => sum + v[i] * y, 0);
const gradient = (p) => backward(p, v);`,
    answer: 5,
    mended: '  const db = v[0] + v[1];',
    hints: ['`b` is added to both samples. What comes back from the second?'],
    solution: ['What was stretched over the batch on the way forward is summed over it on the way back.'],
  },
  {
    id: 'without-threshold-1',
    chapter: 'without-threshold',
    kind: 'vector',
    title: 'Where the Taylor test is blind',
    question: [
      'The loss is `a^2*b + b^3`, at `a = 1.5`, `b = 0.5`. Somebody’s gradient is right by `a`, and lacks the `3*b^2` by `b`. Find a direction `u`, not zero, along which the Taylor test passes it.',
    ],
    name: 'u',
    length: 2,
    lacks: (u) => {
      if (u.every((each) => each === 0)) return 'A direction of zeros leads nowhere.';
      const { slopes, verdict } = taylorTest(
        (x: number[]) => valley(x),
        ([a, b]: number[]) => [2 * a * b, a * a],
        POINT,
        { direction: [...u] },
      );
      return verdict === 'pass'
        ? undefined
        : `Along this u the remainder falls with the power ${slopes[1].toFixed(2)}: the test sees it.`;
    },
    answer: [1, 0],
    slip: [1, 1],
    hints: ['One direction sees the error of the gradient along itself, and nothing at right angles to it.'],
    solution: [
      'Any `u` whose second element is 0: `1, 0`. The error is in `b` alone, so a direction that leaves `b` where it is cannot see it. Random directions, and more than one, are the cure.',
    ],
  },
  {
    id: 'without-threshold-2',
    chapter: 'without-threshold',
    kind: 'choice',
    title: 'Read a slope',
    question: [
      'You halve the step four times. The remainder after the gradient falls from `0.08` to `0.005`. What do you say?',
    ],
    options: ['The gradient is right', 'The gradient is wrong', 'The Hessian is wrong'],
    answer: 'The gradient is wrong',
    run: () => (Math.log2(0.08 / 0.005) / 4 < 1.5 ? 'The gradient is wrong' : 'The gradient is right'),
    hints: ['By which factor did it fall, in four halvings? Which power of `h` is that?'],
    solution: [
      'It fell by a factor of 16 in four halvings: by 2 in each, so with the first power of `h`. With a right gradient it would have been a factor of 4 each time, 256 in all.',
    ],
  },
  {
    id: 'second-derivatives-1',
    chapter: 'second-derivatives',
    kind: 'gradient',
    title: 'A product with the Hessian',
    question: [
      'The loss is `x^2*y + y^3`, and `u = (1, 2)`. Its slope along `u` is the formula below. Write the product of the Hessian with `u`: the gradient of that slope.',
    ],
    formula: '2*x*y + 2*(x^2 + 3*y^2)',
    range: [-2, 2],
    answer: '2*y + 4*x; 2*x + 12*y',
    slip: '2*y; 2*x + 6*y',
    hints: ['Differentiate it by `x` and by `y`, as any other function.'],
    solution: ['`2*y + 4*x` and `2*x + 12*y`. No Hessian was written down: two gradients in a row are enough.'],
  },
  {
    id: 'second-derivatives-2',
    chapter: 'second-derivatives',
    kind: 'choice',
    title: 'At a perfect fit',
    question: [
      'Three residuals, `x*y - 6`, `x - 2` and `y - 3`, are all 0 at `x = 2`, `y = 3`. Somebody returns the Gauss–Newton matrix as the Hessian of half their sum of squares. What does the check say at this point?',
    ],
    options: VERDICTS,
    answer: 'pass',
    run: () =>
      diagnoseJacobian(
        (x: number[]) => {
          const [p, q, r] = onTheLine(x);
          return [p * x[1] + q, p * x[0] + r];
        },
        ([x, y]: number[]) => [
          [y * y + 1, x * y],
          [x * y, x * x + 1],
        ],
        [2, 3],
        { symmetric: true },
      ).verdict,
    hints: ['What Gauss–Newton leaves out is multiplied by the residuals.'],
    solution: [
      'It passes, and rightly so: at this point the two are equal. Check away from the minimum, where the residuals are not 0.',
    ],
  },
];
