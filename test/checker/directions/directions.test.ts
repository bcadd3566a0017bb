import { describe, expect, it } from 'vitest';
import { agrees, compare, compareBriefly, type Field } from '@/checker/directions/directions.ts';
import { createEvaluator } from '@/checker/point/evaluator.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { evenly, FLOAT64 } from '@/checker/slope/precision.ts';

/** f = sum of `each` over two elements at 1, with its right slope claimed of both. */
function fieldOf(each: (x: number) => number, slope: number): Field {
  const x = Float64Array.of(1, 1);
  const { layout, values } = layoutOf(x);
  const evaluator = createEvaluator((p: Float64Array) => each(p[0]) + each(p[1]), x, 1000, undefined);
  return {
    evaluator,
    surroundings: { evaluator, values, value: 2 * each(1), precision: evenly(2 ** -52) },
    layout,
    analytic: Float64Array.of(slope, slope),
    wobble: new Float64Array(2),
    floor: 0,
    scales: Float64Array.of(1, 1),
    reaches: Float64Array.of(1, 1),
    grid: FLOAT64,
    gridOf: () => FLOAT64,
  };
}

const direction = Float64Array.of(1, 1);
const half = { start: 0, size: 1 };
const whole = { start: 0, size: 2, numeric: 0, shape: 'smooth', variation: 1 } as const;

describe('half of a direction', () => {
  it('takes four evaluations where the step of the whole serves it', () => {
    const field = fieldOf(Math.sin, Math.cos(1));
    const parent = { ...whole, analytic: 2 * Math.cos(1), tolerance: 1e-8, step: 2 ** -10 };
    const found = compareBriefly(field, direction, half, parent);
    expect(field.evaluator.calls).toBe(4);
    expect(found.step).toBe(parent.step);
    expect(agrees(found)).toBe(true);
  });

  it('is measured anew, with shorter steps, where that step is too long for it', () => {
    const f = (x: number) => Math.sin(40 * x) / 40;
    const field = fieldOf(f, Math.cos(40));
    const parent = { ...whole, analytic: 2 * Math.cos(40), tolerance: 1e-8, step: 2 ** -5 };
    const found = compareBriefly(field, direction, half, parent);
    expect(found.step).toBeLessThan(parent.step);
    expect(found.tolerance).toBeLessThan(1e-6);
    expect(agrees(found)).toBe(true);
    // an error a tenth as large as its own slope is too much where the whole has one of a twentieth
    expect(compareBriefly(field, direction, half, { ...parent, tolerance: 0.05 }).step).toBeLessThan(parent.step);
  });
});

describe('the tolerance of a comparison', () => {
  const span = { start: 0, size: 2 };
  const slope = Math.cos(1);

  it('has room for the floors of the elements, as they add up with random signs, twice', () => {
    const field = { ...fieldOf(Math.sin, slope), floor: 1e-3 };
    expect(compare(field, direction, span, 2 ** -10).tolerance).toBeCloseTo(2 * 1e-3 * slope * Math.SQRT2, 8);
  });

  it('has room for the rounding of the analytic gradient, four times', () => {
    const field = { ...fieldOf(Math.sin, slope), wobble: Float64Array.of(1e-3, 2e-3) };
    expect(compare(field, direction, span, 2 ** -10).tolerance).toBeCloseTo(4 * Math.hypot(1e-3, 2e-3), 8);
    expect(
      compareBriefly(field, direction, half, { ...whole, analytic: 0, tolerance: 1e-8, step: 2 ** -10 }).tolerance,
    ).toBeCloseTo(4e-3, 8);
  });

  it('is that of rounding where f is rougher along all elements at once than it was beside x', () => {
    const rough = (x: number) => Math.sin(x) + 1e-7 * Math.sin(1e12 * x);
    const field = fieldOf(rough, slope);
    field.surroundings = { ...field.surroundings, precision: { ...evenly(2 ** -52), height: 2e-7 } };
    const found = compare(field, direction, span, 2 ** -10);
    expect([found.shape, agrees(found)]).toEqual(['smooth', true]);
    expect(field.surroundings.precision.noise).toBe(2e-7);
  });
});
