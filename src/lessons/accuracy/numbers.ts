/** How often is a checker wrong? The corpus of known truth, run while the site is built, beside what its peers said. */

import type { Verdict } from '@/checker/index.ts';
import { cases as untyped } from '../../../corpus/verdict/corpus/open.mjs';
import peers from '../../../corpus/verdict/peers-open.json' with { type: 'json' };
import { outcome as untypedOutcome } from '../../../corpus/verdict/score.mjs';
import { type Judge, OWN_CHECKS, verdictOf } from './judges.ts';
import { kindName } from './kind-names.ts';

export type Truth = 'correct' | 'wrong' | 'nondifferentiable' | 'nondeterministic' | 'undecidable';

interface Case {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly note: string;
  readonly truth: Truth;
  readonly n: number;
  readonly x0: readonly number[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}

/** What a verdict is worth: right, or the four ways of being wrong. */
export type Worth = 'ok' | 'falsePASS' | 'falseFAIL' | 'undecided' | 'oddPASS' | 'oddFAIL';

const cases = untyped as unknown as readonly Case[];
const outcome = untypedOutcome as unknown as (c: Case, verdict: Verdict) => Worth;

interface Answer {
  readonly verdict: Verdict;
  readonly worth: Worth;
  readonly evaluations: number;
}

function ask(c: Case, judge: Judge): Answer {
  const { f, grad } = c.make();
  let evaluations = 0;
  const counted = (x: Float64Array) => {
    evaluations += 1;
    return f(x);
  };
  const verdict = verdictOf(() => judge(counted, grad, Float64Array.from(c.x0)));
  return { verdict, worth: outcome(c, verdict), evaluations };
}

export interface Checker {
  readonly id: string;
  readonly name: string;
  readonly ours: boolean;
  readonly answers: ReadonlyMap<string, Answer>;
}

const NAMES: Readonly<Record<string, string>> = {
  gradcheck: 'torch gradcheck',
  'gradcheck-fast': 'torch gradcheck, fast',
  check_grad: 'SciPy check_grad',
  check_derivative: 'SciPy check_derivative',
  'jax-rev': 'JAX check_grads',
  cs231n: 'CS231n, per element',
};

const ours: Checker[] = OWN_CHECKS.map(({ id, name, judge }) => ({
  id,
  name,
  ours: true,
  answers: new Map(cases.map((c) => [c.id, ask(c, judge)])),
}));

const recorded: Checker[] = Object.entries(NAMES).map(([id, name]) => ({
  id,
  name,
  ours: false,
  answers: new Map(
    peers.rows
      .filter((row) => row.peer === id)
      .flatMap((row) => {
        const c = cases.find((each) => each.id === row.id);
        const verdict = row.verdict as Verdict;
        return c === undefined ? [] : [[c.id, { verdict, worth: outcome(c, verdict), evaluations: row.f }] as const];
      }),
  ),
}));

export const checkers: readonly Checker[] = [...ours, ...recorded];

const decided = (truth: Truth) => truth === 'correct' || truth === 'wrong';
export const counts = {
  all: cases.length,
  right: cases.filter(({ truth }) => truth === 'correct').length,
  wrong: cases.filter(({ truth }) => truth === 'wrong').length,
  open: cases.filter(({ truth }) => !decided(truth)).length,
};
const elements = cases.reduce((sum, { n }) => sum + n, 0);

export interface Score {
  readonly id: string;
  readonly name: string;
  readonly ours: boolean;
  readonly wrongAccepted: number;
  readonly rightRejected: number;
  readonly undecided: number;
  readonly definite: number;
  readonly perElement: number;
  /** Wrong verdicts in all, as a share of the cases that have an answer. */
  readonly share: number;
}

export const scores: readonly Score[] = checkers.map(({ id, name, ours: own, answers }) => {
  const all = [...answers.values()];
  const having = (...worth: Worth[]) => all.filter((answer) => worth.includes(answer.worth)).length;
  const mistakes = having('falsePASS', 'falseFAIL', 'undecided', 'oddPASS', 'oddFAIL');
  return {
    id,
    name,
    ours: own,
    wrongAccepted: having('falsePASS'),
    rightRejected: having('falseFAIL'),
    undecided: having('undecided'),
    definite: having('oddPASS', 'oddFAIL'),
    perElement: all.reduce((sum, { evaluations }) => sum + evaluations, 0) / elements,
    share: mistakes / cases.length,
  };
});

/** What the production check costs: evaluations of f an element, over the corpus. */
export const perElement = scores.find(({ id }) => id === 'production')?.perElement ?? Number.NaN;

/** The versions whose answers were recorded, and the day. */
export const versions = {
  torch: peers.torch,
  jax: peers.jax,
  scipy: peers.scipy,
  numpy: peers.numpy,
  made: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(peers.made)),
};

const others = scores.filter(({ id }) => id !== 'production');
export const peerShares = {
  least: Math.min(...others.map(({ share }) => share)),
  most: Math.max(...others.map(({ share }) => share)),
};

/** Every case with every checker's verdict, for the list. */
export interface ListedCase extends Omit<Case, 'x0' | 'make'> {
  readonly verdicts: Readonly<Record<string, { readonly verdict: Verdict; readonly right: boolean }>>;
}

export const listedCases: readonly ListedCase[] = cases.map(({ id, category, title, note, truth, n }) => ({
  id,
  category,
  title,
  note,
  truth,
  n,
  verdicts: Object.fromEntries(
    checkers.flatMap((checker) => {
      const answer = checker.answers.get(id);
      return answer === undefined ? [] : [[checker.id, { verdict: answer.verdict, right: answer.worth === 'ok' }]];
    }),
  ),
}));

/** Mistakes by category of case, for each checker. */
export const byCategory = [...new Set(cases.map(({ category }) => category))].map((category) => {
  const members = listedCases.filter((c) => c.category === category);
  return {
    name: kindName(category),
    cases: members.length,
    mistakes: Object.fromEntries(
      checkers.map(({ id }) => [id, members.filter(({ verdicts }) => verdicts[id]?.right === false).length]),
    ) as Readonly<Record<string, number>>,
  };
});

export const failures = listedCases.filter(({ verdicts }) => verdicts['production']?.right === false);
