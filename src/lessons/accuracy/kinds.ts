/** Random cases of the kinds that public reports of confusing checks have shown, and those that nothing is tuned on. */

import { numericalGradient, type Verdict } from '@/checker/index.ts';
import { remembered } from '@/remembered/remembered.ts';
import { pointCase } from '../../../corpus/kinds/points.mjs';
import { precisionCase } from '../../../corpus/kinds/precision.mjs';
import { sealedCase } from '../../../corpus/sealed.mjs';
import { OWN_CHECKS, verdictOf } from './judges.ts';

type Loss = (x: number[]) => number;
type Gradient = (x: number[]) => number[];

interface Case {
  /** The format of the values of f, or the kind of point. */
  readonly group: string;
  readonly right: boolean;
  /** Nothing definite is possible. */
  readonly odd: boolean;
  readonly x: number[];
  readonly f: Loss;
  readonly gradient: Gradient;
}

/** The rule of another checker: the step of its central differences, and which difference of one element it accepts. */
const everyElement =
  (step: number, close: (analytic: number, numeric: number) => boolean) =>
  (f: Loss, g: Gradient, x: number[]): Verdict => {
    const analytic = g([...x]);
    const numeric = numericalGradient(f, x, { step });
    return x.every((_, i) => close(analytic[i], numeric[i])) ? 'pass' : 'fail';
  };

/** What each checker says of a gradient; the rules of others with the steps and tolerances that they have by default. */
export const judges = [
  ...OWN_CHECKS,
  {
    id: 'gradcheck',
    name: 'torch gradcheck rule',
    judge: everyElement(1e-6, (a, n) => Math.abs(a - n) <= 1e-5 + 1e-3 * Math.abs(n)),
  },
  {
    id: 'cs231n',
    name: 'CS231n, per element',
    judge: everyElement(1e-5, (a, n) => Math.abs(a - n) <= 1e-5 * Math.max(Math.abs(a), Math.abs(n))),
  },
] as const;

type NamedJudge = (typeof judges)[number];

const answerOf = ({ judge }: Pick<NamedJudge, 'judge'>, { f, gradient, x }: Case): Verdict =>
  verdictOf(() => judge(f, gradient, x));

const isMistake = ({ right, odd }: Case, verdict: Verdict): boolean =>
  odd ? verdict !== 'inconclusive' : right ? verdict === 'fail' : verdict === 'pass';

export interface KindScore {
  readonly kind: string;
  readonly cases: number;
  /** Wrong gradients accepted, right ones rejected, definite verdicts where none is possible. */
  readonly mistakes: Readonly<Record<string, number>>;
  /** Cases with an answer that the production check leaves open. */
  readonly undecided: number;
}

function scoreOf(kind: string, cases: readonly Case[]): KindScore {
  const mistakes = judges.map((judge) => [
    judge.id,
    cases.filter((each) => isMistake(each, answerOf(judge, each))).length,
  ]);
  const [production] = judges;
  const undecided = cases.filter((each) => !each.odd && answerOf(production, each) === 'inconclusive').length;
  return { kind, cases: cases.length, mistakes: Object.fromEntries(mistakes), undecided };
}

const DRAWS = 600;

/** The same cases for every checker: drawn anew, since some losses draw noise of their own. */
function drawn(draw: (seed: number) => unknown): Case[] {
  return Array.from({ length: DRAWS }, (_, k) => {
    const made = draw(k + 1) as Partial<Case> & { readonly format?: string };
    return { ...made, group: made.group ?? made.format ?? '', odd: made.odd === true } as Case;
  });
}

export const kinds = remembered('src/lessons/accuracy/kinds.ts', () => {
  const shown = [...drawn(precisionCase), ...drawn(pointCase)];
  const sealed = drawn(sealedCase);
  return {
    rows: [...new Set(shown.map(({ group }) => group))].sort().map((group) =>
      scoreOf(
        group,
        shown.filter((each) => each.group === group),
      ),
    ),
    sealed: scoreOf('sealed', sealed),
  };
});
