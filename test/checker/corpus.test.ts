/** The open corpus: 103 gradients whose truth is known. What is asserted are the goals; what is reached is printed. */
import { describe, expect, it } from 'vitest';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';
import { outcome } from '../../corpus/verdict/score.mjs';
import { diagnoseGradient, diagnoseGradientAsync, type Verdict } from '../../src/checker/index.ts';

interface Case {
  readonly id: string;
  readonly n: number;
  readonly truth: string;
  readonly x0: readonly number[];
  readonly bug?: { readonly where?: readonly number[] };
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}

const cases = untyped as unknown as readonly Case[];
const verdictWorth = outcome as (c: Case, verdict: Verdict) => string;

const rows = cases.map((c) => {
  const { f, grad } = c.make();
  let evaluations = 0;
  const counted = (x: Float64Array) => {
    evaluations++;
    return f(x);
  };
  const report = diagnoseGradient(counted, grad, Float64Array.from(c.x0));
  return { ...c, report, evaluations, worth: verdictWorth(c, report.verdict) };
});
const having = (worth: RegExp): string[] => rows.filter((row) => worth.test(row.worth)).map(({ id }) => id);
const located = rows.filter(({ truth, bug }) => truth === 'wrong' && bug?.where && bug.where.length > 0);
const exactly = located.filter(
  ({ bug, report }) => String([...report.ranking].sort((a, b) => a - b)) === String(bug?.where),
);
const perElement =
  rows.reduce((sum, { evaluations }) => sum + evaluations, 0) / rows.reduce((sum, { n }) => sum + n, 0);

console.warn(
  [
    `open corpus, ${rows.length} cases:`,
    `false PASS ${having(/falsePASS/).length}, false FAIL ${having(/falseFAIL/).length},`,
    `inconclusive where a verdict was due ${having(/undecided/).length}, definite where none is possible ${having(/odd/).length};`,
    `wrong elements located exactly ${exactly.length} of ${located.length};`,
    `evaluations of f per element ${perElement.toFixed(1)}`,
  ].join(' '),
);

describe('over the open corpus the production check', () => {
  it('accepts no wrong gradient', () => expect(having(/falsePASS/)).toEqual([]));
  it('rejects no right gradient', () => expect(having(/falseFAIL/)).toEqual([]));
  it('is inconclusive at most three times where a verdict was due', () =>
    expect(having(/undecided/).length, String(having(/undecided/))).toBeLessThanOrEqual(3));
  it('gives no definite verdict where none is possible', () => expect(having(/odd/)).toEqual([]));
  it('locates exactly the wrong elements of at least 95 % of the wrong gradients', () => {
    const missed = located.filter((row) => !exactly.includes(row)).map(({ id }) => id);
    expect(exactly.length / located.length, String(missed)).toBeGreaterThanOrEqual(0.95);
  });
  it('spends at most ten evaluations of f an element', () => expect(perElement).toBeLessThanOrEqual(10));
  it('counts its evaluations rightly, and keeps to its budget', () => {
    for (const { id, report, evaluations, n } of rows) {
      expect(report.evaluations, id).toBe(evaluations);
      expect(evaluations, id).toBeLessThanOrEqual(24 * n + 192);
    }
  });
});

describe('a check that awaits', () => {
  it('gives the report of the plain one', async () => {
    for (const { id, x0, make } of cases.filter((c) => c.n <= 12)) {
      const [plain, awaited] = [make(), make()];
      const x = Float64Array.from(x0);
      const report = await diagnoseGradientAsync(
        async (w) => awaited.f(w),
        async (w) => awaited.grad(w),
        x,
      );
      const expected = diagnoseGradient(plain.f, plain.grad, x);
      // that a result and an argument are one array is seen where it is the argument itself
      const telling = ({ findings }: typeof report) => findings.filter(({ kind }) => kind !== 'aliases-x');
      expect({ ...report, lossName: '', findings: telling(report) }, id).toEqual({
        ...expected,
        lossName: '',
        findings: telling(expected),
      });
    }
  });
});
