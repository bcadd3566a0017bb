/**
 * Names of bugs that only the whole Jacobian shows: rows in each other's places, a factor for each output, a transpose, a single
 * entry.
 */

import type { Evidence } from '../diagnosis/evidence.ts';
import { barOf, confidenceOf, explain, type Fit, fitMultiple, together } from '../diagnosis/fit.ts';
import { scale, wholeNumber } from '../diagnosis/scale.ts';
import type { Confidence, FindingKind } from '../types.ts';
import { flatEvidence, type Matrix } from './matrix.ts';

export interface Named {
  readonly kind: FindingKind;
  readonly confidence: Confidence;
  readonly evidence: Readonly<Record<string, number | string | boolean>>;
}

type Structure = (matrix: Matrix, rows: readonly number[], columns: readonly number[]) => Named | undefined;

const fitOf = (
  matrix: Matrix,
  rows: readonly number[],
  columns: readonly number[],
  source: (row: number, column: number) => readonly [row: number, column: number],
): Fit | undefined => {
  const evidence = flatEvidence(matrix, rows, columns);
  const from = (k: number) => source(rows[Math.floor(k / columns.length)], columns[k % columns.length]);
  return explain(
    evidence,
    [...evidence.analytic.keys()],
    (k) => matrix.numeric(...from(k)),
    (k) => matrix.tolerance(...from(k)) + barOf(evidence, k),
  );
};

const named = (kind: FindingKind, fit: Fit | undefined, evidence: Named['evidence'] = {}): Named | undefined => {
  const confidence = fit && confidenceOf(fit);
  return fit && confidence && confidence !== 'low'
    ? { kind, confidence, evidence: { ...evidence, residual: fit.residual } }
    : undefined;
};

/** A square Jacobian that is the transpose of the numeric one. */
const transposed: Structure = (matrix, rows, columns) =>
  rows.length === matrix.columns && columns.length === matrix.columns && rows.length > 1
    ? named(
        'transposed',
        fitOf(matrix, rows, columns, (row, column) => [column, row]),
      )
    : undefined;

const isZero = (matrix: Matrix, row: number, columns: readonly number[]): boolean =>
  columns.every((column) => Math.abs(matrix.numeric(row, column)) <= matrix.tolerance(row, column));

/** The one row whose slopes a row of the derivative holds; undefined where there is none, or several. */
function sourceOf(
  matrix: Matrix,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): number | undefined {
  const fits = rows.filter((from) =>
    columns.every(
      (column) =>
        Math.abs(matrix.analytic(row, column) - matrix.numeric(from, column)) <=
        matrix.tolerance(from, column) + matrix.tolerance(row, column),
    ),
  );
  return fits.length === 1 && !isZero(matrix, fits[0], columns) ? fits[0] : undefined;
}

/** Rows in another order: each wrong one holds the slopes of another output. */
const rowsExchanged: Structure = (matrix, rows, columns) => {
  const wrong = rows.filter((row) => columns.some((column) => matrix.isWrong(row, column)));
  if (wrong.length < 2) return undefined;
  const sources = wrong.map((row) => sourceOf(matrix, row, rows, columns));
  if (sources.some((from) => from === undefined) || new Set(sources).size < wrong.length) return undefined;
  const from = new Map(wrong.map((row, k) => [row, sources[k] as number]));
  const fit = fitOf(matrix, wrong, columns, (row, column) => [from.get(row) as number, column]);
  const count = rows.length;
  const steps = new Set(wrong.map((row) => ((from.get(row) as number) - row + count) % count));
  const [step] = steps;
  // two rows that change places are neither shifted nor reversed
  const several = wrong.length > 2;
  if (several && steps.size === 1 && (step === 1 || step === count - 1))
    return named('off-by-one', fit, { along: 'outputs', by: step === 1 ? 1 : -1 });
  if (several && wrong.every((row) => from.get(row) === count - 1 - row))
    return named('reversed', fit, { along: 'outputs' });
  return named('swapped', fit, { along: 'outputs' });
};

/** Elements of x over which a row must be off by one factor, at least, before that says anything. */
const ELEMENTS = 2;
/** Factors of different rows that differ by less than this share are one. */
const ALIKE = 1e-4;

