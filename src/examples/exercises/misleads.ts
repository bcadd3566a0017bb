import { RELATIVE_FLOOR } from '../../checker/defaults.ts';
import { diagnoseGradient } from '../../checker/elements/diagnose-gradient.ts';
import { judge, verdictOf } from '../../checker/elements/verdicts.ts';
import { gradientCheck } from '../../checker/textbook/gradient-check.ts';
import { numericalGradient } from '../../checker/textbook/numerical-gradient.ts';
import { titleOf } from '../../checker/words/wording.ts';
import { type Exercise, TEXTBOOK, VERDICTS } from './exercise.ts';

/** The weights matter, the bias hardly does. */
export const lopsided = ([a, b, bias]: number[]): number => 1000 * (a * a + b * b) + 1e-3 * bias;
const withoutBias = ([a, b]: number[]): number[] => [2000 * a, 2000 * b, 0];

const regression = (w: number[]): number => {
  const data = (w[0] + 2 * w[1] - 1) ** 2 + (3 * w[0] - w[1] + 2 * w[2]) ** 2 + (w[2] - w[1] + 1) ** 2;
  return data + 0.1 * w.reduce((sum, v) => sum + v * v, 0);
};
const withoutPenalty = (w: number[]): number[] => {
  const [p, q, r] = [w[0] + 2 * w[1] - 1, 3 * w[0] - w[1] + 2 * w[2], w[2] - w[1] + 1];
  return [2 * p + 6 * q, 4 * p - 2 * q - 2 * r, 4 * q + 2 * r];
};

/** The error of (a·D(h) + b·D(3h)) / (a + b) for the exponential. */
function combinedError([a, b]: readonly number[], h: number): number {
  const [near, far] = [h, 3 * h].map((step) => numericalGradient(Math.exp, 0.3, { step }));
  return Math.abs((a * near + b * far) / (a + b) - Math.exp(0.3));
}

