import { describe, expect, it } from 'vitest';
import type { Point } from '@/checker/types.ts';
import { layerBugs, layers } from '@/examples/layers/index.ts';
import { type Layer, randomCotangent } from '@/examples/layers/layer.ts';
import { elementsOf, mapPoint } from '@/examples/programs/planted.ts';
import { runShown } from './run-shown.ts';

const inOrder = (point: Point): number[] => {
  const all: number[] = [];
  mapPoint(point, (value) => {
    all.push(value);
    return value;
  });
  return all;
};

const product = (v: Point, y: Point): number => {
  const [left, right] = [inOrder(v), inOrder(y)];
  return left.reduce((sum, value, i) => sum + value * right[i], 0);
};

/** Richardson's extrapolation of central differences of ⟨v, F⟩: about 1e-10 of the slope, for the smooth layers here. */
function numericAt({ F, point }: Layer, v: Point, index: number): number {
  const at = (shift: number): number => {
    let i = 0;
    return product(v, F(mapPoint(point, (value) => (i++ === index ? value + shift : value))));
  };
  const central = (h: number) => (at(h) - at(-h)) / (2 * h);
  return (4 * central(5e-4) - central(1e-3)) / 3;
}

describe.each(layers.map((layer) => [layer.id, layer] as const))('%s', (_, layer) => {
  const { F, vjp, point, data, shown, bugs } = layer;
  const v = randomCotangent(F(point), 3);

  it('shows the forward and the backward pass that run', () => {
    const { forward, backward } = shown();
    expect(runShown(forward, { ...data, ...point }, 'return y;')).toEqual(F(point));
    expect(runShown([...forward, ...backward], { ...data, ...point, v })).toEqual(vjp(point, v));
  });

  it('has a right backward pass', () => {
    for (const [i, [, name, analytic]] of elementsOf(vjp(point, v)).entries()) {
      expect(Math.abs(analytic - numericAt(layer, v, i)), name).toBeLessThan(1e-8 * Math.max(1, Math.abs(analytic)));
    }
  });

  it('keeps its point and the cotangent as they were', () => {
    const before = structuredClone({ point, v });
    F(point);
    vjp(point, v);
    expect({ point, v }).toEqual(before);
  });

  it('has bugs that are the one wrong line that is shown', () => {
    for (const bug of bugs) {
      const { forward, backward } = shown(bug);
      expect(backward.map(({ code, mend }) => mend ?? code)).toEqual(shown().backward.map(({ code }) => code));
      expect(backward.filter(({ mend }) => mend !== undefined).map(({ name }) => name)).toEqual([bug.line]);
      expect(runShown([...forward, ...backward], { ...data, ...point, v })).toEqual(bug.make()(point, v));
      expect(bug.where.elements.length, bug.id).toBeGreaterThan(0);
    }
  });
});

describe('the bugs planted in layers', () => {
  it('are at least 30, with ids of their own', () => {
    expect(new Set(layerBugs.map(({ id }) => id)).size).toBe(layerBugs.length);
    expect(layerBugs.length).toBeGreaterThanOrEqual(30);
  });

  it('are in several cases unseen by a check of the sum of the outputs', () => {
    const unseen = layerBugs.filter((bug) => bug.unseenBySum()).map(({ id }) => id);
    expect(unseen.length).toBeGreaterThanOrEqual(12);
    // the sum of a softmax is the number of its rows, the sum on a ring is conserved
    expect(unseen).toEqual(expect.arrayContaining(['softmax/sign', 'time-step/not-reversed', 'linear/sum-of-outputs']));
  });
});
