/** The zoo: families of models with right gradients, and the bugs planted in them with their true diagnosis. */
import convolution from './convolution.ts';
import embedding from './embedding.ts';
import equaliser from './equaliser.ts';
import type { Family, PlantedBug } from './family.ts';
import headings from './headings.ts';
import lasso from './lasso.ts';
import layerNorm from './layer-norm.ts';
import linearRegression from './linear-regression.ts';
import logisticRegression from './logistic-regression.ts';
import metric from './metric.ts';
import mixture from './mixture.ts';
import normal from './normal.ts';
import quantised from './quantised.ts';
import ratings from './ratings.ts';
import recurrent from './recurrent.ts';
import robotArm from './robot-arm.ts';
import softmaxRegression from './softmax-regression.ts';
import twoLayerNetwork from './two-layer-network.ts';

export type { Family, PlantedBug } from './family.ts';

export const families: readonly Family[] = [
  linearRegression,
  logisticRegression,
  softmaxRegression,
  twoLayerNetwork,
  layerNorm,
  convolution,
  recurrent,
  embedding,
  lasso,
  robotArm,
  ratings,
  normal,
  metric,
  mixture,
  equaliser,
  headings,
  quantised,
];

/** Every planted bug, family by family. */
export const plantedBugs: readonly PlantedBug[] = families.flatMap((family) => family.bugs);

/** The family a bug is planted in. */
export const familyOf = (bug: PlantedBug): Family => families.find((family) => family.id === bug.family) as Family;
