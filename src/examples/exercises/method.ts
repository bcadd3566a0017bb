import { gradientCheck } from '../../checker/textbook/gradient-check.ts';
import { numericalGradient } from '../../checker/textbook/numerical-gradient.ts';
import { stepSizeSweep } from '../../checker/textbook/step-size-sweep.ts';
import { scientific } from '../../checker/words/scientific.ts';
import type { Exercise } from './exercise.ts';

const zeros = (n: number): number[] => new Array(n).fill(0);

export const METHOD: readonly Exercise[] = [
  {
    id: 'numerical-differentiation-1',
    chapter: 'numerical-differentiation',
    kind: 'gradient',
    title: 'A gradient by hand',
    question: [
      'Write the gradient of this function: first the derivative with respect to `x`, then the one with respect to `y`.',
    ],
    formula: 'x^2*y + y^3',
    range: [-2, 2],
    answer: '2*x*y; x^2 + 3*y^2',
    slip: '2*x*y; x^2 + y^2',
    hints: [
      'For the derivative with respect to `x`, treat `y` as a constant.',
      'Both terms hold `y`, so both have a derivative with respect to `y`.',
    ],
    solution: ['By `x`: `2*x*y`. By `y`: `x^2 + 3*y^2`.'],
  },
  {
    id: 'numerical-differentiation-2',
    chapter: 'numerical-differentiation',
    kind: 'choice',
    title: 'Ten times closer',
    question: [
      'A central difference has an error that is all truncation. You make the step ten times smaller. By what factor does the error fall?',
    ],
    options: ['10', '100', '1000'],
    answer: '100',
    run: () => {
      const [coarse, fine] = stepSizeSweep(Math.sin, Math.cos, 1, { steps: [1e-1, 1e-2] });
      return String(10 ** Math.round(Math.log10(coarse.error / fine.error)));
    },
    hints: ['What is the slope of its line in the plot with two logarithmic axes?'],
    solution: ['The scheme is of order 2: its error goes with the square of the step, and ten squared is a hundred.'],
  },
  {
    id: 'gradient-checker-1',
    chapter: 'gradient-checker',
    kind: 'line',
    title: 'Half of the code is right',
    question: ['This numerical gradient is wrong for every function but a constant one. Which line has to change?'],
    code: [
      'function numericalGradient(f, x, h = 1e-5) {',
      '  const point = [...x];',
      '  return x.map((value, i) => {',
      '    point[i] = value + h;',
      '    const above = f(point);',
      '    point[i] = value - h;',
      '    const below = f(point);',
      '    point[i] = value;',
      '    return (above - below) / h;',
      '  });',
      '}',
    ],
    tail: `const x = [1.5, -2.3];
const loss = (w) => w[0] ** 2 * w[1];
const gradient = (w) => numericalGradient(loss, w);`,
    answer: 8,
    mended: '    return (above - below) / (2 * h);',
    hints: ['How far apart are the two points at which `f` is evaluated?'],
    solution: [
      'They are `2 * h` apart. Divided by `h` alone, every derivative comes out twice as large as it should be.',
    ],
  },
  {
    id: 'gradient-checker-2',
    chapter: 'gradient-checker',
    kind: 'choice',
    title: 'What it costs',
    question: ['How often is `f` evaluated for the central difference of a point with 300 elements?'],
    options: ['300', '301', '600', '1200'],
    answer: '600',
    run: () => {
      let calls = 0;
      numericalGradient((w: number[]) => {
        calls++;
        return w[0];
      }, zeros(300));
      return String(calls);
    },
    hints: ['How many points does one element need?'],
    solution: ['Two for each element. The forward scheme would need one for each, and one at the point itself.'],
  },
  {
    id: 'three-checks-1',
    chapter: 'three-checks',
    kind: 'gradient',
    title: 'Do not forget it this time',
    question: ['Here `w` has three elements. Write the three derivatives.'],
    formula: 'sum(w.^2)/3 + w[0]',
    lengths: { w: 3 },
    range: [-2, 2],
    answer: '2*w[0]/3 + 1; 2*w[1]/3; 2*w[2]/3',
    slip: '2*w[0] + 1; 2*w[1]; 2*w[2]',
    hints: ['A mean has a `1/n`, and so has its gradient.', 'Only the first element, `w[0]`, has a second term.'],
    solution: ['`2*w[0]/3 + 1; 2*w[1]/3; 2*w[2]/3`. Without the thirds it is the second check of this chapter.'],
  },
  {
    id: 'three-checks-2',
    chapter: 'three-checks',
    kind: 'choice',
    title: 'The wrong way',
    question: ['Somebody returns the negative of the right gradient. Which relative error does the check print?'],
    options: ['5.00e-01', '1.00e+00', '2.00e+00'],
    answer: '1.00e+00',
    run: () =>
      scientific(
        gradientCheck(
          (w: number[]) => w[0] ** 2 + w[1] ** 2,
          (w) => w.map((v) => -2 * v),
          [1.5, -2.3],
        ).relativeError,
      ),
    hints: ['How long is the difference of two arrows that point in opposite directions?'],
    solution: [
      'The difference is as long as both arrows together, and that is just what it is divided by. No relative error of this kind can be larger.',
    ],
  },
  {
    id: 'choosing-h-1',
    chapter: 'choosing-h',
    kind: 'step',
    title: 'A fast wave',
    question: ['Choose a step for the central difference of this function at `x = 0.7`.'],
    formula: 'sin(1000*x)',
    at: { x: 0.7 },
    scheme: 'central',
    answer: 1e-8,
    slip: 1e-5,
    hints: ['The third derivative is larger than the function by a factor of a thousand, three times over.'],
    solution: [
      'With `f` of order 1 and a third derivative of order `1e9`, the formula gives the cube root of `3e-16 / 1e9`, about `1e-8`. The rounding of `1000*x` inside the sine adds noise, so the best step is a little larger, near `5e-8`. At `1e-5` truncation spoils the result.',
    ],
  },
  {
    id: 'choosing-h-2',
    chapter: 'choosing-h',
    kind: 'step',
    title: 'A large constant',
    question: ['Choose a step for the central difference of this function at `x = 2`.'],
    formula: 'x^3 + 1e8',
    at: { x: 2 },
    scheme: 'central',
    answer: 2e-3,
    slip: 1e-5,
    hints: ['The constant does not change the slope. What does it change?'],
    solution: [
      'It raises the rounding of `f` to about `1e-8`, and the best step with it: the cube root of `3e-16 * 1e8 / 6` is near `2e-3`.',
    ],
  },
];
