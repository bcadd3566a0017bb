import { describe, expect, it } from 'vitest';
import type { PointRecord } from '@/checker/types.ts';
import { type Family, families, plantedBugs } from '@/examples/index.ts';
import { elementsOf } from '@/examples/programs/planted.ts';
import { runShown } from './run-shown.ts';

/** Richardson's extrapolation of central differences: about 1e-9 of the slope for the smooth functions here. */
function numericAt(family: Family, index: number): number {
  const at = (shift: number): number => {
    const point = structuredClone(family.point) as PointRecord;
    let i = 0;
    const move = (holder: Record<string, unknown> | unknown[]): void => {
      for (const key of Object.keys(holder)) {
        const value = (holder as Record<string, unknown>)[key];
        if (typeof value !== 'number') move(value as unknown[]);
        else if (i++ === index) (holder as Record<string, unknown>)[key] = value + shift;
      }
    };
    move(point as unknown as Record<string, unknown>);
    return family.f(point);
  };
  const central = (h: number) => (at(h) - at(-h)) / (2 * h);
  return (4 * central(5e-4) - central(1e-3)) / 3;
}

describe.each(families.map((family) => [family.id, family] as const))('%s', (_, family) => {
  it('shows the forward and the backward pass that run', () => {
    const { forward, backward } = family.shown();
    expect(runShown(forward, { ...family.data, ...family.point }, 'return loss;')).toBe(family.f(family.point));
    expect(runShown([...forward, ...backward], { ...family.data, ...family.point })).toEqual(
      family.gradient(family.point),
    );
  });

  it('has a right gradient', () => {
    for (const [i, [, name, analytic]] of elementsOf(family.gradient(family.point)).entries()) {
      expect(Math.abs(analytic - numericAt(family, i)), name).toBeLessThan(1e-8 * Math.max(1, Math.abs(analytic)));
    }
  });

  it('keeps its point as it was', () => {
    const before = structuredClone(family.point);
    family.f(family.point);
    family.gradient(family.point);
    expect(family.point).toEqual(before);
  });
});

describe('the planted bugs', () => {
  it('are at least 28, with ids of their own', () => {
    expect(new Set(plantedBugs.map((bug) => bug.id)).size).toBe(plantedBugs.length);
    expect(plantedBugs.length).toBeGreaterThanOrEqual(28);
  });

  it.each(
    families.flatMap((family) =>
      family.bugs.filter((bug) => !bug.stateful).map((bug) => [bug.id, family, bug] as const),
    ),
  )('%s is the one wrong line that is shown', (_, family, bug) => {
    const right = family.shown().backward;
    const { forward, backward } = family.shown(bug);
    expect(backward.map(({ code, mend }) => mend ?? code)).toEqual(right.map(({ code }) => code));
    expect(backward.filter(({ mend }) => mend !== undefined).map(({ name }) => name)).toEqual([bug.line]);
    expect(runShown([...forward, ...backward], { ...family.data, ...family.point })).toEqual(bug.make()(family.point));
    expect(bug.where.elements.length).toBeGreaterThan(0);
  });

  it('of the stateful ones give a fresh gradient each time', () => {
    for (const family of families)
      for (const bug of family.bugs.filter((b) => b.stateful)) {
        const point = () => structuredClone(family.point) as PointRecord;
        expect(structuredClone(bug.make()(point()))).toEqual(structuredClone(bug.make()(point())));
      }
  });
});
