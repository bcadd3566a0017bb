/**
 * The held-out corpus: gradients of known truth that the method was not built on, and that go after what it takes for
 * granted. The score is printed; asserted is what has been reached, so that it cannot get worse unseen.
 */
import { describe, expect, it } from 'vitest';
import { cases as untyped } from '../../corpus/heldout/corpus.mjs';
import { diagnoseGradient, type Verdict } from '../../src/checker/index.ts';

interface Case {
  readonly id: string;
  readonly category: string;
  readonly truth: string;
  readonly n: number;
  readonly x0: Float64Array;
  readonly accept: readonly Verdict[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}

/**
 * Verdicts that are known to be missed, none of them wrong. The point of x of 1e10 with a length of 0.01 is decided with two
 * seeds of three: the random line that the noise is measured on may meet exp at its overflow.
 */
const REACHED = { falsePass: 0, falseFail: 0, undecided: 2, odd: 2 };

const cases = untyped as unknown as readonly Case[];

function worth({ truth, accept }: Case, verdict: Verdict): keyof typeof REACHED | 'right' {
  if (accept.includes(verdict)) return 'right';
  if (truth !== 'right' && truth !== 'correct' && truth !== 'wrong') return 'odd';
  if (verdict === 'inconclusive') return 'undecided';
  return truth === 'wrong' ? 'falsePass' : 'falseFail';
}

/** An exception is no verdict on a gradient: it counts as a rejection, as a reader would take it. */
function verdictOf({ make, x0 }: Case): { verdict: Verdict; evaluations: number } {
  const { f, grad } = make();
  let evaluations = 0;
  const counted = (x: Float64Array) => {
    evaluations++;
    return f(x);
  };
  try {
    return { verdict: diagnoseGradient(counted, grad, Float64Array.from(x0)).verdict, evaluations };
  } catch {
    return { verdict: 'fail', evaluations };
  }
}

const rows = cases.map((each) => {
  const { verdict, evaluations } = verdictOf(each);
  return {
    id: each.id,
    category: each.category,
    truth: each.truth,
    n: each.n,
    evaluations,
    worth: worth(each, verdict),
  };
});
const idsOf = (kind: string): string[] => rows.filter((row) => row.worth === kind).map(({ id }) => id);
const sum = (pick: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + pick(row), 0);
const perElement = sum(({ evaluations }) => evaluations) / sum(({ n }) => n);
const count = (truth: string): number => rows.filter((row) => row.truth === truth).length;

console.warn(
  [
    `held-out corpus, ${rows.length} cases: false PASS ${idsOf('falsePass').length} of ${count('wrong')},`,
    `false FAIL ${idsOf('falseFail').length} of ${count('correct')}, undecided ${idsOf('undecided').length},`,
    `definite where none is possible ${idsOf('odd').length}; evaluations of f per element ${perElement.toFixed(1)}`,
  ].join(' '),
);

describe('over the held-out corpus the production check', () => {
  for (const [kind, most] of Object.entries(REACHED))
    it(`is no worse than it has been: ${kind} at most ${most}`, () => {
      expect(idsOf(kind).length, idsOf(kind).join(' ')).toBeLessThanOrEqual(most);
    });

  it('spends about ten evaluations of f an element, though few of these are easy', () =>
    expect(perElement).toBeLessThanOrEqual(10));

  it('is right on every plain gradient and every mistake in the middle of a backward pass', () => {
    const plain = rows.filter(({ category }) =>
      ['plain-correct', 'structural', 'single-coordinate', 'block'].includes(category),
    );
    expect(plain.length).toBeGreaterThan(100);
    expect(plain.filter((row) => row.worth !== 'right').map(({ id }) => id)).toEqual([]);
  });
});
