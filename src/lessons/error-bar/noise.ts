/** Six values of f close to x and their residuals from a fitted parabola: the noise of f, if the points are close enough. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { marksOnly } from '@/charts/marks/series.ts';
import { FINE, FINE_DEGREE, misfit, residuals } from '@/checker/slope/noise.ts';
import { FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { along, optionsOf, subjectOf } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single', 'offset']);

export const fields = {
  f: optionField(OPTIONS),
  apart: numberField(Number(FINE.toPrecision(3)), { min: 2 ** -50, max: 0.1 }),
};

/** Where the six points stand, in units of their mean distance: off the even places, as in the tables of the check. */
const PLACES = [1.125, 1.75, 3.25, 3.875, 5.125, 5.75];

export interface NoiseModel {
  /** Where each value was taken, and its residual, in units of the spacing of the values. */
  readonly left: readonly (readonly [place: number, rest: number])[];
  /** Standard deviation of the residuals. */
  readonly deviation: number;
  readonly inSpacings: number;
}

export function noiseModel({ f, apart }: StateOf<typeof fields>): NoiseModel {
  const { at } = along(f);
  const points = PLACES.map((place) => place * apart);
  const values = points.map(at);
  const { unit } = subjectOf(f).precision === 'float32' ? FLOAT32 : FLOAT64;
  const spacing = unit * 2 ** Math.floor(Math.log2(Math.abs(values[0])));
  const deviation = misfit(points, values, FINE_DEGREE);
  return {
    left: residuals(points, values, FINE_DEGREE).map((rest, k) => [PLACES[k], rest / spacing] as const),
    deviation,
    inSpacings: deviation / spacing,
  };
}

export function noiseDrawing({ left, inSpacings }: NoiseModel): LineChartSpec {
  const reach = 1.3 * Math.max(0.5, ...left.map(([, rest]) => Math.abs(rest)));
  return {
    x: { label: 'place, in distances between neighbours', domain: [0, 7] },
    y: { label: 'off the parabola, in spacings of *f*', domain: [-reach, reach] },
    series: [marksOnly('left', 'what the parabola leaves over', left, 'error', 'circle')],
    rules: [{ axis: 'y', value: 0, label: 'parabola', dash: 'solid' }],
    ranges: [{ axis: 'y', from: -inSpacings, to: inSpacings, tone: 'soft' }],
  };
}
