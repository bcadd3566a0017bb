/** Sums of a function over all elements, with slopes that are claimed of them. */
import type { Field } from '@/checker/directions/directions.ts';
import { createEvaluator } from '@/checker/point/evaluator.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { evenly, FLOAT64 } from '@/checker/slope/precision.ts';
import type { Point } from '@/checker/types.ts';

/** f = sum of sin over the elements of x, with the slopes that are claimed. */
export function sinesWith(x: Point, claimed: (slope: number, i: number) => number, budget = 2000): Field {
  const { layout, values } = layoutOf(x);
  const total = (p: Float64Array) => p.reduce((sum, v) => sum + Math.sin(v), 0);
  const evaluator = createEvaluator((p: Point) => total(layoutOf(p).values), x, budget, undefined);
  return {
    evaluator,
    // each term of the sum is rounded
    surroundings: { evaluator, values, value: total(values), precision: evenly(Number.EPSILON * values.length) },
    layout,
    analytic: values.map((v, i) => claimed(Math.cos(v), i)),
    wobble: new Float64Array(values.length),
    floor: 0,
    scales: values.map(() => 1),
    reaches: values.map(() => 1),
    grid: FLOAT64,
    gridOf: () => FLOAT64,
  };
}
