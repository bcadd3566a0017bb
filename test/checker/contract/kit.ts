/** A point under check with its surroundings, for the parts that look at f and its gradient before any slope. */
import type { Scene } from '@/checker/contract/scene.ts';
import { createEvaluator } from '@/checker/point/evaluator.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { seededRandom } from '@/checker/random.ts';
import { reachesOf, scalesOf } from '@/checker/slope/scales.ts';
import type { Loss, Point } from '@/checker/types.ts';

export function sceneOf<X extends Point>(f: Loss<X>, x: X, budget = 1000): Scene<X> {
  const { layout, values } = layoutOf(x);
  return {
    x,
    layout,
    values,
    scales: scalesOf(values, layout.blocks),
    reaches: reachesOf(values, layout.blocks),
    evaluator: createEvaluator(f, x, budget, undefined),
    relativeFloor: undefined,
    random: seededRandom(3),
  };
}
