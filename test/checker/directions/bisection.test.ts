import { describe, expect, it } from 'vitest';
import { bisect } from '@/checker/directions/bisection.ts';
import { agrees, type Comparison, compare, type Field } from '@/checker/directions/directions.ts';
import { FIRST_STEP } from '@/checker/slope/slope.ts';
import { sinesWith } from './kit.ts';

const X = Float64Array.from({ length: 64 }, (_, i) => 0.1 + i / 100);
const wrongAt =
  (...wrong: number[]) =>
  (slope: number, i: number) =>
    wrong.includes(i) ? slope + 1 + i / 64 : slope;

function run(field: Field, mustStop = () => false) {
  const direction = field.scales.slice();
  const steps: Comparison[] = [];
  const told: number[] = [];
  const whole = compare(field, direction, { start: 0, size: field.layout.size }, FIRST_STEP);
  const found = bisect(
    field,
    direction,
    whole,
    (step) => steps.push(step),
    ({ start }) => told.push(start),
    mustStop,
  );
  return { ...found, steps, told, whole, elements: found.elements.map(({ start }) => start) };
}

describe('a bisection', () => {
  it.each([0, 21, 63])('finds the one wrong element, %i of 64, in log2(64) = 6 halvings', (i) => {
    const field = sinesWith(X, wrongAt(i));
    const { elements, steps, unsearched, whole } = run(field);
    expect(agrees(whole)).toBe(false);
    expect(elements).toEqual([i]);
    expect(unsearched).toEqual([]);
    expect(steps.length).toBeLessThanOrEqual(2 * 6);
    expect(field.evaluator.calls).toBeLessThan(64);
  });

  it('finds several, the worst first, and tells each at once', () => {
    const { elements, told } = run(sinesWith(X, wrongAt(3, 40, 41)));
    expect([...elements].sort((a, b) => a - b)).toEqual([3, 40, 41]);
    expect(elements[2]).toBe(3);
    expect(told).toEqual(elements);
  });

  it('measures the second half where the difference to the whole tells too little, and tells of that too', () => {
    const { steps } = run(sinesWith(X, wrongAt(3, 40)));
    // both halves are wrong: the first is measured, and what it leaves of the whole is clear
    expect(steps[0]).toMatchObject({ start: 0, size: 32 });
    const vague = sinesWith(X, wrongAt(3));
    const whole = { ...compare(vague, vague.scales.slice(), { start: 0, size: 64 }, FIRST_STEP), tolerance: 0.9 };
    const told: Comparison[] = [];
    bisect(
      vague,
      vague.scales.slice(),
      whole,
      (step) => told.push(step),
      () => {},
      () => told.length > 2,
    );
    expect(told.map(({ start, size }) => [start, size]).slice(0, 2)).toEqual([
      [0, 32],
      [0, 16],
    ]);
    const right = sinesWith(X, (slope) => slope);
    const off = { ...compare(right, right.scales.slice(), { start: 0, size: 64 }, FIRST_STEP), analytic: 99 };
    const both: Comparison[] = [];
    bisect(
      right,
      right.scales.slice(),
      { ...off, tolerance: 40 },
      (step) => both.push(step),
      () => {},
      () => both.length > 1,
    );
    expect(both.map(({ start }) => start)).toEqual([0, 32]);
  });

  it('splits at the boundary of a group where a span holds several', () => {
    const { steps } = run(sinesWith({ W: X.slice(0, 40), b: X.slice(40) }, wrongAt(50)));
    expect(steps[0]).toMatchObject({ start: 0, size: 40 });
    const three = run(sinesWith({ a: X.slice(0, 10), b: X.slice(10, 40), c: X.slice(40) }, wrongAt(50)));
    expect(three.steps[0]).toMatchObject({ start: 0, size: 40 });
    const early = run(sinesWith({ a: X.slice(0, 30), b: X.slice(30, 60), c: X.slice(60) }, wrongAt(50)));
    expect(early.steps[0]).toMatchObject({ start: 0, size: 30 });
  });

  it('stops when it is told to, and says what it has not searched', () => {
    let left = 3;
    const { elements, unsearched } = run(sinesWith(X, wrongAt(21)), () => left-- === 0);
    expect(elements).toEqual([]);
    expect(unsearched).toHaveLength(1);
    expect(unsearched[0]).toMatchObject({ start: 16, size: 8 }); // 64 halved three times, around 21
  });
});
