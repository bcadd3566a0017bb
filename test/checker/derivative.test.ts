import { describe, expect, it } from 'vitest';
import { derivative } from './derivative.ts';

describe('derivative', () => {
  const smooth: [what: string, f: (x: number) => number, x: number, exact: number, relative: number][] = [
    ['exp at 1', Math.exp, 1, Math.E, 1e-11],
    ['sin at a million', Math.sin, 1e6, Math.cos(1e6), 1e-8],
    ['log at 1e-9, where a step of 1e-5 leaves the domain', Math.log, 1e-9, 1e9, 1e-9],
    ['log at 1e300', Math.log, 1e300, 1e-300, 1e-9],
    ['a wave of length 1e-4', (x) => Math.sin(1e4 * x), 0.7, 1e4 * Math.cos(7e3), 1e-8],
    ['a large offset', (x) => 1e8 + Math.sin(x), 0.5, Math.cos(0.5), 1e-5],
    ['next to a kink', (x) => Math.abs(x - 1e-7) + x * x, 0, -1, 1e-7],
  ];
  it.each(smooth)('%s: within its tolerance of the exact slope', (_, f, x, exact, relative) => {
    const { value, tolerance, shape } = derivative(f, x);
    expect(shape).toBe('smooth');
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(tolerance + 1e-9 * Math.abs(exact));
    expect(tolerance / Math.abs(exact)).toBeLessThan(100 * relative);
  });

  it('sees kinks, jumps, constants and edges for what they are', () => {
    expect(derivative(Math.abs, 0)).toMatchObject({ shape: 'kink', slopes: { left: -1, right: 1 } });
    expect(derivative(Math.sign, 0).shape).toBe('jump');
    expect(derivative(() => 7.25, 3)).toMatchObject({ shape: 'flat', value: 0 });
    const edge = derivative((x) => (x < 0 ? Number.NaN : Math.exp(x)), 0);
    expect(edge.shape).toBe('edge');
    expect(edge.value).toBeCloseTo(1, 8);
  });

  it('keeps to its budget', () => {
    let calls = 0;
    const f = (x: number) => {
      calls++;
      return Math.abs(x);
    };
    expect(derivative(f, 0, { maxEvaluations: 40 }).evaluations).toBe(calls);
    expect(calls).toBeLessThanOrEqual(40);
  });
});
