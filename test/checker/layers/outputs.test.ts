import { describe, expect, it } from 'vitest';
import { memoryOf, type Outputs, seenAs } from '@/checker/layers/outputs.ts';

const X = Float64Array.of(1, 2);
/** F(a, b) = (a b, a + b), whose calls are listed. */
function opened(F = ([a, b]: Float64Array) => Float64Array.of(a * b, a + b)) {
  const called: number[][] = [];
  const outputs = {
    name: 'F',
    calls: 1,
    left: 10,
    thrown: undefined,
    mutated: false,
    at: (values: Float64Array) => {
      called.push([...values]);
      return F(values);
    },
  } as unknown as Outputs;
  return { called, outputs, memory: memoryOf({ outputs, first: F(X) }, X) };
}

describe('outputs that are remembered', () => {
  it('at x are the first ones, without a call; a second call at x is made, and kept beside it', () => {
    const { called, memory } = opened();
    expect([...memory.call(X)]).toEqual([2, 3]);
    expect(called).toEqual([]);
    memory.call(X);
    expect(called).toEqual([[1, 2]]);
    expect(memory.atX.map((y) => [...y])).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect([...memory.recall(X)]).toEqual([2, 3]);
    expect(called.length).toBe(1);
  });

  it('elsewhere are called for once', () => {
    const { called, memory } = opened();
    const points = [
      [3, 4],
      [4, 3],
      [3, 5],
    ];
    for (const point of [...points, ...points])
      expect([...memory.recall(Float64Array.from(point))]).toEqual([point[0] * point[1], point[0] + point[1]]);
    expect(called).toEqual(points);
    memory.call(Float64Array.of(3, 4));
    expect(called.length).toBe(4);
  });

  it('are told apart where points have the same sum', () => {
    const { memory } = opened(([a]) => Float64Array.of(a));
    const far = 2 ** 60;
    memory.recall(Float64Array.of(far, 1));
    memory.recall(Float64Array.of(far, 2));
    expect([...memory.recall(Float64Array.of(far, 1))]).toEqual([far]);
    expect([...memory.recall(Float64Array.of(1, far))]).toEqual([1]);
  });

  it('are single precision where all are float32, and one is no shorter', () => {
    const single = (scale: number) => opened((x) => x.map((v) => Math.fround(v * scale))).memory;
    expect(single(1).isSingle()).toBe(false);
    expect(single(0.1).isSingle()).toBe(true);
    const mixed = opened((x) => (x[0] === 1 ? x.map((v) => Math.fround(v / 10)) : x.map((v) => v / 10))).memory;
    expect(mixed.isSingle()).toBe(true);
    mixed.call(Float64Array.of(5, 6));
    expect(mixed.isSingle()).toBe(false);
  });

  it('are one number in a view, counted as calls of F', () => {
    const { outputs, memory } = opened();
    const view = seenAs(outputs, memory.recall, ([product, sum]) => product - sum);
    expect(view.at(Float64Array.of(3, 4))).toBe(5);
    expect([view.name, view.calls, view.left]).toEqual(['F', 1, 10]);
    view.calls = 7;
    expect(outputs.calls).toBe(7);
  });
});
