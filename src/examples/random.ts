import { seededRandom } from '../checker/random.ts';

/**
 * Vectors and matrices of roughly normal numbers (the sum of twelve uniform ones, less six), rounded to thousandths so
 * that they are the same on every machine.
 */
export function normalData(seed: number) {
  const uniform = seededRandom(seed);
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
