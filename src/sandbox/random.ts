/** A seeded random generator for the reader's code, so that a loss with random numbers is the same at every call. */

export interface SeededRandom {
  /** The next number in [0, 1). */
  (): number;
  /** The next number of a standard normal distribution (Box and Muller 1958). */
  normal: () => number;
  /** An array of standard normal numbers. */
  normals: (length: number, scale?: number) => number[];
}

/** Makes a generator: the same seed gives the same numbers, in every browser (mulberry32, Tommy Ettinger). */
export function seededRandom(seed = 1): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Object.assign(next, {
    normal,
    normals: (length: number, scale = 1) => Array.from({ length }, () => scale * normal()),
  });
}
