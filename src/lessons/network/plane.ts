/** The input plane after so many steps of training: regions, points and how many of these lie in another class's region. */
import { type PlacedPoint, pointsOf, type Region, regionsOf } from './regions.ts';
import { weightsAfter } from './training.ts';

export interface PlaneShown {
  readonly steps: number;
  readonly regions: readonly Region[];
  readonly points: readonly PlacedPoint[];
  readonly missed: number;
}

export function planeAfter(steps: number): PlaneShown {
  const weights = weightsAfter(steps);
  const points = pointsOf(weights);
  return { steps, regions: regionsOf(weights), points, missed: points.filter(({ right }) => !right).length };
}
