/** Small data that is the same on every machine: Tommy Ettinger's mulberry32, rounded to thousandths. */

/** A generator of numbers in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Vectors and matrices of roughly normal numbers (the sum of twelve uniform ones, less six). */
export function normalData(seed: number) {
  const uniform = mulberry32(seed);
  const one = (scale: number): number => {
    let total = -6;
    for (let i = 0; i < 12; i++) total += uniform();
    return Math.round(total * scale * 1000) / 1000;
  };
  const vector = (length: number, scale = 1): number[] => Array.from({ length }, () => one(scale));
  const matrix = (rows: number, columns: number, scale = 1): number[][] =>
    Array.from({ length: rows }, () => vector(columns, scale));
  return { vector, matrix };
}
