import { describe, expect, it } from 'vitest';
import type { Answers } from '@/checker/contract/contract.ts';
import { asLoss } from '@/checker/layers/as-loss.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { seededRandom } from '@/checker/random.ts';

const X = [0.4, -1.1];
const Y = ([a, b]: number[]) => [a * b, Math.exp(a), a - b * b];
const back = ([a, b]: number[], v: unknown) => {
  const [p, q, r] = v as number[];
  return [p * b + q * Math.exp(a) + r, p * a - 2 * r * b];
};
const { layout } = layoutOf(X);
const scales = Float64Array.of(1, 1);
const answersOf = (analytic: number[]) =>
  ({ analytic: Float64Array.from(analytic), floor: 1e-7, wobble: new Float64Array(2) }) as unknown as Answers;

describe('a function of many outputs as one loss', () => {
  it('is a mixture of them, of which the vjp is the gradient', () => {
    const { loss, gradient } = asLoss(Y, back, seededRandom(3));
    loss(X);
    const g = gradient(X);
    const h = 2 ** -14;
    for (const i of [0, 1]) {
      const moved = (by: number) => loss(X.map((v, k) => (k === i ? v + by : v)));
      expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(g[i], 6);
    }
    expect(Number.isFinite(loss(X))).toBe(true);
  });

  it.each([
    ['a list', Y],
    ['a record', (x: number[]) => ({ first: Y(x).slice(0, 1), rest: Y(x).slice(1) })],
    ['a typed array', (x: number[]) => Float64Array.from(Y(x))],
  ])('may be %s, and v comes in that structure', (_, F) => {
    const seen: unknown[] = [];
    const { loss, gradient } = asLoss<number[]>(
      F,
      (x, v) => {
        seen.push(v);
        return x;
      },
      seededRandom(3),
    );
    expect(Number.isFinite(loss(X))).toBe(true);
    gradient(X);
    expect(Object.keys(seen[0] as object)).toEqual(Object.keys(F(X)));
    expect(Object.getPrototypeOf(seen[0])).toBe(Object.getPrototypeOf(F(X)));
  });

  it('leaves a number as it is, with a gradient that has no v, and no findings', () => {
    const seen: unknown[] = [];
    const { loss, gradient, findings } = asLoss<number[]>(
      ([a, b]) => a * b,
      (...given) => {
        seen.push(given);
        return given[0];
      },
      seededRandom(3),
    );
    expect(loss(X)).toBe(X[0] * X[1]);
    gradient(X);
    expect(seen).toEqual([[X]]);
    expect(findings(() => X, answersOf(X), layout, scales)).toEqual([]);
  });

  it('does not count outputs that are not finite at x', () => {
    const { loss } = asLoss((x) => [...Y(x), Number.NaN], back, seededRandom(3));
    expect(Number.isFinite(loss(X))).toBe(true);
  });

  it('finds that a vjp does not use its v, or is not linear in it', () => {
    const found = (vjp: typeof back) => {
      const { loss, gradient, findings } = asLoss(Y, vjp, seededRandom(3));
      loss(X);
      return findings(() => X, answersOf(gradient(X)), layout, scales).map(({ kind }) => kind);
    };
    expect(found(back)).toEqual([]);
    expect(found((x) => back(x, [1, 1, 1]))).toEqual(['ignores-cotangent']);
    expect(found((x, v) => back(x, v).map((g) => g + 0.5))).toEqual(['not-linear']);
  });
});
