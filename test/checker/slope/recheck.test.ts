import { describe, expect, it } from 'vitest';
import { smooth } from '@/checker/slope/measured-slope.ts';
import { recheck } from '@/checker/slope/recheck.ts';
import { stencil } from '@/checker/slope/stencil.ts';
import { type Counted, lineOf } from './kit.ts';

/** The slope by one long step, said to be confirmed up to differences of a size. */
function longSlope(line: Counted, h: number, confirmedTo: number) {
  const s = stencil(line, h);
  if (!s) throw new Error('f is finite there');
  return smooth(line, s, { confirmedTo });
}

describe('a second look', () => {
  it('replaces a slope that shorter steps contradict, and says how near the reason is', () => {
    const line = lineOf(Math.sin, 1);
    const long = { ...longSlope(line, 2 ** -6, 1), value: Math.cos(1) + 3e-4, errorBar: 1e-9 };
    const slope = recheck(line, long, Math.cos(1), 2 ** -6);
    expect(Math.abs(slope.value - Math.cos(1))).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-7);
    expect(slope.nearby).toEqual({ kind: 'kink-nearby', distance: 2 ** -6 });
  });

  it('leaves a slope that shorter steps confirm as it is', () => {
    const line = lineOf(Math.sin, 1);
    const long = longSlope(line, 2 ** -6, 1);
    expect(recheck(line, long, 0.4, 2 ** -6)).toBe(long);
  });

  it('spends nothing on a difference that a short step has seen already', () => {
    const line = lineOf(Math.sin, 1);
    const long = longSlope(line, 2 ** -6, 1e-3);
    const before = line.offsets.length;
    expect(recheck(line, long, 0.4, 2 ** -6)).toBe(long);
    expect(line.offsets.length).toBe(before);
  });
});
