/** The second corpus, which the method was not built on: the score of both checks, counted while the site is built. */

import type { Verdict } from '@/checker/index.ts';
import { remembered } from '@/remembered/remembered.ts';
import { cases as untyped } from '../../../corpus/heldout/corpus.mjs';
import { OWN_CHECKS, type OwnCheck, verdictOf } from './judges.ts';

interface Case {
  readonly truth: string;
  readonly x0: Float64Array;
  readonly accept: readonly Verdict[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}

const isRight = (truth: string) => truth === 'right' || truth === 'correct';

function score(cases: readonly Case[], { judge }: OwnCheck) {
  const answers = cases
    .map((c) => {
      const { f, grad } = c.make();
      return { ...c, verdict: verdictOf(() => judge(f, grad, Float64Array.from(c.x0))) };
    })
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
  const [production, textbook] = OWN_CHECKS.map((check) => score(cases, check));
  const right = cases.filter(({ truth }) => isRight(truth)).length;
  const wrong = cases.filter(({ truth }) => truth === 'wrong').length;
  return {
    cases: cases.length,
    right,
    wrong,
    open: cases.length - right - wrong,
    ...production,
    textbook,
  };
});
