/** The error of a forgotten slope of tanh, and the slope itself, for weights of other sizes. For build time. */
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { mapPoint } from '@/examples/programs/planted.ts';
import { normalData } from '@/examples/random.ts';
import { forwardPass, gradientWith } from './backprop.ts';
import { flatWeights, start } from './data.ts';
import { FACTORS, type SizeCurve } from './weight-size-drawing.ts';

const slopeOf = (z: number): number => 1 - Math.tanh(z) ** 2;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const right = gradientWith({});
const forgotten = gradientWith({ dZ: 'no-slope' });

/** At weights a factor times those that the network starts from. */
export function sizeAt(factor: number) {
  const weights = mapPoint(start, (weight) => factor * weight);
  const [wrong, truth] = [forgotten(weights), right(weights)];
  const zs = forwardPass(weights).Z.flat();
  return {
    z: Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length),
    error: relativeError(wrong.W1.flat(), truth.W1.flat()),
    slope: median(zs.map(slopeOf)),
    /** The same error where all groups share one norm. */
    overAll: relativeError(flatWeights(wrong), flatWeights(truth)),
  };
}

export const sizeCurve = (): SizeCurve => FACTORS.map(sizeAt);

/** The share of the units of a wide layer whose slope of tanh rounds to 0, for weights drawn with a given deviation. */
export function deadShare(inputs: number, deviation: number): number {
  const units = 1000;
  const random = normalData(11);
  const x = random.vector(inputs);
  const dead = Array.from({ length: units }, () => {
    const w = random.vector(inputs, deviation);
    return slopeOf(w.reduce((sum, weight, i) => sum + weight * x[i], 0)) === 0;
  });
  return dead.filter(Boolean).length / units;
}
