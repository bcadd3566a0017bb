import { describe, expect, it } from 'vitest';
import { makeFinding, whereIn } from '@/checker/findings.ts';
import { nameless, unclaimed } from '@/checker/layers/names.ts';
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
