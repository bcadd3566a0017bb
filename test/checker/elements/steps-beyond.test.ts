import { describe, expect, it } from 'vitest';
import { preflight } from '@/checker/contract/preflight.ts';
import { stepsBeyond } from '@/checker/elements/steps-beyond.ts';
import { sceneOf } from '../contract/kit.ts';

/** Whether f, which is flat at 1.1, is found to step beyond. */
const look = (f: (x: number[]) => number, count = 1, left?: number) => {
  const x = Array.from({ length: count }, () => 1.1);
  const scene = sceneOf(f, x);
  const before = preflight(scene, (w) => w.map(() => 0));
  const evaluator = { ...scene.evaluator, at: scene.evaluator.at };
  return stepsBeyond(left === 0 ? sceneOf(f, x, 0) : { ...scene, evaluator }, before, [...x.keys()]);
};
const steps = (each: (v: number) => number) => look(([v]) => each(v)).get(0);

describe('beyond a flat stretch', () => {
  it('f steps, on either side, near or as far off as its scale', () => {
    expect(steps((v) => (v > 1.15 ? 1 : 0))).toBe(true);
    expect(steps((v) => (v < 0.3 ? 1 : 0))).toBe(true);
    expect(steps((v) => 5 + Math.floor(v / 1.9))).toBe(true);
  });

  it('f bends: that is no step, however steep', () => {
    expect(steps((v) => Math.max(0, v - 1.15))).toBe(false);
    expect(steps((v) => 1000 * Math.max(0, v - 1.15) ** 2)).toBe(false);
  });

  it('f stays flat, or is not finite', () => {
    expect(steps(() => 3)).toBe(false);
    expect(steps((v) => (v > 1.15 ? Number.NaN : 3))).toBe(false);
  });

  it('f in float32 moves by some last digits: that is its rounding', () => {
    expect(steps((v) => Math.fround(1 + 2e-7 * v ** 3))).toBe(false);
    expect(steps((v) => 1 + (v > 1.15 ? 2e-7 : 0))).toBe(true);
  });

  it('three elements tell enough', () => {
    const found = look((x) => (x.some((v) => v > 1.15) ? 1 : 0), 10);
    expect([...found]).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
  });

  it('nothing is found without evaluations', () => {
    expect(look(() => 3, 1, 0).size).toBe(0);
  });
});
