import { describe, expect, it } from 'vitest';
import { NO_BUG } from '@/lessons/bug-zoo/state.ts';
import { dumbbells, nearest, ZERO } from '@/lessons/live-check/drawing.ts';
import { type LiveOutcome, runLiveCheck } from '@/lessons/live-check/model.ts';

describe('the picture of both gradients', () => {
  const outcome: LiveOutcome = {
    ...runLiveCheck(NO_BUG),
    groups: [
      { name: 'w', start: 0, size: 2, verdict: 'fail' },
      { name: 'b', start: 2, size: 1, verdict: 'pass' },
    ],
    elements: [
      { name: 'w[0]', analytic: 2, numeric: 1, verdict: 'fail' },
      { name: 'w[1]', analytic: -1, numeric: -1, verdict: 'pass' },
      { name: 'b', analytic: 0, numeric: 0, verdict: 'pass' },
    ],
  };
  const model = dumbbells(outcome);

  it('has equal slots for the elements and a free one between groups', () => {
    expect(model.pairs.map(({ across }) => across)).toEqual([12.5, 37.5, 87.5]);
    expect(model.groups.map(({ from, to }) => [from, to])).toEqual([
      [12.5, 37.5],
      [87.5, 87.5],
    ]);
  });

  it('has the two values of an element at one place where they are equal, and apart in proportion where not', () => {
    const [first, second, third] = model.pairs;
    expect(second.analytic).toBe(second.numeric);
    expect(third.analytic).toBe(ZERO);
    expect(ZERO - first.analytic).toBe(2 * (ZERO - first.numeric));
    expect(model.pairs.map(({ wrong }) => wrong)).toEqual([true, false, false]);
  });

  it('is read by pointer', () => {
    expect([0, 0.2, 0.3, 0.9].map((share) => nearest(model, share))).toEqual([0, 0, 1, 2]);
  });
});
