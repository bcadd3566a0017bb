/** A loss of a symmetric matrix, by the entries that it reads, and three gradients by the entries that they fill. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { titleOf } from '@/checker/words/wording.ts';
import { type Matrix, map, matmul, sum, transpose } from '@/examples/programs/matrix.ts';

const S: Matrix = [
  [1.4, 0.3, -0.5],
  [0.3, 0.9, 0.2],
  [-0.5, 0.2, 1.1],
];
const M: Matrix = [
  [0.8, -0.4, 0.6],
  [1.2, 0.5, -0.9],
];

const entries = (A: Matrix, change: (value: number, i: number, j: number) => number): Matrix =>
  A.map((row, i) => row.map((value, j) => change(value, i, j)));

/** Half the sum of squares of M A². */
const lossOf = (A: Matrix): number =>
  sum(
    matmul(M, matmul(A, A))
      .flat()
      .map((value) => value ** 2),
  ) / 2;

/** Its slopes along all entries of A, each moved alone: AᵀMᵀR + MᵀR Aᵀ with M and R as they are, R = M A². */
function slopesOf(A: Matrix): Matrix {
  const back = matmul(transpose(M), matmul(M, matmul(A, A)));
  const [left, right] = [matmul(transpose(A), back), matmul(back, transpose(A))];
  return entries(left, (value, i, j) => value + right[i][j]);
}

const mirrored = (A: Matrix): Matrix => entries(A, (_, i, j) => (i >= j ? A[i][j] : A[j][i]));
const averaged = (A: Matrix): Matrix => entries(A, (value, i, j) => (value + A[j][i]) / 2);

/** What the loss makes of its argument first. */
const READS: readonly (readonly [label: string, read: (A: Matrix) => Matrix])[] = [
  ['reads every entry', (A) => A],
  ['mirrors its lower half', mirrored],
  ['takes (S + Sᵀ)/2', averaged],
];

/** The symmetric part of the slopes: the gradient in the space of symmetric matrices. */
const plain = (A: Matrix): Matrix => averaged(slopesOf(averaged(A)));

const HANDED: readonly (readonly [label: string, gradient: (A: Matrix) => Matrix])[] = [
  ['the formula’s slopes, entry by entry', slopesOf],
  ['their symmetric part, G', plain],
  ['G, twice off the diagonal', (A) => entries(plain(A), (value, i, j) => (i === j ? value : 2 * value))],
  [
    'G, twice below, 0 above',
    (A) => entries(plain(mirrored(A)), (value, i, j) => (i === j ? value : i > j ? 2 * value : 0)),
  ],
];

/** What the check says of each gradient, for each way of reading: a verdict, and where it fails the name of the bug. */
export const symmetric = {
  reads: READS.map(([label]) => label),
  rows: HANDED.map(([handed, gradient]) => ({
    handed,
    cells: READS.map(([, read]) => {
      const report = diagnoseGradient(
        (A: Matrix) => lossOf(read(A)),
        (A: Matrix) => gradient(A),
        map(S, (value) => value),
      );
      const bug = report.findings.find(({ role }) => role === 'bug');
      return { verdict: report.verdict, named: bug && titleOf(bug.kind) };
    }),
  })),
};

/** What a symmetric change D of S makes of the loss, to first order, and what two of the gradients say that it is. */
const CHANGE: Matrix = [
  [0, 1, 0],
  [1, 0, 0],
  [0, 0, 0],
];
const STEP = 1e-5;
const moved = (t: number): number => lossOf(entries(S, (value, i, j) => value + t * CHANGE[i][j]));
const inner = (A: Matrix, B: Matrix): number => sum(entries(A, (value, i, j) => value * B[i][j]).flat());
export const change = {
  measured: (moved(STEP) - moved(-STEP)) / (2 * STEP),
  plain: inner(plain(S), CHANGE),
  doubled: inner(HANDED[2][1](S), CHANGE),
};
