import { describe, expect, it } from 'vitest';
import { search } from '@/checker/directions/direction-search.ts';
import { type Comparison, type Field, sizeAlong } from '@/checker/directions/directions.ts';
import type { Run } from '@/checker/directions/run.ts';
import { seededRandom } from '@/checker/random.ts';
import { evenly } from '@/checker/slope/precision.ts';
import { sinesWith } from './kit.ts';

const X = Float64Array.from({ length: 100 }, (_, i) => 0.1 + i / 200);

function runOver(field: Field): Run & { parts: string[] } {
  const comparisons: Comparison[] = [];
  const parts: string[] = [];
  return {
    field,
    random: seededRandom(5),
    wrong: [],
    doubts: new Map(),
    agreed: 0,
    suspects: [],
    comparisons,
    parts,
    tell: (comparison, part) => {
      parts.push(part);
      comparisons.push(comparison);
    },
  };
}
function searched(field: Field, { wanted = 10, noisy = false } = {}) {
  const run = runOver(field);
  search(run, wanted, noisy);
  return run;
}

describe('a search along random directions', () => {
  it('ends when as many as wanted have agreed, without a doubt', () => {
    const run = searched(sinesWith(X, (slope) => slope));
    expect([run.agreed, run.wrong, [...run.doubts]]).toEqual([10, [], []]);
    expect(run.parts.filter((part) => part === 'whole')).toHaveLength(10);
  });

  it('names every wrong element with its slopes, and goes on until the rest agrees', () => {
    const run = searched(sinesWith(X, (slope, i) => (i % 40 === 7 ? -slope : slope)));
    expect(run.wrong.map(({ index }) => index).sort((a, b) => a - b)).toEqual([7, 47, 87]);
    for (const { index, name, analytic, numeric, tolerance } of run.wrong) {
      expect(name).toBe(`x[${index}]`);
      expect(analytic).toBe(-Math.cos(X[index]));
      expect(Math.abs(numeric - Math.cos(X[index]))).toBeLessThan(tolerance);
    }
    expect(run.agreed).toBe(10);
  });

  it('goes on as long as it finds something, though errors cancel along some directions', () => {
    const run = searched(sinesWith(X, (slope, i) => (i % 5 === 2 ? slope + 1 : slope)));
    expect(run.wrong.map(({ index }) => index % 5)).toEqual(Array(20).fill(2));
    expect([...run.doubts]).toEqual([]);
    const finding = run.parts.filter((part, k) => part === 'whole' && run.parts[k + 1] === 'search');
    expect(finding.length).toBeGreaterThan(3);
  });

  it('compares the parts that the others hide once, after the first direction that agrees', () => {
    const light = sinesWith({ w: X.slice(0, 50), b: new Float64Array(50) }, (slope) => slope);
    const scales = light.scales.map((scale, i) => (i < 50 ? scale : 1e-8 * scale));
    const surroundings = { ...light.surroundings, precision: evenly(1e-9) };
    const run = searched({ ...light, scales, surroundings });
    expect(run.parts.indexOf('group')).toBe(1);
    const groups = run.parts.filter((part) => part === 'group').length;
    expect(groups).toBeGreaterThan(0);
    expect(groups).toBeLessThanOrEqual(4);
    expect(run.agreed).toBe(10);
    // where nothing hides, nothing is compared by itself
    expect(searched(sinesWith({ w: X.slice(0, 50), b: X.slice(50) }, (slope) => slope)).parts).not.toContain('group');
  });

  it('names no element of a noisy f, and gives up', () => {
    const run = searched(
      sinesWith(X, (slope) => 2 * slope),
      { noisy: true },
    );
    expect(run.wrong).toEqual([]);
    expect(run.doubts.has('truncation')).toBe(true);
    expect(run.parts).toEqual(['whole', 'whole', 'whole']);
  });

  it('doubts an agreement with so wide a tolerance that a wrong gradient would agree as well', () => {
    const field = sinesWith(X, (slope) => slope);
    field.surroundings = { ...field.surroundings, precision: evenly(0.5) };
    const run = searched(field);
    expect(run.agreed).toBe(10);
    expect([...run.doubts]).toEqual([['round-off', []]]);
  });

  it('agrees without a doubt where f stands still and 0 is claimed, and doubts a slope that would not show', () => {
    const still = (claimed: number) => {
      const field = sinesWith(X, () => claimed);
      const { evaluator } = field;
      const flat = { ...evaluator, at: () => 1, left: 1000 };
      return searched({
        ...field,
        evaluator: flat,
        surroundings: { ...field.surroundings, evaluator: flat, value: 1 },
      });
    };
    expect([still(0).agreed, [...still(0).doubts]]).toEqual([10, []]);
    expect([still(1e-25).agreed, [...still(1e-25).doubts]]).toEqual([10, []]);
    expect([...still(1e-18).doubts]).toEqual([['round-off', []]]);
  });

  it('names 32 elements at most, and keeps the spans that hold more', () => {
    const run = searched(sinesWith(X, (slope) => 3 * slope));
    expect(run.wrong).toHaveLength(32);
    expect(run.suspects.length).toBeGreaterThan(0);
  });
});

it('the size of a gradient along a direction is the length of the products', () => {
  const field = sinesWith([0, 0, 0], (_, i) => [3, 2, 9][i]);
  expect(sizeAlong(field, Float64Array.of(1, -2, 5), { start: 0, size: 2 })).toBe(5); // 3 and -4
});
