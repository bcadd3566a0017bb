/** A point exactly on a kink: which gradients the two checks accept there. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { DEFAULT_STEP, DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import { judge, verdictOf } from '@/checker/elements/verdicts.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import type { Verdict } from '@/checker/types.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { pieceOf } from './pieces.ts';

export const OPTIONS = [
  { value: 'relu', label: 'ReLU' },
  { value: 'absolute', label: '|x|' },
] as const;

export type PieceAtKink = (typeof OPTIONS)[number]['value'];

export const fields = {
  piece: optionField<PieceAtKink>(OPTIONS),
  claim: numberField(0, { min: -2, max: 2 }),
};

export interface AtKinkModel {
  readonly left: number;
  readonly right: number;
  readonly central: number;
  readonly claim: number;
  readonly textbook: { readonly relativeError: number; readonly pass: boolean };
  readonly production: Verdict;
}

/** @param measured what the check measures at 0 of each function */
export function atKinkModel(
  { piece, claim }: StateOf<typeof fields>,
  measured: Readonly<Record<PieceAtKink, Slope>>,
): AtKinkModel {
  const slope = measured[piece];
  const judged = judge(slope, 0, { analytic: Float64Array.of(claim), wobble: Float64Array.of(0), floor: 0 });
  const { f } = pieceOf(piece);
  const central = (f(DEFAULT_STEP) - f(-DEFAULT_STEP)) / (2 * DEFAULT_STEP);
  const error = relativeError(claim, central);
  return {
    ...slope.slopes!,
    central,
    claim,
    textbook: { relativeError: error, pass: error < DEFAULT_THRESHOLD },
    production: verdictOf(judged, 1, 1, false),
  };
}

/** f about 0 with the line that is claimed, in the fan of those between the slopes of the two sides. */
export function atKinkDrawing({ left, right, claim }: AtKinkModel, piece: PieceAtKink): LineChartSpec {
  const { f, label } = pieceOf(piece);
  const bent = [-1, 0, 1].map((x) => [x, f(x)] as const);
  const through = (slope: number) => [-1, 1].map((x) => [x, slope * x] as const);
  return {
    x: { label: '*x*', domain: [-1, 1] },
    y: { label: '*f*', domain: [-1, 1.05] },
    series: [
      lineOnly('f', label, bent, 'truth'),
      lineOnly('left', 'slope on the left', through(left), 'series-2', 'dotted'),
      lineOnly('right', 'on the right', through(right), 'series-1', 'dash-dot'),
      lineOnly('claim', 'claimed', through(claim), 'analytic', 'long'),
    ],
  };
}
