/** The families of the zoo by name; each is fetched when it is chosen. */

import type { Family } from '@/examples/programs/family.ts';

export interface FamilyEntry {
  readonly id: string;
  readonly title: string;
  readonly load: () => Promise<Family>;
}

const entry = (id: string, title: string, fetched: () => Promise<{ readonly default: Family }>): FamilyEntry => ({
  id,
  title,
  load: async () => (await fetched()).default,
});

export const familyEntries: readonly FamilyEntry[] = [
  entry('linear-regression', 'Linear regression', () => import('@/examples/programs/linear-regression.ts')),
  entry('logistic-regression', 'Logistic regression', () => import('@/examples/programs/logistic-regression.ts')),
  entry('softmax-regression', 'Softmax cross-entropy', () => import('@/examples/programs/softmax-regression.ts')),
  entry('two-layer-network', 'Two-layer network', () => import('@/examples/programs/two-layer-network.ts')),
  entry('layer-norm', 'Layer normalisation', () => import('@/examples/programs/layer-norm.ts')),
  entry('convolution', 'Convolution', () => import('@/examples/programs/convolution.ts')),
  entry('recurrent', 'Recurrent network', () => import('@/examples/programs/recurrent.ts')),
  entry('embedding', 'Embedding', () => import('@/examples/programs/embedding.ts')),
  entry('lasso', 'Sparse regression (lasso)', () => import('@/examples/programs/lasso.ts')),
  entry('robot-arm', 'Robot arm', () => import('@/examples/programs/robot-arm.ts')),
  entry('ratings', 'Film ratings', () => import('@/examples/programs/ratings.ts')),
  entry('normal', 'Normal distribution', () => import('@/examples/programs/normal.ts')),
  entry('metric', 'Learned distance', () => import('@/examples/programs/metric.ts')),
  entry('mixture', 'Mixture weights', () => import('@/examples/programs/mixture.ts')),
  entry('equaliser', 'Complex filter', () => import('@/examples/programs/equaliser.ts')),
  entry('headings', 'Headings', () => import('@/examples/programs/headings.ts')),
  entry('quantised', 'Rounded weights', () => import('@/examples/programs/quantised.ts')),
];

/** The whole zoo, for drawing from it. */
export const loadAll = (): Promise<Family[]> => Promise.all(familyEntries.map(({ load }) => load()));
