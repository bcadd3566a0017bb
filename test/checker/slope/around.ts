/** A point whose surroundings are looked at, for the parts that measure how exact f is. */
import { createEvaluator } from '@/checker/point/evaluator.ts';
import { seededRandom } from '@/checker/random.ts';
import type { Around } from '@/checker/slope/table.ts';

export function aroundOf(f: (x: Float64Array) => number, x: readonly number[], budget = 1000): Around {
  const values = Float64Array.from(x);
  return {
    evaluator: createEvaluator(f, values.slice(), budget, undefined),
    values,
    scales: values.map((v) => Math.abs(v) || 1),
    random: seededRandom(1),
  };
}

/** A number rounded to a number of significant bits. */
export function roundTo(bits: number, v: number): number {
  if (v === 0) return 0;
  const spacing = 2 ** (Math.floor(Math.log2(Math.abs(v))) + 1 - bits);
  return Math.round(v / spacing) * spacing;
}
