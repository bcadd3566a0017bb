/** Which elements of a ReLU layer have a kink between x − h and x + h: there the winners of max(0, z) are not the same. */
import { normalData } from '@/examples/random.ts';

const [INPUTS, UNITS] = [4, 10];

export interface Crossings {
  readonly samples: number;
  readonly step: number;
  /** Weights and biases of the layer. */
  readonly elements: number;
  /** Elements along which a unit is on at one end of the step, and off at the other, for some sample. */
  readonly changed: number;
}

/** A random layer under so many samples. Along an element z moves in a straight line, so both ends tell. */
export function crossings({ samples, step }: Pick<Crossings, 'samples' | 'step'>): Crossings {
  const random = normalData(5);
  const weights = random.matrix(UNITS, INPUTS);
  const biases = random.vector(UNITS);
  const data = random.matrix(samples, INPUTS);
  const changed = weights.flatMap((row, unit) => {
    const z = data.map((x) => row.reduce((sum, w, i) => sum + w * x[i], biases[unit]));
    // z moves by the step times the input, for a bias by the step alone
    const crossed = (slope: (x: readonly number[]) => number) =>
      data.some((x, k) => z[k] + step * slope(x) > 0 !== z[k] - step * slope(x) > 0);
    return [...row.map((_, i) => crossed((x) => x[i])), crossed(() => 1)];
  });
  return { samples, step, elements: changed.length, changed: changed.filter(Boolean).length };
}
