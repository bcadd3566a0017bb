import { describe, expect, it } from 'vitest';
import {
  detectableIn,
  elementsOf,
  groupsOf,
  rankingOf,
  verdictOfFinding,
  worstOf,
} from '@/checker/elements/assemble.ts';
import { judge } from '@/checker/elements/verdicts.ts';
import { makeFinding, whereIn } from '@/checker/findings.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import type { Verdict } from '@/checker/types.ts';

const { layout } = layoutOf({ W: [1, 2], b: 3 });
const slopeOf = (value: number, errorBar = 0): Slope => ({
  value,
  errorBar,
  step: 0.5,
  variation: 0,
  shape: 'smooth',
  noise: 0,
});
/** Elements of W and b from pairs of numeric and analytic. */
function elements(pairs: readonly (readonly [number, number])[], verdicts: readonly Verdict[]) {
  const claims = { analytic: Float64Array.from(pairs, ([, a]) => a), wobble: new Float64Array(3), floor: 0 };
  const judged = pairs.map(([n], i) => judge(slopeOf(n), i, claims));
  return elementsOf(layout, judged, verdicts);
}

it('the verdict of a whole is the worst of its parts, and an open part is no pass', () => {
  expect(worstOf(['pass', 'fail', 'inconclusive'])).toBe('fail');
  expect(worstOf(['pass', 'inconclusive'])).toBe('inconclusive');
  expect(worstOf(['pass', 'pass'])).toBe('pass');
});

it('a bug makes a check fail, a doubt leaves it open, a note changes nothing', () => {
  const of = (role: 'bug' | 'doubt' | 'note') => verdictOfFinding(makeFinding('sign', role, whereIn(layout, [0])));
  expect([of('bug'), of('doubt'), of('note')]).toEqual(['fail', 'inconclusive', 'pass']);
});

describe('the elements of a report', () => {
  const found = elements(
    [
      [4, 3],
      [0, 0],
      [Number.NaN, 1],
    ],
    ['fail', 'pass', 'inconclusive'],
  );

  it('have name, group, slopes and verdict', () => {
    expect(found[0]).toMatchObject({ index: 0, name: 'W[0]', group: 'W', analytic: 3, numeric: 4, step: 0.5 });
    expect(found.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['W[0]', 'fail'],
      ['W[1]', 'pass'],
      ['b', 'inconclusive'],
    ]);
  });

  it('have the difference over the larger of the two as relative error, and 0 for 0/0', () => {
    expect(found.map(({ relativeError }) => relativeError)).toEqual([1 / 4, 0, Number.NaN]);
  });

  it('are counted by group, with the error of the group as one vector', () => {
    const [W, b] = groupsOf(layout, found);
    expect(W).toMatchObject({ name: 'W', shape: [2], start: 0, size: 2, wrong: 1, undecided: 0, verdict: 'fail' });
    expect(W.relativeError).toBeCloseTo(1 / 7, 12); // |3 - 4| / (3 + 4)
    expect(b).toMatchObject({ wrong: 0, undecided: 1, verdict: 'inconclusive' });
    expect(b.relativeError).toBeNaN();
  });

  it('of two gradients of 0 have no error as a group', () => {
    expect(
      groupsOf(
        layout,
        elements(
          [
            [0, 0],
            [0, 0],
            [1, 1],
          ],
          ['pass', 'pass', 'pass'],
        ),
      )[0].relativeError,
    ).toBe(0);
  });
});

it('wrong elements are ranked by relative error, what is not finite first, equals in order', () => {
  const wrong = ['fail', 'fail', 'fail'] as const;
  expect(
    rankingOf(
      elements(
        [
          [2, 1],
          [4, 1],
          [1, Number.NaN],
        ],
        wrong,
      ),
    ),
  ).toEqual([2, 1, 0]);
  expect(
    rankingOf(
      elements(
        [
          [2, 1],
          [4, 2],
          [4, 1],
        ],
        wrong,
      ),
    ),
  ).toEqual([2, 0, 1]);
  expect(
    rankingOf(
      elements(
        [
          [2, 1],
          [4, 1],
          [9, 1],
        ],
        ['fail', 'pass', 'inconclusive'],
      ),
    ),
  ).toEqual([0]);
});

it('the error that would have shown is given for the worst element and for the one in the middle', () => {
  const claims = { analytic: Float64Array.of(1, 1, 1), wobble: new Float64Array(3), floor: 0 };
  const judged = [0.01, 0.001, 0.1].map((bar, i) => judge(slopeOf(1, bar), i, claims));
  const { worst, median } = detectableIn(judged);
  expect(worst).toBeCloseTo(0.8, 12); // eight error bars
  expect(median).toBeCloseTo(0.08, 12);
});
