/** A seeded random generator for the reader's code, so that a loss with random numbers is the same at every call. */
import * as uniform from '@/checker/random.ts';

export interface SeededRandom {
  /** The next number in [0, 1). */
  (): number;
  /** The next number of a standard normal distribution (Box and Muller 1958). */
  normal: () => number;
  /** An array of standard normal numbers. */
  normals: (length: number, scale?: number) => number[];
}

/** Makes a generator: the same seed gives the same numbers, in every browser. */
export function seededRandom(seed = 1): SeededRandom {
  const next = uniform.seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Object.assign(next, {
    normal,
    normals: (length: number, scale = 1) => Array.from({ length }, () => scale * normal()),
  });
}
