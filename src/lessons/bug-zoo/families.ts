/** The families of the zoo by name; each is fetched when it is chosen. */

import type { Family } from '@/examples/programs/family.ts';

export interface FamilyEntry {
  readonly id: string;
  readonly title: string;
  readonly load: () => Promise<Family>;
}

export const familyEntries: readonly FamilyEntry[] = [
  {
    id: 'linear-regression',
    title: 'Linear regression',
    load: async () => (await import('@/examples/programs/linear-regression.ts')).linearRegression,
  },
  {
    id: 'logistic-regression',
    title: 'Logistic regression',
    load: async () => (await import('@/examples/programs/logistic-regression.ts')).logisticRegression,
  },
  {
    id: 'softmax-regression',
    title: 'Softmax cross-entropy',
    load: async () => (await import('@/examples/programs/softmax-regression.ts')).softmaxRegression,
  },
  {
    id: 'two-layer-network',
    title: 'Two-layer network',
    load: async () => (await import('@/examples/programs/two-layer-network.ts')).twoLayerNetwork,
  },
  {
    id: 'layer-norm',
    title: 'Layer normalisation',
    load: async () => (await import('@/examples/programs/layer-norm.ts')).layerNorm,
  },
  {
    id: 'convolution',
    title: 'Convolution',
    load: async () => (await import('@/examples/programs/convolution.ts')).convolution,
  },
  {
    id: 'recurrent',
    title: 'Recurrent network',
    load: async () => (await import('@/examples/programs/recurrent.ts')).recurrent,
  },
  {
    id: 'embedding',
    title: 'Embedding',
    load: async () => (await import('@/examples/programs/embedding.ts')).embedding,
  },
  {
    id: 'lasso',
    title: 'Sparse regression (lasso)',
    load: async () => (await import('@/examples/programs/lasso.ts')).lasso,
  },
  {
    id: 'robot-arm',
    title: 'Robot arm',
    load: async () => (await import('@/examples/programs/robot-arm.ts')).robotArm,
  },
];

/** The whole zoo, for drawing from it. */
export const loadAll = (): Promise<Family[]> => Promise.all(familyEntries.map(({ load }) => load()));
