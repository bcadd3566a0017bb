/**
 * Gradient descent on a quadratic loss. Every gradient here, right or wrong, is an affine map of the parameters, so a
 * step is one product with a small matrix, and a thousand steps take no longer than a frame.
 */
import { type Matrix, matvec, subtract, type Vector } from '@/examples/programs/matrix.ts';

/** g(x) = A x + c. */
export interface Affine {
  readonly A: Matrix;
  readonly c: Vector;
}

const unit = (size: number, at: number): Vector => Array.from({ length: size }, (_, i) => (i === at ? 1 : 0));

/** The matrix and the constant of an affine map, from its values at 0 and at the unit vectors. */
export function affineOf(g: (x: Vector) => Vector, size: number): Affine {
  const c = g(unit(size, -1));
  const columns = c.map((_, j) => subtract(g(unit(size, j)), c));
  return { A: c.map((_, i) => columns.map((column) => column[i])), c };
}

/** Where an affine gradient vanishes: Gaussian elimination, with pivots. */
export function zeroOf({ A, c }: Affine): Vector {
  const rows = A.map((row, i) => [...row, -c[i]]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]) > Math.abs(rows[best][k]) ? k + i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= size; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, i) => row[size] / row[i]);
}

/**
 * Descent from a start. `visit` is called at every point, the start among them, with an array that is used again.
 * Plain loops: this runs at every tick of a slider.
 */
export function descend(
  { A, c }: Affine,
  start: Vector,
  rate: number,
  steps: number,
  visit: (x: Vector, step: number) => void,
): Vector {
  let x = [...start];
  let next = [...start];
  visit(x, 0);
  for (let step = 1; step <= steps; step++) {
    for (let i = 0; i < x.length; i++) {
      let slope = c[i];
      for (let j = 0; j < x.length; j++) slope += A[i][j] * x[j];
      next[i] = x[i] - rate * slope;
    }
    [x, next] = [next, x];
    visit(x, step);
  }
  return x;
}

/** ½ (x − at)ᵀ A (x − at) */
export function quadratic(A: Matrix, at: Vector, x: Vector): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    let image = 0;
    for (let j = 0; j < x.length; j++) image += A[i][j] * (x[j] - at[j]);
    total += (x[i] - at[i]) * image;
  }
  return total / 2;
}

const POWER_STEPS = 2000;

/** The largest eigenvalue of a symmetric positive matrix, by von Mises' iteration. */
export function largestEigenvalue(A: Matrix): number {
  let vector: Vector = A.map(() => 1);
  let length = 0;
  for (let step = 0; step < POWER_STEPS; step++) {
    const image = matvec(A, vector);
    length = Math.hypot(...image);
    vector = image.map((value) => value / length);
  }
  return length;
}
