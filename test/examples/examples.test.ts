import { describe, expect, it } from 'vitest';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { notebookExamples, stepSizeExamples } from '@/examples/index.ts';
import { textOf } from '@/examples/text.ts';

const all = [...notebookExamples, ...stepSizeExamples.slice(1)];
const run = (code: string, x: readonly number[]): unknown => new Function('x', `return (${code});`)(x);

/** Richardson's extrapolation of the central difference from h and h/2, h relative to x: about 1e-9 for these functions. */
function slope(f: (x: readonly number[]) => number, x: readonly number[], i: number, scale: number): number {
  const central = (h: number) => {
    const shifted = (d: number) => x.map((v, j) => (j === i ? v + d : v));
    return (f(shifted(h)) - f(shifted(-h))) / (2 * h);
  };
  return (4 * central(scale / 2) - central(scale)) / 3;
}

describe('the examples', () => {
  it('have ids of their own', () => {
    expect(new Set(all.map((e) => e.id)).size).toBe(all.length);
  });

  it.each(all.map((e) => [e.id, e] as const))('%s shows the code that runs', (_, e) => {
    expect(run(textOf(e.f), e.x)).toBe(e.f(e.x));
  });

  it.each(notebookExamples.map((e) => [e.id, e] as const))('%s shows the gradient that runs', (_, e) => {
    expect(run(textOf(e.gradient), e.x)).toEqual(e.gradient(e.x));
  });

  it('of the step size are written in JavaScript by their own formula', () => {
    expect(stepSizeExamples.map(({ f }) => textOf(f))).toEqual([
      'Math.sin(x[0]) * Math.exp(x[1])',
      '1e8 + (Math.sin(x[0]) + Math.sin(x[1]) + Math.sin(x[2]))',
      'Math.log(x[0]) + Math.log(x[1])',
      'Math.sqrt(x[0]) + Math.sqrt(x[1])',
      'Math.sin(1000 * x[0]) + x[1] * x[1]',
      'x[0] * x[0] + 3 * x[0] * x[1]',
    ]);
  });

  it.each(all.map((e) => [e.id, e] as const))('%s has a right gradient exactly if it names no bug', (_, e) => {
    const scale = (i: number) => (e.id === 'fast-wave' ? 1e-5 : 1e-3 * Math.max(Math.abs(e.x[i]), 1e-9));
    const noise = e.id === 'large-offset' ? 1e-3 : 1e-7;
    const near = e.gradient(e.x).every((a, i) => {
      const n = slope(e.f, e.x, i, scale(i));
      return Math.abs(a - n) <= noise * Math.max(Math.abs(a), Math.abs(n));
    });
    expect(near).toBe(e.bug === undefined);
  });

  it.each(stepSizeExamples.map((e) => [e.id, e] as const))('%s has right third derivatives', (_, e) => {
    pureDerivatives(e.over, e.x, 3).forEach((third, i) => {
      const h = 1e-4 * Math.abs(e.x[i]) * (e.id === 'fast-wave' ? 0.01 : 1);
      const at = (d: number) => e.gradient(e.x.map((v, j) => (j === i ? v + d : v)))[i];
      const second = (at(h) - 2 * at(0) + at(-h)) / (h * h);
      expect(Math.abs(second - third)).toBeLessThanOrEqual(1e-3 * Math.abs(third) + 1e-5);
    });
  });
});
