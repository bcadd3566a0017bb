/** The network at weights of another size: what a forgotten slope of tanh looks like there, and what is left of the slope. For build time. */
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { scale } from '@/examples/programs/matrix.ts';
import { normalData } from '@/examples/random.ts';
import { forwardPass, gradientWith } from './backprop.ts';
import { start, type Weights } from './data.ts';
import { FACTORS, type SizeCurve } from './weights-size-drawing.ts';

const scaled = (factor: number): Weights => ({
  W1: scale(start.W1, factor),
  b1: scale(start.b1, factor),
  W2: scale(start.W2, factor),
  b2: scale(start.b2, factor),
});

const flat = ({ W1, b1, W2, b2 }: Weights): number[] => [...W1.flat(), ...b1, ...W2.flat(), ...b2];
const slopeOf = (z: number): number => 1 - Math.tanh(z) ** 2;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const right = gradientWith({});
const forgotten = gradientWith({ dZ: 'no-slope' });

/** At weights a factor times those that the network starts from. */
export function sizeAt(factor: number) {
  const weights = scaled(factor);
  const [wrong, truth] = [forgotten(weights), right(weights)];
  const zs = forwardPass(weights).Z.flat();
  return {
    z: Math.sqrt(zs.reduce((sum, z) => sum + z * z, 0) / zs.length),
    error: relativeError(wrong.W1.flat(), truth.W1.flat()),
    slope: median(zs.map(slopeOf)),
    /** The same error where all groups share one norm. */
    overAll: relativeError(flat(wrong), flat(truth)),
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
