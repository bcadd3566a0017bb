/** Exercises on losses behind solvers and on parameters that are not free. */

import { taylorTest } from '../../checker/layers/taylor-test.ts';
import { gradientCheck } from '../../checker/textbook/gradient-check.ts';
import { dot } from '../programs/matrix.ts';
import { type Exercise, TEXTBOOK } from './exercise.ts';

const X = [2 / 3, 1 / 3, 2 / 3];
const loss = (x: readonly number[]): number => x[0] ** 2 + x[1] + 2 * x[2];
/** The slope by the third element has the wrong sign. */
const wrong = (x: readonly number[]): number[] => [2 * x[0], 1, -2];

/** The loss along the great circle from X towards a tangent vector of length 1, and its slope as the wrong gradient has it. */
function alongCircle(u: readonly number[]) {
  const at = (t: number) => X.map((x, i) => x * Math.cos(t) + u[i] * Math.sin(t));
  const velocity = (t: number) => X.map((x, i) => u[i] * Math.cos(t) - x * Math.sin(t));
  return { f: (t: number[]) => loss(at(t[0])), slope: (t: number[]) => [dot(wrong(at(t[0])), velocity(t[0]))] };
}

const TOLERANCE = 1e-3;
/** The root of z³ + z = a, found by halving an interval until it is no longer than the tolerance. */
function root(a: number): number {
  let [low, high] = [0, 4];
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (middle ** 3 + middle < a) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export const CONSTRAINTS: readonly Exercise[] = [
  {
    id: 'constraints-1',
    chapter: 'constraints',
    kind: 'gradient',
    title: 'Without the formula',
    question: [
      'The solution `z` of `z^2 + 2*a*z = b` depends on `a` and on `b`. For once there is a formula, which you can see below. Write its two derivatives; the equation gets you there sooner.',
    ],
    formula: '-a + sqrt(a^2 + b)',
    range: [0.5, 2],
    answer: '(a - sqrt(a^2 + b))/sqrt(a^2 + b); 1/(2*sqrt(a^2 + b))',
    slip: '-a + sqrt(a^2 + b); 1/(2*a)',
    hints: ['Differentiate both sides: `(2*z + 2*a)*dz + 2*z*da = db`.', 'And `z + a` is `sqrt(a^2 + b)`.'],
    solution: [
      '`dz/da = -z/(z + a)` and `dz/db = 1/(2*(z + a))`, with `z + a = sqrt(a^2 + b)`. Nothing of the way in which `z` was found is left.',
    ],
  },
  {
    id: 'constraints-2',
    chapter: 'constraints',
    kind: 'choice',
    title: 'On a staircase',
    question: [
      'The loss is `a + z`, where `z^3 + z = a` is solved by bisection to `0.001`. Somebody returns 1, as if `z` did not depend on `a`. What does the textbook check say at `a = 1.3`, with its step of `1e-5`?',
    ],
    options: TEXTBOOK,
    answer: 'PASS',
    run: () =>
      gradientCheck(
        (a: number) => a + root(a),
        () => 1,
        1.3,
      ).status,
    hints: ['By how much does `z` move when `a` moves by `1e-5`? And in which steps can it move?'],
    solution: [
      'Bisection gives one of the fractions that are about `0.001` apart. When `a` moves by `1e-5`, it is mostly the same one. The loss then has the slope 1, and the right gradient, `1 + 1/(3*z^2 + 1)`, is rejected.',
    ],
  },
  {
    id: 'constraints-3',
    chapter: 'constraints',
    kind: 'vector',
    title: 'Predict a miss',
    question: [
      'The loss is `x0^2 + x1 + 2*x2` on the unit sphere, at `x = (2/3, 1/3, 2/3)`. Somebody’s slope by `x2` has the wrong sign, and the others are right. Find a direction `u` in which the point may move on the sphere, and along which the check sees nothing of it.',
    ],
    name: 'u',
    length: 3,
    lacks: (u) => {
      const length = Math.hypot(...u);
      if (length === 0) return 'A direction of zeros leads nowhere.';
      const unit = u.map((each) => each / length);
      if (Math.abs(dot(unit, X)) > 1e-9)
        return `This u leads out of the sphere: u·x is ${dot(u, X).toPrecision(2)}, and should be 0.`;
      const { f, slope } = alongCircle(unit);
      const { verdict } = taylorTest(f, slope, [0], { direction: [1] });
      return verdict === 'pass' ? undefined : 'Along the great circle in this direction the check sees the bug.';
    },
    answer: [1, -2, 0],
    slip: [1, 0, -1],
    hints: [
      'Which element must not move, if the error is to stay out of sight?',
      'And the other two have to keep `u·x` at 0.',
    ],
    solution: [
      'Any multiple of `1, -2, 0`. The third element stays where it is, to first order, and `2/3 - 2/3 = 0`. On a sphere in three dimensions it is the only one; a random direction on the sphere finds the bug.',
    ],
  },
];
