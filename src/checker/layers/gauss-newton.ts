/**
 * A Gauss–Newton matrix given as a Hessian. For f = ½ ‖r(x)‖² it is A = JᵀJ, and what it lacks of the Hessian is Σ rₗ ∇²rₗ. The
 * residuals are not known here, but A shows how J turns: as the metric that r induces it has the Christoffel symbols
 * M[i][j][c] = Σ ∂ᵢⱼrₗ ∂c rₗ = ½ (∂ⱼA[i][c] + ∂ᵢA[j][c] − ∂c A[i][j]). Where r lies in the range of J, as it does with as many
 * parameters as residuals, the missing part is Σ M[i][j][c] qc for a q with A q = ∇f, and nothing is fitted.
 */
import type { Evidence } from '../diagnosis/evidence.ts';
import { barOf, confidenceOf, explain } from '../diagnosis/fit.ts';
import { flatEvidence, type Matrix } from './matrix.ts';
import type { Named } from './structure.ts';
import { asymmetric } from './symmetry.ts';

/** Larger matrices are not looked at: their derivatives take four calls for each element of x. */
const LARGEST = 64;
/** Pivots below this share of the largest are 0 but for rounding. */
const RANK = 1e-9;
/** The gradient lies in the range of JᵀJ to this share. */
const IN_RANGE = 1e-6;
/**
 * Steps of the derivatives of A, in units of the scale; with the half step the error that falls with the square is extrapolated
 * away.
 */
const STEPS = [2 ** -10, 2 ** -11];
/** The derivatives are known to this share of the largest. */
const KNOWN = 1e-7;

type Square = readonly Float64Array[];

/** The given matrix at other points, and the gradient at x. */
export interface Around {
  /** Rows of the given matrix at a point; undefined where it cannot be had. */
  readonly matrixAt: (at: Float64Array) => Square | undefined;
  readonly gradient: Float64Array;
  readonly values: Float64Array;
  readonly scales: Float64Array;
}

/** A = L Lᵀ with the rows in another order, as far as there are pivots; undefined where A is not positive semi-definite. */
function factored(a: Square): { readonly order: readonly number[]; readonly rows: Square; rank: number } | undefined {
  const n = a.length;
  const rest = a.map((row) => row.slice());
  const order = Array.from({ length: n }, (_, i) => i);
  const columns: Float64Array[] = [];
  const largest = Math.max(...a.map((row, i) => Math.abs(row[i])));
  for (let k = 0; k < n; k++) {
    const pivot = order.slice(k).reduce((best, i) => (rest[i][i] > rest[best][best] ? i : best), order[k]);
    if (!(rest[pivot][pivot] > RANK * largest)) break;
    order.splice(order.indexOf(pivot), 1);
    order.splice(k, 0, pivot);
    const root = Math.sqrt(rest[pivot][pivot]);
    const column = Float64Array.from(rest, (row) => row[pivot] / root);
    for (const i of order.slice(0, k)) column[i] = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rest[i][j] -= column[i] * column[j];
    columns.push(column);
  }
  const left = Math.max(...rest.map((row) => row.reduce((most, v) => Math.max(most, Math.abs(v)), 0)));
  if (!(largest > 0) || left > 8 * RANK * largest) return undefined;
  return { order, rows: columns, rank: columns.length };
}

/** A q with A q = g; undefined where A is not positive semi-definite, or g not in its range. */
function solved(a: Square, g: Float64Array): Float64Array | undefined {
  const found = factored(a);
  if (!found) return undefined;
  const { order, rows: columns, rank } = found;
  const pivots = order.slice(0, rank);
  const half = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    let sum = g[pivots[k]];
    for (let j = 0; j < k; j++) sum -= columns[j][pivots[k]] * half[j];
    half[k] = sum / columns[k][pivots[k]];
  }
  const q = new Float64Array(g.length);
  for (let k = rank - 1; k >= 0; k--) {
    let sum = half[k];
    for (let j = k + 1; j < rank; j++) sum -= columns[k][pivots[j]] * q[pivots[j]];
    q[pivots[k]] = sum / columns[k][pivots[k]];
  }
  const size = Math.hypot(...g);
  const off = Math.hypot(...a.map((row, i) => row.reduce((sum, v, j) => sum + v * q[j], 0) - g[i]));
  return size > 0 && off <= IN_RANGE * size ? q : undefined;
}

