import { describe, expect, it } from 'vitest';
import {
  checkDirections,
  checkDirectionsAsync,
  diagnoseGradient,
  diagnoseGradientAsync,
  diagnoseVjp,
  diagnoseVjpAsync,
} from '@/checker/index.ts';

describe('a check that awaits', () => {
  const f = async (w: number[]) => w[0] * w[1];
  const gradient = async (w: number[]) => [w[1], w[0]];

  it('calls each function once for each value that the report counts', async () => {
    let calls = 0;
    const counted = async (w: number[]) => {
      calls++;
      return f(w);
    };
    const report = await diagnoseGradientAsync(counted, gradient, [1.5, -2.3]);
    expect(report.verdict).toBe('pass');
    expect(calls).toBe(report.evaluations);
  });

  it('tells how far it has come once for each share, though it runs again for each value', async () => {
    const x = Array.from({ length: 20 }, (_, i) => 1 + i);
    const shares: number[] = [];
    await diagnoseGradientAsync(
      async (w: number[]) => w.reduce((sum, v) => sum + v * v, 0),
      (w) => w.map((v) => 2 * v),
      x,
      { onProgress: (share) => shares.push(share) },
    );
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
  });

  it('sees that a gradient changes x or returns it, though it does so later', async () => {
    const changing = async (w: number[]) => {
      await undefined;
      return w.reverse();
    };
    const { findings } = await diagnoseGradientAsync(f, changing, [1.5, -2.3]);
    expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mutates-x', 'aliases-x']));
  });

  it('takes plain values too, and makes a finding of what a promise is rejected with', async () => {
    expect((await diagnoseGradientAsync(Math.sin, Math.cos, 0.7)).verdict).toBe('pass');
    const failing = async () => {
      throw new Error('device lost');
    };
    const { findings } = await diagnoseGradientAsync(f, failing, [1, 2]);
    expect(findings[0]).toMatchObject({ kind: 'throws', evidence: { message: 'device lost' } });
  });

  it('ends where it is told to, also while a value is awaited, with what it has measured', async () => {
    const stop = new AbortController();
    let calls = 0;
    const hanging = (w: number[]) => {
      if (++calls < 60) return f(w);
      stop.abort();
      return new Promise<number>(() => {});
    };
    const x = Array.from({ length: 12 }, (_, i) => 1 + i);
    const zeros = async () => x.map(() => 0);
    const report = await diagnoseGradientAsync(hanging, zeros, x, { signal: stop.signal });
    expect(report.findings.map(({ kind }) => kind)).toContain('aborted');
    expect(report.elements.some(({ numeric }) => Number.isFinite(numeric))).toBe(true);
  });

  it('checks a layer', async () => {
    const F = ([a, b]: number[]) => [a * b, Math.sin(a)];
    const vjp = ([a, b]: number[], [v, w]: number[]) => [v * b + w * Math.cos(a), v * a];
    const report = await diagnoseVjpAsync(
      async (x: number[]) => F(x),
      async (x, v) => vjp(x, v),
      [1.5, -2.3],
    );
    expect(report).toEqual(diagnoseVjp(F, vjp, [1.5, -2.3]));
  });

  it('checks along directions, a loss as well as a layer, and tells each step once', async () => {
    const x = Array.from({ length: 300 }, (_, i) => 1 + i / 100);
    const loss = (w: number[]) => w.reduce((sum, v) => sum + v ** 3, 0);
    const slopes = (w: number[]) => w.map((v, i) => (i === 77 ? 2 : 3) * v * v);
    const steps: { plain: number[]; awaited: number[] } = { plain: [], awaited: [] };
    const plain = checkDirections(loss, slopes, x, { onStep: ({ start }) => steps.plain.push(start) });
    const report = await checkDirectionsAsync(
      async (w) => loss(w),
      async (w) => slopes(w),
      x,
      { onStep: ({ start }) => steps.awaited.push(start) },
    );
    expect(report).toEqual(plain);
    expect(steps.awaited).toEqual(steps.plain);
    const squares = (w: number[]) => w.map((v) => v * v);
    const vjp = (w: number[], v: number[]) => w.map((each, i) => (i === 5 ? 3 : 2) * each * v[i]);
    const layer = await checkDirectionsAsync(
      async (w) => squares(w),
      async (w, v: number[]) => vjp(w, v),
      x,
    );
    expect(layer).toEqual(checkDirections(squares, vjp, x));
    expect(layer.wrong.map(({ name }) => name)).toEqual(['x[5]']);
  });

  // begun anew with each value these would take minutes: from the last element on it is a second
  it('goes on where it was, so that a thousand elements and a hundred outputs are soon checked', async () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => 1.5 + Math.sin(i));
    const cubes = (w: Float64Array) => w.reduce((sum, v) => sum + v ** 3, 0);
    const slopes = (w: Float64Array) => w.map((v) => 3 * v * v);
    const shares: number[] = [];
    const report = await diagnoseGradientAsync(async (w) => cubes(w), slopes, x, {
      onProgress: (share) => shares.push(share),
    });
    expect(report).toEqual(diagnoseGradient(cubes, slopes, x));
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    const few = x.slice(0, 100);
    const F = (w: Float64Array) => w.map((v, i) => v * w[(i + 1) % 100]);
    const vjp = (w: Float64Array, v: Float64Array) =>
      w.map((_, i) => v[i] * w[(i + 1) % 100] + v[(i + 99) % 100] * w[(i + 99) % 100]);
    expect(
      await diagnoseVjpAsync(
        async (w) => F(w),
        async (w, v: Float64Array) => vjp(w, v),
        few,
      ),
    ).toEqual(diagnoseVjp(F, vjp, few));
  });

  it('sees that a plain loss changes x, though its gradient is awaited', async () => {
    const changing = (w: number[]) => {
      w[0] += 0;
      w.push(0);
      return w[0] * w[1];
    };
    const { findings } = await diagnoseGradientAsync(changing, gradient, [1.5, -2.3]);
    expect(findings.map(({ kind }) => kind)).toContain('mutates-x');
  });

  it('is named by the plain one where that gets a promise', () => {
    expect(() => diagnoseGradient(f as never, gradient as never, [1, 2])).toThrow(/await diagnoseGradientAsync/);
  });
});
