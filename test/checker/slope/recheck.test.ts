import { describe, expect, it } from 'vitest';
import { type Slope, smooth } from '@/checker/slope/measured-slope.ts';
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

describe('a slope that a wave may have hidden', () => {
  /** Slope 2 over long steps, and 5 within a ten-thousandth. */
  const ripple = (x: number) => 2 * x + 3e-4 * Math.sin((x - 1) / 1e-4);
  const long: Slope = { value: 2, errorBar: 1e-4, step: 2 ** -6, variation: 2, shape: 'smooth', noise: 1e-7 };
  const look = (analytic: number) =>
    recheck(lineOf(ripple, 1, { precision: { noise: 1e-7 } }), long, analytic, 2 ** -6);

  it('is looked at from close by where it differs from the analytic value', () => {
    const { value, errorBar } = look(5);
    expect(Math.abs(value - 5)).toBeLessThan(8 * errorBar);
  });

  it('is left where the error bar explains the difference', () => {
    expect(look(2 + 5e-4)).toBe(long);
    expect(look(2 - 5e-4)).toBe(long);
  });
});

describe('between jumps that are far apart', () => {
  /** A line over jumps of 0.1 at every half, and its trend as long steps see it. */
  const overJumps = (slope: number, errorBar: number, quiet = 2 ** -52): [Counted, Slope] => {
    const f = (x: number) => slope * x + 0.1 * Math.floor(2 * x);
    const line = lineOf(f, 1.2, { precision: { stairs: 'certain', height: 0.1, noise: 0.05, quiet } });
    const trend = {
      value: slope + 0.2,
      errorBar,
      step: 4,
      variation: slope + 0.2,
      shape: 'smooth',
      noise: 0.05,
    } as const;
    return [line, trend];
  };

  it('the slope there counts where it is the analytic value', () => {
    const [line, trend] = overJumps(2, 1e-3);
    const slope = recheck(line, trend, 2, 2 ** -6);
    expect(slope.shape).toBe('smooth');
    expect(Math.abs(slope.value - 2)).toBeLessThan(1e-6);
  });

  it('the trend counts where it is not', () => {
    const [line, trend] = overJumps(2, 1e-3);
    expect(recheck(line, trend, 2.1, 2 ** -6)).toBe(trend);
    for (const sign of [1, -1]) {
      const near = (by: number) => recheck(line, trend, 2 * (1 + (sign * by) / 2 ** 24), 2 ** -6);
      expect(near(0.5)).not.toBe(trend);
      expect(near(4)).toBe(trend);
    }
  });

  it('the trend counts where the slope there is known to no more than a thousandth', () => {
    const counts = (quiet: number) => {
      const [line, trend] = overJumps(2, 1e-3, quiet);
      return recheck(line, trend, 2, 2 ** -6) === trend;
    };
    expect([2 ** -40, 2 ** -28, 2 ** -20, 2 ** -12].map(counts)).toEqual([false, false, true, true]);
  });

  it('f may stand still as is claimed, and be a staircase all the same', () => {
    const [line, trend] = overJumps(0, 1e-3);
    const slope = recheck(line, trend, 0, 2 ** -6);
    expect([slope.shape, slope.variation]).toEqual(['jump', trend.variation]);
  });

  it('f that may not move at all is no staircase', () => {
    const [line, trend] = overJumps(0, 0.1);
    expect(recheck(line, trend, 0, 2 ** -6)).toBe(trend);
  });
});

describe('on stairs so fine that they may be ripples', () => {
  const HEIGHT = 2 ** -20;
  const stairs = () =>
    lineOf((x) => HEIGHT * Math.floor((2 * x) / HEIGHT), 1.3, {
      precision: { stairs: 'perhaps', height: HEIGHT, noise: 2 ** -52, quiet: 2 ** -52 },
    });
  const onTread = { value: 0, errorBar: 1e-9, step: 2 ** -24, variation: 0, shape: 'smooth', noise: 0 } as const;

  it('the trend over them may be the slope that is meant: nothing is known', () => {
    expect(recheck(stairs(), onTread, 2, 2 ** -6).shape).toBe('unsettled');
  });

  it('a slope that is neither that of a tread nor the trend is wrong', () => {
    expect(recheck(stairs(), onTread, 3, 2 ** -6)).toBe(onTread);
    expect(recheck(stairs(), onTread, -2, 2 ** -6)).toBe(onTread);
  });
});

describe('flat, beside something that moves f', () => {
  const WIDE = 2 ** -9;
  const flat: Slope = {
    value: 0,
    errorBar: 1e-9,
    step: 2 ** -12,
    variation: 0,
    shape: 'flat',
    noise: 0,
    movesWithin: WIDE,
  };
  const look = (f: (x: number) => number, analytic: number, budget?: number) =>
    recheck(lineOf(f, 1 + WIDE / 2, { budget, precision: { noise: 2 ** -52 } }), flat, analytic, 2 ** -4);
  /** Treads that rise by as much as they are wide, twice; x is in the middle of one. */
  const stairs = (x: number) => 2 * WIDE * Math.floor(x / WIDE);
  /** No slope up to the ends of the tread, and 2 beyond. */
  const bends = (x: number) => 2 * Math.sign(x - 1 - WIDE / 2) * Math.max(0, Math.abs(x - 1 - WIDE / 2) - WIDE / 2);

  it('the trend counts where that is an edge of stairs, and the analytic value is near it', () => {
    const { value, errorBar, shape } = look(stairs, 2);
    expect(shape).toBe('smooth');
    expect(Math.abs(value - 2)).toBeLessThan(8 * errorBar);
    expect(errorBar).toBeLessThan(0.1);
  });

  it('the tread counts where the analytic value is not near the trend', () => {
    expect(look(stairs, 3)).toBe(flat);
  });

  it('the trend counts where it is eight times closer to the analytic value than the slope of a tread', () => {
    const tilted: Slope = { ...flat, value: 0.5, shape: 'smooth' };
    const look = (analytic: number) =>
      recheck(
        lineOf((x) => stairs(x) + x / 2, 1 + WIDE / 2, { precision: { noise: 2 ** -52 } }),
        tilted,
        analytic,
        2 ** -4,
      );
    expect(look(2.5).value).toBeCloseTo(2.5, 1);
    expect(look(2.7).value).toBeCloseTo(2.5, 1);
    expect(look(2.9)).toBe(tilted);
    expect(look(2.1)).toBe(tilted);
  });

  it('the tread counts where f only bends', () => {
    expect(look(bends, 2)).toBe(flat);
  });

  it('nothing is known once the evaluations are used up', () => {
    for (const budget of [3, 7, 10])
      expect(look(stairs, 2, budget)).toMatchObject({ shape: 'unsettled', starved: true });
  });
});