/** ∂A along each element of x, of central differences extrapolated to a step of 0. */
function derivativesOf({ matrixAt, values, scales }: Around): Square[] | undefined {
  const slopes: Square[] = [];
  for (const [c, x] of values.entries()) {
    const differences = STEPS.map((share) => {
      const [right, left] = [1, -1].map((side) => {
        const at = values.slice();
        at[c] = x + side * share * scales[c];
        return { x: at[c], a: matrixAt(at) };
      });
      return right.a && left.a ? { right: right.a, left: left.a, apart: right.x - left.x } : undefined;
    });
    const [long, short] = differences;
    if (!long || !short) return undefined;
    const slope = ({ right, left, apart }: typeof long, i: number, j: number) => (right[i][j] - left[i][j]) / apart;
    slopes.push(long.right.map((row, i) => row.map((_, j) => (4 * slope(short, i, j) - slope(long, i, j)) / 3)));
  }
  return slopes;
}

const symmetric = (matrix: Matrix): boolean =>
  asymmetric(matrix, 'analytic').length === 0 && asymmetric(matrix, 'numeric').length === 0;

/** Errors stand only where J turns, as they must: of elements that the residuals are linear in, nothing is missing. */
const whereItTurns = (turns: readonly number[], isWrong: (k: number) => boolean): boolean => {
  const least = KNOWN * Math.max(...turns);
  return turns.every((turn, k) => turn > least || !isWrong(k));
};

/**
 * The matrix that is given for a Hessian is JᵀJ of the residuals.
 *
 * With more residuals than parameters a part of what is missing cannot be known, and the name is no more than a guess: a low
 * confidence is given where A is positive semi-definite, the Hessian is not, and the errors stand where they must. Silence wherever
 * something else fits as well.
 */
export function gaussNewton(matrix: Matrix, around: Around): Named | undefined {
  const n = matrix.columns;
  const all = Array.from({ length: n }, (_, i) => i);
  if (n < 2 || n > LARGEST || matrix.outputs.length !== n || !symmetric(matrix)) return undefined;
  const square = (side: 'analytic' | 'numeric') =>
    all.map((row) => Float64Array.from(all, (column) => matrix[side](row, column)));
  const q = solved(square('analytic'), around.gradient);
  const d = q && derivativesOf(around);
  if (!q || !d) return undefined;
  const evidence: Evidence = flatEvidence(matrix, all, all);
  const symbol = (i: number, j: number) => q.map((_, c) => (d[j][i][c] + d[i][j][c] - d[c][i][j]) / 2);
  const symbols = all.flatMap((i) => all.map((j) => symbol(i, j)));
  const missing = symbols.map((each) => each.reduce((sum, m, c) => sum + m * q[c], 0));
  const slack = KNOWN * Math.max(...missing.map(Math.abs));
  const fit = explain(
    evidence,
    [...missing.keys()],
    (k) => evidence.numeric[k] - missing[k],
    (k) => barOf(evidence, k) + slack,
  );
  const confidence = fit && confidenceOf(fit);
  if (fit && confidence && confidence !== 'low')
    return { kind: 'gauss-newton', confidence, evidence: { residual: fit.residual } };
  const isWrong = (k: number) => matrix.isWrong(Math.floor(k / n), k % n);
  const offDiagonal = [...missing.keys()].some((k) => isWrong(k) && k % (n + 1) > 0);
  const consistent =
    offDiagonal &&
    factored(square('numeric')) === undefined &&
    whereItTurns(
      symbols.map((each) => Math.max(...each.map(Math.abs))),
      isWrong,
    );
  return consistent ? { kind: 'gauss-newton', confidence: 'low', evidence: { consistent } } : undefined;
}
