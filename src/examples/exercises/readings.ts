/** Exercises that show what a check printed, and ask what it means. */
import { RESOLUTION } from '../../checker/defaults.ts';
import { diagnoseGradient } from '../../checker/elements/diagnose-gradient.ts';
import { formatReport } from '../../checker/elements/report.ts';
import type { Report } from '../../checker/types.ts';
import { titleOf } from '../../checker/words/wording.ts';
import { type Exercise, VERDICTS } from './exercise.ts';

const lines = (report: Report): string[] => formatReport(report).trimEnd().split('\n');

/** Under a large constant: one slope can be told from a wrong one, the other cannot. */
const drowned = () =>
  diagnoseGradient(
    ({ a, b }: { a: number; b: number }) => 1e13 + Math.sin(a) + b * b,
    ({ a, b }) => ({ a: Math.cos(a), b: 2 * b }),
    { a: 0.4, b: 1.5 },
  );
const bars = ({ elements }: Report): string[] => [
  'element    analytic     numeric   error bar   tolerance',
  ...elements.map(
    ({ name, analytic, numeric, errorBar, tolerance }) =>
      name.padEnd(7) +
      [analytic, numeric, errorBar, tolerance].map((value) => value.toPrecision(3).padStart(12)).join(''),
  ),
];

const MIX = [
  [0.4, -1.2, 0.9],
  [1.5, 0.3, -0.7],
  [-0.2, 1.1, 0.8],
];
/** The sum of sines of the entries of A M, whose gradient is cos(A M) Mᵀ; with `turned` the gradient is transposed. */
function turned() {
  const product = (A: number[][]) =>
    A.map((row) => MIX.map((_, j) => row.reduce((sum, a, k) => sum + a * MIX[k][j], 0)));
  const gradient = (A: number[][]) =>
    product(A).map((row) => MIX.map((mix) => mix.reduce((sum, m, j) => sum + m * Math.cos(row[j]), 0)));
  const A = [
    [0.3, -0.8, 0.5],
    [1.1, 0.2, -0.4],
    [-0.6, 0.7, 0.9],
  ];
  return diagnoseGradient(
    (W: number[][]) =>
      product(W)
        .flat()
        .reduce((sum, value) => sum + Math.sin(value), 0),
    (W: number[][]) => gradient(W)[0].map((_, j) => gradient(W).map((row) => row[j])),
    A,
  );
}

const columns = ({ elements }: Report): string[] => [
  'element   analytic   numeric',
  ...elements.map(
    ({ name, analytic, numeric }) =>
      `${name.padEnd(7)}  ${[analytic, numeric].map((value) => value.toFixed(4).padStart(9)).join(' ')}`,
  ),
];

const DATA = [0.5, -1.5, 2, 0.7];
/** A line through data: the slope by its weight is right, the slope by its offset takes the first sample alone. */
const offsetForgotten = () => {
  const residuals = ({ w, b }: { w: number; b: number }) => DATA.map((s) => Math.tanh(w * s + b) - 0.3 * s);
  const back = (p: { w: number; b: number }) => {
    const r = residuals(p);
    return DATA.map((s, i) => (2 * r[i] * (1 - Math.tanh(p.w * s + p.b) ** 2)) / DATA.length);
  };
  return diagnoseGradient(
    (p: { w: number; b: number }) => residuals(p).reduce((sum, r) => sum + r * r, 0) / DATA.length,
    (p: { w: number; b: number }) => ({ w: back(p).reduce((sum, d, i) => sum + d * DATA[i], 0), b: back(p)[0] }),
    { w: 0.8, b: -0.3 },
  );
};
const WHERE = { w: 'The line that computes the slope by w', b: 'The line that computes the slope by b' } as const;
const BEFORE = 'A line before both, such as the slope of tanh';

export const READINGS: readonly Exercise[] = [
  {
    id: 'kinks-3',
    chapter: 'kinks-noise-precision',
    kind: 'choice',
    title: 'Read a report',
    question: [
      'The loss has a large constant in it, and this is what the production check measured of its two elements. What is its verdict on `a`?',
    ],
    shown: () => bars(drowned()),
    options: VERDICTS,
    answer: 'inconclusive',
    run: () => drowned().elements.find(({ name }) => name === 'a')!.verdict,
    hints: ['Is the difference within the tolerance?', 'How large a share of the slope is the tolerance?'],
    solution: [
      `The difference is within the tolerance. But the tolerance is more than ${100 * RESOLUTION.part} % of the slope, and from there on a difference that is small proves nothing. Of \`b\` the tolerance is a small share, and \`b\` passes.`,
    ],
  },
  {
    id: 'reading-3',
    chapter: 'reading-a-failure',
    kind: 'choice',
    title: 'Two columns',
    question: ['A matrix of weights, and all that was printed are two columns. Which bug is it?'],
    shown: () => columns(turned()),
    options: (['sign', 'transposed', 'missing-mean', 'factor-two'] as const).map(titleOf),
    answer: titleOf('transposed'),
    run: () => titleOf(turned().findings[0].kind as 'transposed'),
    hints: [
      'Which elements are right? What do they have in common?',
      'Look for the numeric value of `x[0][1]` in the other column.',
    ],
    solution: [
      'The diagonal is right, and every other number stands in the place of its mirror image: `x[0][1]` and `x[1][0]` are exchanged, and so on. The gradient is transposed.',
    ],
  },
  {
    id: 'rules-3',
    chapter: 'rules',
    kind: 'choice',
    title: 'Where to look first',
    question: [
      'The loss is a mean over four samples of `(tanh(w*s + b) - t)^2`, and the check prints this. Where do you look first?',
    ],
    shown: () => lines(offsetForgotten()),
    options: [WHERE.w, WHERE.b, BEFORE],
    answer: WHERE.b,
    run: () => {
      const wrong = offsetForgotten().groups.filter(({ verdict }) => verdict === 'fail');
      return wrong.length === 1 ? WHERE[wrong[0].name as keyof typeof WHERE] : BEFORE;
    },
    hints: ['Both slopes are made from what flows back through `tanh`. Is that right?'],
    solution: [
      'The slope by `w` is right, and what flows back through `tanh` is in it. So that is right as well, and only the last line before `b` is left: it is not summed over the samples.',
    ],
  },
];
