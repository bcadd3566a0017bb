/** What the figure shows of the network's check: plain data, made at build time for the first state and on demand else. */
import type { Group, Verdict } from '@/checker/types.ts';
import type { DiagnosisText } from '../report/diagnosis.ts';
import { CLASSES, HIDDEN, INPUTS } from './data.ts';

/** One element as the heat maps and the diagram show it. */
export interface Cell {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  /** (analytic - numeric) / tolerance; beyond 1 it cannot be numerical error. NaN where there is no analytic value. */
  readonly ratio: number;
  /** 0 within the tolerance, rising by the decades beyond it to 1. */
  readonly heat: number;
  readonly verdict: Verdict;
  /** What it connects: `x1 to h3`. */
  readonly role: string;
}

export interface ShownNetwork {
  readonly loss: number;
  /** How many of the points the network gives to their own class. */
  readonly correct: number;
  /** Calls of the loss by the check. */
  readonly evaluations: number;
  readonly diagnosis: DiagnosisText;
  readonly groups: readonly Group[];
  readonly cells: readonly Cell[];
  /** Name of the element that is farthest from right; of the first where none is wrong. */
  readonly worst: string;
}

export interface HeatMap {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

export const cellNamed = (cells: readonly Cell[], name: string): Cell | undefined =>
  cells.find((cell) => cell.name === name);

const numbered = (prefix: string, length: number) => Array.from({ length }, (_, i) => `${prefix}${i + 1}`);

function heatMap(
  cells: readonly Cell[],
  [weights, bias]: readonly [string, string],
  from: readonly string[],
  to: readonly string[],
): HeatMap {
  const row = (name: string, element: (j: number) => string) => ({
    name,
    cells: to.flatMap((_, j) => cellNamed(cells, element(j)) ?? []),
  });
  return {
    title: `${weights} and ${bias}`,
    columns: to,
    rows: [...from.map((name, i) => row(name, (j) => `${weights}[${i}][${j}]`)), row(bias, (j) => `${bias}[${j}]`)],
  };
}

/** The elements laid out as the matrices they belong to, the biases below. */
export const heatMapsOf = (cells: readonly Cell[]): HeatMap[] => [
  heatMap(cells, ['W1', 'b1'], numbered('x', INPUTS), numbered('h', HIDDEN)),
  heatMap(cells, ['W2', 'b2'], numbered('h', HIDDEN), CLASSES),
];
