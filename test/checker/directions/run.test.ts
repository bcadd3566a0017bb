import { describe, expect, it } from 'vitest';
import { preflight } from '@/checker/contract/preflight.ts';
import type { Comparison } from '@/checker/directions/directions.ts';
import { doubt, PER_ELEMENT, settled, startRun } from '@/checker/directions/run.ts';
import type { DirectionStep } from '@/checker/directions/types.ts';
import { FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import { sceneOf } from '../contract/kit.ts';

const f = (x: number[]) => x.reduce((sum, v) => sum + Math.sin(v), 0);
const gradient = (x: number[]) => x.map(Math.cos);
const X = [1.1, -0.7];
const begin = (loss = f, slopes = gradient, onStep?: (step: DirectionStep) => void) => {
  const scene = sceneOf(loss, [...X]);
  return startRun(scene, preflight(scene, slopes), onStep);
};
const comparison: Comparison = {
  start: 0,
  size: 2,
  analytic: 1,
  numeric: 1,
  tolerance: 1e-9,
  step: 0.01,
  shape: 'smooth',
  variation: 1,
};

describe('a check along directions', () => {
  it('does not begin where f or the gradient is not finite, or throws', () => {
    expect(begin()).toBeDefined();
    expect(begin(() => Number.NaN)).toBeUndefined();
    expect(begin(f, () => [1, Number.NaN])).toBeUndefined();
    expect(
      begin(f, () => {
        throw new Error('no gradient');
      }),
    ).toBeUndefined();
  });

  it('keeps the comparisons over all of x, and tells of every one', () => {
    const told: string[] = [];
    const run = begin(f, gradient, ({ part, agrees }) => told.push(`${part} ${agrees}`));
    run?.tell(comparison, 'whole');
    run?.tell({ ...comparison, numeric: 2 }, 'search');
    expect(told).toEqual(['whole true', 'search false']);
    expect(run?.comparisons).toEqual([comparison]);
  });

  it('moves each group on the numbers that it can hold', () => {
    const x = { a: [1.1], b: Float32Array.of(0.5), c: [2.3] };
    type Y = typeof x;
    const scene = sceneOf(({ a, b, c }: Y) => a[0] * b[0] + c[0], x);
    const run = startRun(
      scene,
      preflight(scene, ({ a, b }: Y) => ({ a: [b[0]], b: Float32Array.of(a[0]), c: [1] })),
      undefined,
    );
    expect([0, 1, 2].map((i) => run?.field.gridOf(i))).toEqual([FLOAT64, FLOAT32, FLOAT64]);
    expect(run?.field.grid).toBe(FLOAT32);
    expect(begin()?.field.grid).toBe(FLOAT64);
  });

  it.each([
    ['kink', 'kink-at-x'],
    ['jump', 'jump'],
    ['outside', 'domain-edge'],
    ['unsettled', 'truncation'],
  ] as const)('doubts where f has no slope: %s', (shape, kind) => {
    const run = begin();
    if (!run) throw new Error('f is finite');
    expect(settled(run, { ...comparison, shape })).toBe(false);
    expect([...run.doubts]).toEqual([[kind, []]]);
  });

  it('does not doubt a smooth, a flat or a one-sided slope, or one that was not paid for', () => {
    const run = begin();
    if (!run) throw new Error('f is finite');
    for (const shape of ['smooth', 'flat', 'edge'] as const) expect(settled(run, { ...comparison, shape })).toBe(true);
    const poor = { ...run, field: { ...run.field, evaluator: { ...run.field.evaluator, left: PER_ELEMENT - 1 } } };
    expect(settled(poor, { ...comparison, shape: 'unsettled' })).toBe(false);
    expect([...run.doubts]).toEqual([]);
  });

  it('adds the elements of one doubt together', () => {
    const run = begin();
    if (!run) throw new Error('f is finite');
    doubt(run, 'jump', [1]);
    doubt(run, 'jump', [0]);
    doubt(run, 'round-off', []);
    expect([...run.doubts]).toEqual([
      ['jump', [1, 0]],
      ['round-off', []],
    ]);
  });
});