export const MISLEADS: readonly Exercise[] = [
  {
    id: 'thresholds-1',
    chapter: 'thresholds',
    kind: 'choice',
    title: 'A bias that nobody misses',
    question: [
      'The loss is `1000*(a^2 + b^2) + 0.001*bias`. Somebody returns 0 for the derivative with respect to the bias; the other two are right. What does the textbook check say at `(1.5, -2.3, 0.4)`, with one norm and a threshold of `1e-5`?',
    ],
    options: TEXTBOOK,
    answer: 'PASS',
    run: () => gradientCheck(lopsided, withoutBias, [1.5, -2.3, 0.4]).status,
    hints: ['How long is the whole gradient, and how long is what is missing?'],
    solution: [
      'The missing piece is `0.001`, the gradient is longer than 5000. The one divided by twice the other is far below the threshold.',
    ],
  },
  {
    id: 'thresholds-2',
    chapter: 'thresholds',
    kind: 'choice',
    title: 'The same bias, element by element',
    question: ['The same loss, gradient and point. What does the production check say?'],
    options: VERDICTS,
    answer: 'fail',
    run: () => diagnoseGradient(lopsided, withoutBias, [1.5, -2.3, 0.4]).verdict,
    hints: ['Each element is compared with its own error bar.'],
    solution: [
      'The derivative with respect to the bias is measured on its own. The error bar of its slope is much smaller than `0.001`, so 0 cannot be explained.',
    ],
  },
  {
    id: 'error-bar-1',
    chapter: 'error-bar',
    kind: 'vector',
    title: 'Three steps in one',
    question: [
      'You have the central differences `D(h)` and `D(3*h)` of a smooth function. Find weights `a` and `b` such that `(a*D(h) + b*D(3*h))/(a + b)` has no error in `h^2` left.',
    ],
    name: 'a, b',
    length: 2,
    lacks: (weights) => {
      const [a, b] = weights;
      if (Math.abs(a + b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)))
        return 'Their sum is 0: nothing can be divided by it.';
      const power = Math.log2(combinedError(weights, 0.1) / combinedError(weights, 0.05));
      return power > 3.5
        ? undefined
        : `The error falls with the power ${power.toFixed(2)} of the step. It should be 4.`;
    },
    answer: [9, -1],
    slip: [4, -1],
    hints: ['How much larger is the term in `h^2` in the error of `D(3*h)` than in that of `D(h)`?'],
    solution: [
      'At three times the step the term in `h^2` is nine times as large. With `9, -1`, or any multiple, it cancels: `9 - 9 = 0`. For half and whole steps the same reasoning gives `4, -1`.',
    ],
  },
  {
    id: 'error-bar-2',
    chapter: 'error-bar',
    kind: 'choice',
    title: 'Five bars away',
    question: [
      'A slope is measured as `0.5`, with an error bar of `2e-6`. The gradient says `0.50001`, is computed in double precision, and has no wobble to speak of. What is the verdict on this element?',
    ],
    options: VERDICTS,
    answer: 'pass',
    run: () => {
      const slope = {
        value: 0.5,
        errorBar: 2e-6,
        step: 1e-2,
        variation: 0.5,
        shape: 'smooth' as const,
        noise: 1e-8,
      };
      const judged = judge(slope, 0, {
        analytic: Float64Array.of(0.50001),
        wobble: Float64Array.of(0),
        floor: RELATIVE_FLOOR,
      });
      return verdictOf(judged, 1, 0.5, false);
    },
    hints: ['How many error bars is the difference?', 'Is the tolerance small beside the slope?'],
    solution: [
      'The difference, `1e-5`, is five error bars. The tolerance is eight of them and a little floor, `1.6e-5` in all: it explains the difference. And it is far below 3 % of the slope, so a wrong gradient would have shown. A pass.',
    ],
  },
  {
    id: 'kinks-1',
    chapter: 'kinks-noise-precision',
    kind: 'gradient',
    title: 'On both sides of the kink',
    question: ['Write the gradient of this function, right for positive and for negative `x`.'],
    formula: 'abs(x)*y^2',
    range: [-2, 2],
    answer: 'sign(x)*y^2; 2*abs(x)*y',
    slip: 'y^2; 2*abs(x)*y',
    hints: ['The slope of `abs(x)` is 1 on the right of zero and -1 on the left. There is a function for that.'],
    solution: ['`sign(x)*y^2; 2*abs(x)*y`. Tested at positive `x` alone, `y^2` would have passed.'],
  },
  {
    id: 'kinks-2',
    chapter: 'kinks-noise-precision',
    kind: 'choice',
    title: 'At the kink itself',
    question: [
      'The loss is `max(0, x)` at `x = 0`, and the gradient returns 3 there. What does the production check say?',
    ],
    options: VERDICTS,
    answer: 'fail',
    run: () =>
      diagnoseGradient(
        (x: number) => Math.max(0, x),
        () => 3,
        0,
      ).verdict,
    hints: ['Which slopes are admissible at the kink?'],
    solution: [
      'The slope is 0 on the left and 1 on the right. Any value between them is a subgradient, and there the check could not say more than *inconclusive*. But 3 lies outside.',
    ],
  },
  {
    id: 'reading-1',
    chapter: 'reading-a-failure',
    kind: 'line',
    title: 'A wrong line',
    question: [
      'The check fails for both elements, and the differences are proportional to `w`. Which line has to change?',
    ],
    code: [
      'const X = [[1, 2], [0.5, -1], [3, 1]];',
      'const y = [1, 0, 2];',
      'const residuals = (w) =>',
      '  X.map((row, i) => row[0] * w[0] + row[1] * w[1] - y[i]);',
      'const loss = (w) =>',
      '  residuals(w).reduce((sum, r) => sum + r * r, 0) / 3',
      '  + 0.1 * (w[0] ** 2 + w[1] ** 2);',
      'const gradient = (w) => w.map((weight, j) => {',
      '  const slopes = residuals(w).map((r, i) => 2 * r * X[i][j]);',
      '  const data = (slopes[0] + slopes[1] + slopes[2]) / 3;',
      '  const penalty = 0.1 * weight;',
      '  return data + penalty;',
      '});',
    ],
    tail: 'const x = [1.5, -2.3];',
    answer: 10,
    mended: '  const penalty = 0.2 * weight;',
    hints: [
      'Which part of the loss has a derivative that is proportional to `w`?',
      'What is the derivative of a square?',
    ],
    solution: ['The penalty `0.1 * w^2` has the derivative `0.2 * w`. Its factor of two is missing.'],
  },
  {
    id: 'reading-2',
    chapter: 'reading-a-failure',
    kind: 'choice',
    title: 'What is it called?',
    question: ['In a report every element is wrong, and `analytic - numeric` is `-0.2*w` in each. Which bug is named?'],
    options: (['missing-l2', 'missing-mean', 'sign', 'transposed'] as const).map(titleOf),
    answer: titleOf('missing-l2'),
    run: () => titleOf(diagnoseGradient(regression, withoutPenalty, [1.5, -2.3, 0.7]).findings[0].kind as 'missing-l2'),
    hints: ['Look for a term of a loss whose gradient is a multiple of the weights themselves.'],
    solution: ['The weight decay is in the loss, and not in the gradient.'],
  },
];
