/** The numbers of the chapter “A layer on its own”, computed while the site is built. */
import { diagnoseGradient, diagnoseVjp } from '@/checker/index.ts';
import { layerBugs, layers } from '@/examples/layers/index.ts';
import { randomCotangent } from '@/examples/layers/layer.ts';
import linear from '@/examples/layers/linear.ts';
import { elementsOf } from '@/examples/programs/planted.ts';

/** The zoo, and how many of its bugs are right under v = ones. */
export const zoo = {
  layers: layers.length,
  bugs: layerBugs.length,
  unseen: layerBugs.filter((bug) => bug.unseenBySum()).length,
};

const y = linear.F(linear.point) as number[][];
const v = randomCotangent(y, 1) as number[][];

/** The linear layer with all its outputs, and the same layer under one v, as a loss. */
export const cost = {
  inputs: elementsOf(linear.point).length,
  outputs: y.flat().length,
  layer: diagnoseVjp(linear.F, linear.vjp, linear.point).evaluations,
  loss: diagnoseGradient(
    (x) => (linear.F(x) as number[][]).flat().reduce((sum, value, i) => sum + value * v.flat()[i], 0),
    (x) => linear.vjp(x, v),
    linear.point,
  ).evaluations,
};

interface Format {
  readonly name: string;
  /** Half the distance from 1 to the next number. */
  readonly epsilon: number;
  /** The step of the central difference at which truncation and rounding are equal, for an f of order 1. */
  readonly step: number;
  /** Digits of a slope that are right at that step. */
  readonly digits: number;
}

/** h³ = 3ε where f and its third derivative are of the same size; the error there is ε/h + h²/6. */
function formatOf(name: string, bits: number): Format {
  const epsilon = 2 ** -bits;
  const step = Math.cbrt(3 * epsilon);
  return { name, epsilon, step, digits: -Math.log10(epsilon / step + step ** 2 / 6) };
}

/** By the bits of the significand, the hidden one included. */
export const formats: readonly Format[] = [
  formatOf('float64', 53),
  formatOf('float32', 24),
  formatOf('TF32', 11),
  formatOf('float16', 11),
  formatOf('bfloat16', 8),
];
