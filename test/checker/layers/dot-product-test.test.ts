import { describe, expect, it } from 'vitest';
import { dotProductTest } from '@/checker/index.ts';

type X = { h: number[]; s: number };
const x: X = { h: [0.4, -1.1, 0.7], s: 1.3 };
const F = ({ h, s }: X) => h.map((v, i) => Math.sin(v) * s + v * h[(i + 1) % 3]);
const jvp = ({ h, s }: X, u: X) =>
  h.map((v, i) => {
    const next = (i + 1) % 3;
    return Math.cos(v) * s * u.h[i] + Math.sin(v) * u.s + u.h[i] * h[next] + v * u.h[next];
  });
const vjp = ({ h, s }: X, v: number[]): X => ({
  h: h.map((q, i) => {
    const last = (i + 2) % 3;
    return v[i] * (Math.cos(q) * s + h[(i + 1) % 3]) + v[last] * h[last];
  }),
  s: h.reduce((sum, q, i) => sum + v[i] * Math.sin(q), 0),
});
/** The product of two neighbours counted twice, forwards and backwards. */
const jvpTwice = (p: X, u: X) => jvp(p, u).map((y, i) => y + u.h[i] * p.h[(i + 1) % 3]);
const vjpTwice = (p: X, v: number[]) => ({
  ...vjp(p, v),
  h: vjp(p, v).h.map((g, i) => g + v[i] * p.h[(i + 1) % 3]),
});

describe('a jvp and a vjp', () => {
  it('that are transposes of each other agree to rounding, in four pairs, without a call of F', () => {
    const report = dotProductTest(jvp, vjp, x);
    expect(report).toMatchObject({ verdict: 'pass', wrong: [], evaluations: 0 });
    expect(report.pairs).toHaveLength(4);
    for (const { forward, backward, tolerance, agrees } of report.pairs) {
      expect(agrees).toBe(true);
      expect(Math.abs(forward - backward)).toBeLessThan(1e-14);
      expect(tolerance).toBeLessThan(1e-6);
      expect(tolerance).toBeGreaterThan(1e-8);
    }
    expect(new Set(report.pairs.map(({ forward }) => forward)).size).toBe(4);
  });

  it('of which one is off do not, and nobody can say which', () => {
    for (const [forwards, backwards] of [
      [jvpTwice, vjp],
      [jvp, vjpTwice],
    ] as const) {
      const report = dotProductTest(forwards, backwards, x, undefined, { pairs: 2 });
      expect(report).toMatchObject({ verdict: 'fail', wrong: [] });
      expect(report.pairs).toHaveLength(2);
    }
  });

  it('that share a mistake agree: without F that is a pass', () => {
    expect(dotProductTest(jvpTwice, vjpTwice, x).verdict).toBe('pass');
  });

  it('are held to F, and the one that does not belong to it is named', () => {
    expect(dotProductTest(jvp, vjp, x, F)).toMatchObject({ verdict: 'pass', wrong: [], findings: [] });
    expect(dotProductTest(jvpTwice, vjp, x, F)).toMatchObject({ verdict: 'fail', wrong: ['jvp'] });
    expect(dotProductTest(jvp, vjpTwice, x, F)).toMatchObject({ verdict: 'fail', wrong: ['vjp'] });
    expect(dotProductTest(jvpTwice, vjpTwice, x, F)).toMatchObject({ verdict: 'fail', wrong: ['jvp', 'vjp'] });
  });

  it('give the measured slope beside the two, and count the calls of F', () => {
    let calls = 0;
    const counted = (p: X) => {
      calls++;
      return F(p);
    };
    const { pairs, evaluations } = dotProductTest(jvp, vjp, x, counted);
    for (const { forward, numeric } of pairs) expect(numeric).toBeCloseTo(forward, 6);
    expect(evaluations).toBe(calls);
  });

  it('of float32 answers are rounded so, and of others not', () => {
    const single = (p: X, u: X) => jvp(p, u).map(Math.fround);
    const back = (p: X, v: number[]) => ({ h: vjp(p, v).h.map(Math.fround), s: Math.fround(vjp(p, v).s) });
    expect(dotProductTest(single, back, x).verdict).toBe('pass');
    expect(dotProductTest(single, back, x, undefined, { relativeFloor: 1e-12 }).verdict).toBe('fail');
    const tolerance = (...[forwards, backwards]: [typeof jvp, typeof vjp]) =>
      dotProductTest(forwards, backwards, x).pairs[0].tolerance;
    // 2^-21 of the terms, and 2^-24 of those of doubles
    expect(tolerance(single, back) / tolerance(jvp, vjp)).toBeCloseTo(8, 4);
    expect(tolerance(single, vjp) / tolerance(jvp, vjp)).toBeCloseTo(1, 4);
  });

  it('may differ by a relative floor of the terms, forwards and backwards', () => {
    const [pair] = dotProductTest(jvp, vjp, x, undefined, { relativeFloor: 0.25 }).pairs;
    const [half] = dotProductTest(jvp, vjp, x, undefined, { relativeFloor: 0.125 }).pairs;
    expect(pair.tolerance / half.tolerance).toBeCloseTo(2, 12);
    // a sum is no larger than the terms by more than the root of their number
    expect(pair.tolerance).toBeGreaterThan((0.5 * Math.abs(pair.forward)) / Math.sqrt(3));
  });

  it('are the same for the same seed, and others for another', () => {
    const forwards = (seed?: number) => dotProductTest(jvp, vjp, x, undefined, { seed }).pairs[0].forward;
    expect(forwards()).toBe(forwards());
    expect(forwards(1)).not.toBe(forwards(2));
  });

  it('leave x as it was; what is bad is thrown', () => {
    const point = structuredClone(x);
    dotProductTest(jvp, vjp, point, F);
    expect(point).toEqual(x);
    expect(() => dotProductTest(3 as never, vjp, x)).toThrow(/the jvp is number, not a function/);
    expect(() => dotProductTest(jvp, 3 as never, x)).toThrow(/the vjp is number, not a function/);
    expect(() => dotProductTest(jvp, vjp, x, 3 as never)).toThrow(/F is number, not a function/);
    expect(() => dotProductTest(jvp, (p, v) => ({ ...vjp(p, v), h: [1] }), x)).toThrow(/shape 1, but x's h has 3/);
  });
});

it('where F has a kink along u, whether the two belong to it is open', () => {
  const bent = ([a, b]: number[]) => [Math.abs(a), b * b];
  const report = dotProductTest(
    ([a, b]: number[], u) => [Math.sign(a) * u[0], 2 * b * u[1]],
    ([a, b], v: number[]) => [Math.sign(a) * v[0], 2 * b * v[1]],
    [0, 1.5],
    bent,
  );
  expect(report.verdict).toBe('inconclusive');
  expect(report.findings.length).toBeGreaterThan(0);
});
