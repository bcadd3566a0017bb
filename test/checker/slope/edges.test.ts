import { describe, expect, it } from 'vitest';
import { closeIn, EDGE_WIDTH, edgesAmong, type Interval, largestChange } from '@/checker/slope/edges.ts';

const over = (f: (t: number) => number, a: number, b: number): Interval => [
  [a, f(a)],
  [b, f(b)],
];
const thirds = (f: (t: number) => number) => [over(f, 0, 0.3), over(f, 0.3, 0.6), over(f, 0.6, 0.9)];
const always = () => true;
const EDGE = 0.43;
const step = (t: number) => (t < EDGE ? 0 : 1);

describe('the largest change', () => {
  it('is that of the interval over which f moves furthest from its trend', () => {
    const f = (t: number) => 7 * t + step(t);
    const { interval, change } = largestChange(thirds(f), 7);
    expect(interval).toEqual(over(f, 0.3, 0.6));
    expect(change).toBeCloseTo(1, 12);
  });

  it('is the same whichever way f moves', () => {
    expect(
      largestChange(
        thirds((t) => -step(t)),
        0,
      ).change,
    ).toBe(1);
  });
});

describe('closing in', () => {
  it('ends with an interval of the width asked for that holds the edge', () => {
    const { interval, change } = closeIn(step, over(step, 0.3, 0.6), 0, 2 ** -20, always);
    const [a, b] = interval.map(([t]) => t);
    expect(a).toBeLessThan(EDGE);
    expect(b).toBeGreaterThanOrEqual(EDGE);
    expect(b - a).toBeLessThanOrEqual(2 ** -20);
    expect(b - a).toBeGreaterThan(2 ** -22);
    expect(change).toBe(1);
  });

  it('halves once for every time it is told to', () => {
    let asked = 0;
    let calls = 0;
    const counted = (t: number) => {
      calls++;
      return step(t);
    };
    closeIn(counted, over(step, 0.3, 0.6), 0, 0, () => asked++ < 5);
    expect(calls).toBe(5);
  });
});

describe('differences between values of f', () => {
  const find = (f: (t: number) => number, { noise = 0.1, trend = 0, more = always } = {}) =>
    edgesAmong(f, thirds(f), noise, trend, more);

  it('come from an edge where the change stays as large, however short the interval', () => {
    expect(find(step)).toBe('certain');
    expect(find((t) => 5 * t - step(t), { trend: 5 })).toBe('certain');
  });

  it('come from no edge where f is a smooth ripple, a bend or a line', () => {
    expect(find((t) => Math.sin(1e5 * t))).toBe('none');
    expect(find((t) => t ** 2)).toBe('none');
    expect(find((t) => 5 * t, { trend: 5 })).toBe('none');
  });

  it('come from no edge beside a pole, where the change grows', () => {
    expect(find((t) => 1 / (t - EDGE))).toBe('none');
  });

  it('are perhaps from an edge where a ramp is as short as the first width, but not as the second', () => {
    const ramp = (t: number) => Math.min(1, Math.max(0, (t - EDGE) / (EDGE_WIDTH / 4)));
    expect(find(ramp, { noise: 0.8 })).toBe('perhaps');
  });

  it('are looked into no further once the evaluations are used up', () => {
    let calls = 0;
    const counted = (t: number) => {
      calls++;
      return step(t);
    };
    edgesAmong(counted, thirds(step), 0.1, 0, () => calls < 10);
    expect(calls).toBe(10);
  });
});
