/** Random cases of the kinds that public reports of confusing checks have shown, and those that nothing is tuned on. */

import { diagnoseGradient, gradientCheck, numericalGradient, type Verdict } from '@/checker/index.ts';
import { remembered } from '@/remembered/remembered.ts';
import { pointCase } from '../../../corpus/kinds/points.mjs';
import { precisionCase } from '../../../corpus/kinds/precision.mjs';
import { sealedCase } from '../../../corpus/sealed.mjs';

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

/** What each checker says of a gradient; the rules of others with the steps and tolerances that they have by default. */
const JUDGES: Readonly<Record<string, (f: Loss, g: Gradient, x: number[]) => Verdict>> = {
  production: (f, g, x) => diagnoseGradient(f, g, x).verdict,
  textbook: (f, g, x) => (gradientCheck(f, g, x).status === 'PASS' ? 'pass' : 'fail'),
  // |a - n| <= 1e-5 + 1e-3 |n|, central differences of 1e-6
  gradcheck: (f, g, x) => everyElement(f, g, x, 1e-6, (a, n) => Math.abs(a - n) <= 1e-5 + 1e-3 * Math.abs(n)),
  // |a - n| / max(|a|, |n|) <= 1e-5, central differences of 1e-5
  cs231n: (f, g, x) =>
    everyElement(f, g, x, 1e-5, (a, n) => Math.abs(a - n) <= 1e-5 * Math.max(Math.abs(a), Math.abs(n))),
};

export const judges: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'production', name: 'this site: production check' },
  { id: 'textbook', name: 'this site: textbook check' },
  { id: 'gradcheck', name: 'torch gradcheck rule' },
  { id: 'cs231n', name: 'CS231n, per element' },
];

function everyElement(
  f: Loss,
  g: Gradient,
  x: number[],
  step: number,
  close: (analytic: number, numeric: number) => boolean,
): Verdict {
  const analytic = g([...x]);
  const numeric = numericalGradient(f, x, { step });
  return x.every((_, i) => close(analytic[i], numeric[i])) ? 'pass' : 'fail';
}

/** An exception counts as a rejection. */
function verdictOf(judge: string, { f, gradient, x }: Case): Verdict {
  try {
    return JUDGES[judge](f, gradient, x);
  } catch {
    return 'fail';
  }
}

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
  const mistakes = Object.keys(JUDGES).map((judge) => [
    judge,
    cases.filter((each) => isMistake(each, verdictOf(judge, each))).length,
  ]);
  const undecided = cases.filter((each) => !each.odd && verdictOf('production', each) === 'inconclusive').length;
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
