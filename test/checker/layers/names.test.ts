import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/checker/diagnosis/evidence.ts';
import { makeFinding, whereIn } from '@/checker/findings.ts';
import { nameless, namesOf, unclaimed } from '@/checker/layers/names.ts';
import { layoutOf } from '@/checker/point/layout.ts';

const { layout } = layoutOf({ w: new Float64Array(400), b: [1, 2, 3] });
const about = (indices: readonly number[]) => makeFinding('sign', 'bug', whereIn(layout, indices));
const ofW = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('wrong elements', () => {
  it('that no finding is about have no name', () => {
    expect(unclaimed(layout.blocks, [about([0, 401])], [0, 1, 401, 402])).toEqual([1, 402]);
    expect(nameless(layout, [about([0, 401])], [0, 1, 401, 402])).toMatchObject([
      { kind: 'unknown-pattern', confidence: 'low', where: { indices: [1, 402] }, evidence: { fits: 2, of: 4 } },
    ]);
    expect(nameless(layout, [about([0, 1])], [0, 1])).toEqual([]);
  });

  it('of a group have one, where a finding is about more of it than it lists', () => {
    expect(unclaimed(layout.blocks, [about(ofW(300))], [...ofW(400), 401])).toEqual([401]);
  });

  it('of the only group have one too', () => {
    const alone = layoutOf(new Float64Array(400)).layout;
    const finding = makeFinding('sign', 'bug', whereIn(alone, ofW(300)));
    expect(unclaimed(alone.blocks, [finding], ofW(400))).toEqual([]);
  });
});

describe('a name that has to fit several mixtures', () => {
  const few = layoutOf({ w: [0.3, 1.7, -0.6, 0.9], b: [1.1, -0.4, 2.3, 0.8] }).layout;
  const w = [0, 1, 2, 3];
  const b = [4, 5, 6, 7];
  /** What a mixture shows: slopes of its own, of which some elements come back changed. */
  const mixture = (n: number, changed: readonly number[], change: (slope: number) => number): Evidence => {
    const numeric = Float64Array.from({ length: 8 }, (_, i) => Math.sin(1 + 2.7 * i + 5 * n) + 0.1);
    return {
      x: Float64Array.of(0.3, 1.7, -0.6, 0.9, 1.1, -0.4, 2.3, 0.8),
      analytic: numeric.map((slope, i) => (changed.includes(i) ? change(slope) : slope)),
      numeric,
      tolerance: numeric.map(() => 1e-10),
      verdicts: Array.from(numeric, (_, i) => (changed.includes(i) ? 'fail' : 'pass')),
      groups: few.blocks,
      nameOf: few.nameOf,
      sizes: {},
      contract: [],
    };
  };
  const names = (cases: readonly Evidence[], wrong: readonly number[] = w) =>
    namesOf(few, cases, wrong, true).map(({ kind, where }) => `${kind} ${where.groups.join()}`);
  const factors = (...by: number[]) => names(by.map((factor, n) => mixture(n, w, (slope) => factor * slope)));

  it('is kept where all show the same bug', () => {
    expect(factors(-1, -1, -1)).toEqual(['sign w']);
    expect(factors(0.373, 0.373, 0.373)).toEqual(['constant-factor w']);
  });

  it('is not where the fitted figures differ by more than a thousandth, whatever their size', () => {
    for (const size of [0.0137, 1.37, 137]) {
      expect(factors(size, size * (1 + 5e-4), size)).toEqual(['constant-factor w']);
      expect(factors(size, size * (1 + 4e-3), size)).toEqual(['unknown-pattern w']);
      expect(factors(size, size, 1.6 * size)).toEqual(['unknown-pattern w']);
    }
  });

  it('is not where they show it in other groups, or one of them shows another', () => {
    const flip = (slope: number) => -slope;
    expect(names([mixture(0, w, flip), mixture(1, b, flip)], [...w, ...b])).toEqual(['unknown-pattern w,b']);
    expect(names([mixture(0, w, flip), mixture(1, w, (slope) => 2 * slope)])).toEqual(['unknown-pattern w']);
    expect(names([mixture(0, w, flip), mixture(1, [], flip)])).toEqual(['unknown-pattern w']);
  });

  it('is not of elements that some other output shows to be wrong', () => {
    const flip = (slope: number) => -slope;
    expect(names([mixture(0, w, flip), mixture(1, w, flip)], [...w, 5])).toEqual(['sign w', 'unknown-pattern b']);
  });
});