/** Each output is off by a factor of its own, the same for all of x: the derivative of the last operation of the layer. */
const factorPerOutput: Structure = (matrix, rows, columns) => {
  if (columns.length < matrix.columns) return undefined;
  const factors: number[] = [];
  const fits: Fit[] = [];
  for (const row of rows) {
    // an activation has a part in every output
    if (!columns.some((column) => matrix.isWrong(row, column)))
      if (isZero(matrix, row, columns)) continue;
      else return undefined;
    const evidence = flatEvidence(matrix, [row], columns);
    const telling = columns.filter((_, k) => Math.abs(evidence.numeric[k]) > evidence.tolerance[k]);
    if (telling.length < ELEMENTS) return undefined;
    const { multiple, spread } = fitMultiple(
      [...columns.keys()],
      (k) => evidence.analytic[k],
      (k) => evidence.numeric[k],
      (k) => barOf(evidence, k),
    );
    const slack = Math.abs(multiple) * spread;
    const fit = explain(
      evidence,
      [...columns.keys()],
      (k) => multiple * evidence.numeric[k],
      (k) => Math.abs(multiple) * barOf(evidence, k) + slack * Math.abs(evidence.numeric[k]),
      1,
    );
    // a whole number, one over it, or 0 is another bug
    if (!fit || Math.abs(multiple) < ALIKE || wholeNumber(multiple, slack)) return undefined;
    factors.push(multiple);
    fits.push(fit);
  }
  if (fits.length < 2) return undefined;
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  if (most - least <= ALIKE * Math.max(Math.abs(least), Math.abs(most))) return undefined;
  // outputs that share a factor are scaled together, as rows are by their length
  const sorted = [...factors].sort((a, b) => a - b);
  const shared = sorted.some((factor, k) => k > 0 && factor - sorted[k - 1] <= ALIKE * Math.abs(factor));
  if (shared) return undefined;
  return named('activation-derivative', together(fits), { per: 'output', lines: fits.length, least, most });
};

/** One factor over all outputs: it shows even where a group of x is a single number. */
function oneFactor(
  matrix: Matrix,
  columns: readonly number[],
  known: Pick<Evidence, 'groups' | 'sizes'>,
): Named | undefined {
  const rows = [...matrix.outputs.keys()];
  const evidence: Evidence = { ...flatEvidence(matrix, rows, columns), ...known };
  const scope = [...evidence.analytic.keys()];
  const scene = { evidence, error: evidence.analytic, wrong: scope, wrongIn: () => scope };
  const found = scale(scene, scope, undefined);
  return found && found.confidence !== 'low'
    ? { kind: found.kind, confidence: found.confidence, evidence: found.evidence }
    : undefined;
}

/** F works element by element, and so does its derivative, which is wrong in several of them by different factors. */
const elementwise: Structure = (matrix, rows, columns) => {
  if (rows.length !== matrix.columns || columns.length !== matrix.columns || rows.length < 3) return undefined;
  const isOff = (row: number, column: number) =>
    row !== column && (matrix.analytic(row, column) !== 0 || matrix.numeric(row, column) !== 0);
  if (rows.some((row) => columns.some((column) => isOff(row, column)))) return undefined;
  const wrong = rows.filter((row) => matrix.isWrong(row, row));
  const factors = wrong.map((row) => matrix.analytic(row, row) / matrix.numeric(row, row));
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  const plain = factors.some((factor) => !Number.isFinite(factor) || Math.abs(factor) < ALIKE);
  if (wrong.length < 3 || plain || most - least <= ALIKE * Math.max(Math.abs(least), Math.abs(most))) return undefined;
  return {
    kind: 'activation-derivative',
    confidence: 'medium',
    evidence: { per: 'element', lines: wrong.length, least, most },
  };
};

/** One entry alone is wrong, where others would have shown the same error. */
const singleEntry: Structure = (matrix, rows, columns) => {
  const wrong = rows.flatMap((row) =>
    columns.filter((column) => matrix.isWrong(row, column)).map((column) => [row, column] as const),
  );
  if (wrong.length !== 1) return undefined;
  const [[row, column]] = wrong;
  const others = rows.reduce(
    (count, r) => count + columns.filter((c) => Math.abs(matrix.numeric(r, c)) > matrix.tolerance(r, c)).length,
    0,
  );
  if (others < 3) return undefined;
  return {
    kind: 'single-element',
    confidence: 'medium',
    evidence: { difference: matrix.analytic(row, column) - matrix.numeric(row, column) },
  };
};

const STRUCTURES: readonly Structure[] = [transposed, rowsExchanged, factorPerOutput, elementwise, singleEntry];

/**
 * The name that the entries of some columns have together.
 *
 * @param columns all columns, or those of one group of x
 * @param known the groups of x, and sizes that the caller named: what a factor may be recognised by
 */
export function structureOf(
  matrix: Matrix,
  columns: readonly number[],
  known: Pick<Evidence, 'groups' | 'sizes'>,
): Named | undefined {
  const factor = oneFactor(matrix, columns, known);
  if (factor) return factor;
  const rows = [...matrix.outputs.keys()];
  for (const structure of STRUCTURES) {
    const found = structure(matrix, rows, columns);
    if (found) return found;
  }
  return undefined;
}
