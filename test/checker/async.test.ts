import { describe, expect, it } from 'vitest';
import { diagnoseGradient, diagnoseGradientAsync, diagnoseVjp, diagnoseVjpAsync } from '@/checker/index.ts';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';

interface Case {
  readonly id: string;
  readonly x0: readonly number[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}
const cases = (untyped as unknown as readonly Case[]).filter(({ x0 }) => x0.length <= 12);

describe('a check that awaits', () => {
  it('gives the report of the plain one, over the open corpus', async () => {
    for (const { id, x0, make } of cases) {
      const [plain, awaited] = [make(), make()];
      const x = Float64Array.from(x0);
      const report = await diagnoseGradientAsync(
        async (w) => awaited.f(w),
        async (w) => awaited.grad(w),
        x,
      );
      const expected = diagnoseGradient(plain.f, plain.grad, x);
      // that a result and an argument are one array is seen where it is the argument itself
      const telling = ({ findings }: typeof report) => findings.filter(({ kind }) => kind !== 'aliases-x');
      expect({ ...report, lossName: '', findings: telling(report) }, id).toEqual({
        ...expected,
        lossName: '',
        findings: telling(expected),
      });
    }
  });

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

  it('is named by the plain one where that gets a promise', () => {
    expect(() => diagnoseGradient(f as never, gradient as never, [1, 2])).toThrow(/await diagnoseGradientAsync/);
  });
});
