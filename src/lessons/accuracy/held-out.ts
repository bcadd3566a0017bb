/** The second corpus, which the method was not built on: the score of both checks, counted while the site is built. */

import { diagnoseGradient, gradientCheck, type Verdict } from '@/checker/index.ts';
import { remembered } from '@/remembered/remembered.ts';
import { cases as untyped } from '../../../corpus/heldout/corpus.mjs';

interface Case {
  readonly truth: string;
  readonly x0: Float64Array;
  readonly accept: readonly Verdict[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}
type Judge = (f: (x: Float64Array) => number, g: (x: Float64Array) => Float64Array, x: Float64Array) => Verdict;

const production: Judge = (f, g, x) => diagnoseGradient(f, g, x).verdict;
const textbook: Judge = (f, g, x) => (gradientCheck(f, g, x).status === 'PASS' ? 'pass' : 'fail');

const isRight = (truth: string) => truth === 'right' || truth === 'correct';

/** An exception counts as a rejection. */
function verdictOf({ make, x0 }: Case, judge: Judge): Verdict {
  const { f, grad } = make();
  try {
    return judge(f, grad, Float64Array.from(x0));
  } catch {
    return 'fail';
  }
}

function score(cases: readonly Case[], judge: Judge) {
  const answers = cases
    .map((c) => ({ ...c, verdict: verdictOf(c, judge) }))
    .filter((c) => !c.accept.includes(c.verdict));
  const decided = (truth: string) => isRight(truth) || truth === 'wrong';
  return {
    wrongAccepted: answers.filter(({ truth, verdict }) => truth === 'wrong' && verdict === 'pass').length,
    rightRejected: answers.filter(({ truth, verdict }) => isRight(truth) && verdict === 'fail').length,
    undecided: answers.filter(({ truth, verdict }) => decided(truth) && verdict === 'inconclusive').length,
    definite: answers.filter(({ truth }) => !decided(truth)).length,
  };
}

export const heldOut = remembered('src/lessons/accuracy/held-out.ts', () => {
  const cases = untyped as unknown as readonly Case[];
  const right = cases.filter(({ truth }) => isRight(truth)).length;
  const wrong = cases.filter(({ truth }) => truth === 'wrong').length;
  return {
    cases: cases.length,
    right,
    wrong,
    open: cases.length - right - wrong,
    ...score(cases, production),
    textbook: score(cases, textbook),
  };
});
