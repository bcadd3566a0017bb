/** From an error bar to a verdict: eight bars, the wobble of the gradient, the floor, and the difference beside their sum. */
import type { Bar, BarChartSpec } from '@/charts/bar-chart.ts';
import { SAFETY } from '@/checker/defaults.ts';
import { influenceOf, judge, verdictOf } from '@/checker/elements/verdicts.ts';
import type { Verdict } from '@/checker/types.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import type { MeasuredSubject } from './measured.ts';
import { optionsOf, type SubjectId } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single', 'offset', 'huge']);

export const fields = {
  f: optionField(OPTIONS),
  error: numberField(1e-6, { min: 1e-15, max: 1 }),
};

export interface ToleranceModel {
  /** All in units of f over units of x. */
  readonly slope: number;
  readonly bar: number;
  readonly bars: number;
  readonly wobble: number;
  readonly floor: number;
  readonly tolerance: number;
  readonly difference: number;
  readonly verdict: Verdict;
}

/** The checker's verdict on a gradient that is too large by a relative `error`. */
export function toleranceModel(
  { f, error }: StateOf<typeof fields>,
  all: Readonly<Record<SubjectId, Pick<MeasuredSubject, 'slope' | 'wobble' | 'floor' | 'scale'>>>,
): ToleranceModel {
  const { slope, wobble, floor, scale } = all[f];
  const analytic = slope.value * (1 + error);
  const judged = judge(slope, 0, { analytic: Float64Array.of(analytic), wobble: Float64Array.of(wobble), floor });
  return {
    slope: slope.value,
    bar: slope.errorBar,
    bars: SAFETY * slope.errorBar,
    wobble: judged.wobble,
    floor: floor * Math.max(Math.abs(analytic), Math.abs(slope.value)),
    tolerance: judged.tolerance,
    difference: judged.difference,
    verdict: verdictOf(judged, scale, influenceOf(judged, scale), false),
  };
}

/** The parts of the tolerance, their sum, and the difference, as shares of the slope. */
export function toleranceDrawing({ slope, ...parts }: ToleranceModel): BarChartSpec {
  const bar = (key: keyof typeof parts, label: string, tone: Bar['tone']): Bar => ({
    key,
    label,
    value: Number(parts[key]) / Math.abs(slope),
    tone,
  });
  return {
    of: 'part',
    x: { label: 'share of the slope', kind: 'log', domain: [1e-16, 1e2] },
    bars: [
      bar('bar', 'one error bar', 'numeric'),
      bar('bars', 'eight error bars', 'numeric'),
      bar('wobble', 'four wobbles', 'analytic'),
      bar('floor', 'the floor', 'soft'),
      bar('tolerance', 'tolerance: their sum', 'ink'),
      bar('difference', 'difference', parts.verdict),
    ],
  };
}
