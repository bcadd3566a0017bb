import { checkDirections } from '../../checker/directions/check-directions.ts';
import { diagnoseGradient } from '../../checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '../../checker/textbook/gradient-check.ts';
import { type Exercise, TEXTBOOK, VERDICTS } from './exercise.ts';

const sumOfSquares = (w: number[]): number => w.reduce((sum, v) => sum + v * v, 0);

/** torch.autograd.gradcheck: |analytic - numeric| <= atol + rtol |numeric|, with its defaults. */
const TORCH = { absolute: 1e-5, relative: 1e-3 };
const accepts = (analytic: number, numeric: number): boolean =>
  Math.abs(analytic - numeric) <= TORCH.absolute + TORCH.relative * Math.abs(numeric);

export const PRACTICE: readonly Exercise[] = [
  {
    id: 'network-1',
    chapter: 'neural-network',
    kind: 'line',
    title: 'One neuron, one bug',
    question: ['A single neuron with its backward pass. Which line has to change?'],
    code: [
      'const forward = ({ w, b, v }) => {',
      '  const hidden = Math.tanh(w * 0.8 + b);',
      '  return { hidden, output: v * hidden };',
      '};',
      'const loss = (p) => (forward(p).output - 1) ** 2;',
      'const gradient = (p) => {',
      '  const { hidden, output } = forward(p);',
      '  const dOutput = 2 * (output - 1);',
      '  const dHidden = dOutput * p.v;',
      '  const dInner = dHidden * (1 - hidden);',
      '  return { w: dInner * 0.8, b: dInner, v: dOutput * hidden };',
      '};',
    ],
    tail: 'const x = { w: 0.5, b: -0.2, v: 1.5 };',
    answer: 9,
    mended: '  const dInner = dHidden * (1 - hidden ** 2);',
    hints: [
      'The derivative with respect to `v` is right, those with respect to `w` and `b` are wrong. What lies between them?',
    ],
    solution: ['The derivative of `tanh` is `1 - tanh^2`. The square is missing.'],
  },
  {
    id: 'network-2',
    chapter: 'neural-network',
    kind: 'gradient',
    title: 'The logistic loss',
    question: ['Write the derivative of the logistic loss with respect to the logit `z`.'],
    formula: 'log(1 + exp(-z))',
    range: [-3, 3],
    answer: '-1/(1 + exp(z))',
    slip: '1/(1 + exp(-z))',
    hints: ['The chain rule gives `-exp(-z) / (1 + exp(-z))`.', 'Multiply above and below by `exp(z)`.'],
    solution: ['`-1/(1 + exp(z))`. The tempting mistake is the logistic function itself, which looks much the same.'],
  },
  {
    id: 'at-scale-1',
    chapter: 'at-scale',
    kind: 'choice',
    title: 'One of five thousand',
    question: [
      'The loss is half the sum of the squares of 5000 elements, and one element of the gradient has the wrong sign. What does the check along random directions say, with its default of 200 evaluations?',
    ],
    options: VERDICTS,
    answer: 'fail',
    run: () => {
      const x = Array.from({ length: 5000 }, (_, i) => Math.sin(i + 1));
      return checkDirections(
        (w: number[]) => sumOfSquares(w) / 2,
        (w) => w.map((v, i) => (i === 3210 ? -v : v)),
        x,
      ).verdict;
    },
    hints: ['Every direction moves every element. Is the error of one of them visible in the sum?'],
    solution: [
      'It is: the error adds to every directional derivative, and is far above its error bar. Then the search halves the elements until it has found the one.',
    ],
  },
  {
    id: 'at-scale-2',
    chapter: 'at-scale',
    kind: 'gradient',
    title: 'All elements in one go',
    question: ['Here `w` has eight elements. Write the gradient as one vector; `.^` raises each element to a power.'],
    formula: 'sum(w.^3)/3',
    lengths: { w: 8 },
    range: [-2, 2],
    answer: 'w.^2',
    slip: 'w.^2/3',
    hints: ['Each element of `w` is in one term alone.'],
    solution: ['`w.^2`: the 3 of the power and the third cancel.'],
  },
  {
    id: 'beyond-1',
    chapter: 'beyond-finite-differences',
    kind: 'step',
    title: 'With half the evaluations',
    question: ['Choose a step for the *forward* difference of this function at `x = 1`.'],
    formula: 'exp(x)',
    at: { x: 1 },
    scheme: 'forward',
    answer: 1.5e-8,
    slip: 1e-5,
    hints: ['The truncation of the forward difference falls with `h`, not with its square.'],
    solution: [
      'It is best near the square root of the precision, `1.5e-8`, which is what SciPy takes. At `1e-5` the truncation is far above that.',
    ],
  },
  {
    id: 'beyond-2',
    chapter: 'beyond-finite-differences',
    kind: 'choice',
    title: 'Small enough to pass',
    question: [
      'The numeric derivative is `8e-6`, the hand-written one is 0. Does PyTorch’s `gradcheck` accept it, with its default tolerances?',
    ],
    options: ['yes', 'no'],
    answer: 'yes',
    run: () => (accepts(0, 8e-6) ? 'yes' : 'no'),
    hints: ['It compares with an absolute tolerance plus a relative one.'],
    solution: [
      'The absolute tolerance is `1e-5`, so an element of that size may as well be 0. With the wrong sign it would pass up to half of it only: the difference is twice as large.',
    ],
  },
  {
    id: 'training-1',
    chapter: 'checked-training',
    kind: 'choice',
    title: 'It trains, so it is right?',
    question: [
      'Somebody returns 1.1 times the right gradient. The loss falls all the same, a little faster. What does the textbook check say?',
    ],
    options: TEXTBOOK,
    answer: 'FAIL',
    run: () => gradientCheck(sumOfSquares, (w) => w.map((v) => 2.2 * v), [1.5, -2.3]).status,
    hints: ['The relative error is the length of the difference divided by the sum of the lengths.'],
    solution: [
      'The relative error is `0.1 / 2.1`, thousands of times above the threshold. A constant factor acts like another learning rate, so no loss curve shows it.',
    ],
  },
  {
    id: 'training-2',
    chapter: 'checked-training',
    kind: 'gradient',
    title: 'Fit a line',
    question: [
      'The mean squared error of the line `a*x + b` over the points `(1, 2)` and `(3, 1)`. Write its gradient.',
    ],
    formula: '((a + b - 2)^2 + (3*a + b - 1)^2)/2',
    range: [-2, 2],
    answer: '(a + b - 2) + 3*(3*a + b - 1); (a + b - 2) + (3*a + b - 1)',
    slip: '2*(a + b - 2) + 6*(3*a + b - 1); 2*(a + b - 2) + 2*(3*a + b - 1)',
    hints: [
      'The 2 of the squares and the 2 of the mean cancel.',
      'With respect to `a`, the second residual has an inner derivative of 3.',
    ],
    solution: ['By `a`: `(a + b - 2) + 3*(3*a + b - 1)`. By `b`: `(a + b - 2) + (3*a + b - 1)`.'],
  },
  {
    id: 'rules-1',
    chapter: 'rules',
    kind: 'choice',
    title: 'Far from the origin',
    question: [
      'The loss is `x^2` at `x = 20000000`, and the gradient `2*x` is right. What does the textbook check say, with its step of `1e-5`?',
    ],
    options: TEXTBOOK,
    answer: 'FAIL',
    run: () =>
      gradientCheck(
        (x: number) => x * x,
        (x) => 2 * x,
        2e7,
      ).status,
    hints: ['How far apart are two neighbouring doubles there?'],
    solution: [
      'They are about `4e-9` apart, so the step of `1e-5` is itself rounded in its fourth digit, and the slope with it: a right gradient is rejected. A rule about `h` is a rule about the scale of `x` as well.',
    ],
  },
  {
    id: 'rules-2',
    chapter: 'rules',
    kind: 'choice',
    title: 'The same, with error bars',
    question: ['The same loss, gradient and point. What does the production check say?'],
    options: VERDICTS,
    answer: 'pass',
    run: () =>
      diagnoseGradient(
        (x: number) => x * x,
        (x) => 2 * x,
        2e7,
      ).verdict,
    hints: ['Its steps follow the size of `x`.'],
    solution: ['With a step of the size of `x` the slope is measured well, and the gradient agrees with it.'],
  },
];
