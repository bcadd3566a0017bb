/** The zoo of layers: functions with many outputs, right backward passes, and the bugs planted in them. */
import attention from './attention.ts';
import batchNorm from './batch-norm.ts';
import broadcastAdd from './broadcast-add.ts';
import convolution from './convolution.ts';
import embedding from './embedding.ts';
import type { Layer, LayerBug } from './layer.ts';
import layerNorm from './layer-norm.ts';
import linear from './linear.ts';
import lstm from './lstm.ts';
import norm from './norm.ts';
import pooling from './pooling.ts';
import softmax from './softmax.ts';
import solve from './solve.ts';
import timeStep from './time-step.ts';

export const layers: readonly Layer[] = [
  linear,
  convolution,
  pooling,
  softmax,
  layerNorm,
  batchNorm,
  attention,
  embedding,
  lstm,
  broadcastAdd,
  norm,
  solve,
  timeStep,
];

/** Every bug that is planted in a layer, layer by layer. */
export const layerBugs: readonly LayerBug[] = layers.flatMap((layer) => layer.bugs);
