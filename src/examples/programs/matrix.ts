/**
 * The operations that the programs are written in. A matrix is an array of rows; a tensor is a vector or a matrix.
 * Operations on two tensors need equal shapes. None of them changes its arguments.
 */

export type Vector = number[];
export type Matrix = number[][];
type Tensor = Vector | Matrix;
type Element = number | number[];

/** The tensor of the same shape with `change` applied to every element. */
export function map<T extends Tensor>(tensor: T, change: (value: number) => number): T {
  const walk = (value: Element): Element => (typeof value === 'number' ? change(value) : value.map(change));
  return (tensor as Element[]).map(walk) as T;
}

/** Joins two tensors of the same shape element by element. */
function pairs<T extends Tensor>(left: T, right: T, join: (a: number, b: number) => number): T {
  const walk = (a: Element, b: Element): Element =>
    typeof a === 'number' ? join(a, b as number) : a.map((value, i) => join(value, (b as number[])[i]));
  return (left as Element[]).map((value, i) => walk(value, (right as Element[])[i])) as T;
}

export const add = <T extends Tensor>(left: T, right: T): T => pairs(left, right, (a, b) => a + b);
export const subtract = <T extends Tensor>(left: T, right: T): T => pairs(left, right, (a, b) => a - b);
/** Element by element. */
export const multiply = <T extends Tensor>(left: T, right: T): T => pairs(left, right, (a, b) => a * b);
/** Every element times a number. */
export const scale = <T extends Tensor>(tensor: T, factor: number): T => map(tensor, (value) => value * factor);
/** Every element plus a number. */
export const shift = <T extends Tensor>(tensor: T, amount: number): T => map(tensor, (value) => value + amount);

export const sum = (vector: readonly number[]): number => vector.reduce((total, value) => total + value, 0);
export const mean = (vector: readonly number[]): number => sum(vector) / vector.length;
/** Inner product of two vectors of equal length. */
export const dot = (left: readonly number[], right: readonly number[]): number =>
  sum(left.map((value, i) => value * right[i]));

export const transpose = (A: Matrix): Matrix => A[0].map((_, j) => A.map((row) => row[j]));
/** A v: rows × columns times columns. */
export const matvec = (A: Matrix, v: Vector): Vector => A.map((row) => dot(row, v));
/** A B: rows × inner times inner × columns. */
export const matmul = (A: Matrix, B: Matrix): Matrix => {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
};
/**
 * The solution y of A y = b, by elimination with the largest pivot of each column.
 * Golub and Van Loan, Matrix Computations, section 3.4.
 */
export function solve(A: Matrix, b: Vector): Vector {
  const rows = A.map((row, i) => [...row, b[i]]);
  for (let k = 0; k < rows.length; k++) {
    const best = rows.slice(k).reduce((top, row, i) => (Math.abs(row[k]) > Math.abs(rows[top][k]) ? k + i : top), k);
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (const row of rows.slice(k + 1)) {
      const factor = row[k] / rows[k][k];
      for (let j = k; j < row.length; j++) row[j] -= factor * rows[k][j];
    }
  }
  const y: Vector = [];
  for (let k = rows.length - 1; k >= 0; k--) {
    y[k] = (rows[k][rows.length] - sum(rows[k].slice(k + 1, -1).map((a, i) => a * y[k + 1 + i]))) / rows[k][k];
  }
  return y;
}
/** The matrix left rightᵀ: one row for each element of `left`. */
export const outer = (left: Vector, right: Vector): Matrix => left.map((a) => right.map((b) => a * b));
/** Adds a vector to every row. */
export const addRow = (A: Matrix, v: Vector): Matrix => A.map((row) => add(row, v));
/** The sum of each column: the gradient with respect to the vector that `addRow` adds. */
export const columnSums = (A: Matrix): Vector => transpose(A).map(sum);
/** The same numbers in C order, cut into rows of another length. */
export const reshape = (A: Matrix, columns: number): Matrix => {
  const flat = A.flat();
  return Array.from({ length: flat.length / columns }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
};

export const tanh = <T extends Tensor>(tensor: T): T => map(tensor, Math.tanh);
/** 1 / (1 + e^-z), element by element. */
export const sigmoid = <T extends Tensor>(tensor: T): T => map(tensor, (z) => 1 / (1 + Math.exp(-z)));
/** Probabilities from each row of logits. The largest logit is subtracted first, so that no exponential overflows. */
export const softmax = (Z: Matrix): Matrix =>
  Z.map((row) => {
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const total = sum(powers);
    return powers.map((p) => p / total);
  });
/** Mean over the rows of -log q, where q is the probability of the row's target. */
export const crossEntropy = (Q: Matrix, Y: Matrix): number =>
  -mean(Q.map((row, i) => Math.log(row.reduce((p, q, c) => p + q * Y[i][c], 0))));
/** One row for each label, with a 1 in the label's column. */
export const oneHot = (labels: readonly number[], classes: number): Matrix =>
  labels.map((label) => Array.from({ length: classes }, (_, c) => (c === label ? 1 : 0)));
