/** What is seen of a forgotten slope of tanh at weights of another size, as a chart. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { numberField } from '@/input/fields.ts';

const PER_DECADE = 2;
const [FROM, TO] = [-3, 1.5];

/** What all weights are multiplied by. */
export const FACTORS: readonly number[] = Array.from({ length: (TO - FROM) * PER_DECADE + 1 }, (_, i) =>
  Number((10 ** (FROM + i / PER_DECADE)).toPrecision(3)),
);

export const fields = { factor: numberField(0.1, { min: FACTORS[0], max: FACTORS[FACTORS.length - 1] }) };

/** For each factor: the root mean square of z, the relative error of W1, and the median of 1 − a² over units and samples. */
export type SizeCurve = readonly { readonly z: number; readonly error: number; readonly slope: number }[];

/** The index of the factor that was computed nearest to this one. */
export const nearest = (factor: number): number =>
  Math.min(FACTORS.length - 1, Math.max(0, Math.round(PER_DECADE * (Math.log10(factor) - FROM))));

const THRESHOLD = 1e-5;

export function sizeDrawing(curve: SizeCurve, factor: number): LineChartSpec {
  const { z, error, slope } = curve[nearest(factor)];
  return {
    x: { label: 'size of *z*', kind: 'log', domain: [1e-3, 100] },
    y: { label: 'error, and slope', kind: 'log', domain: [1e-8, 10], gutters: ['zero'] },
    endLabels: false,
    series: [
      {
        key: 'error',
        label: 'error of a forgotten slope',
        points: curve.map((at) => [at.z, at.error] as const),
        tone: 'error',
        shape: 'diamond',
        dash: 'solid',
      },
      {
        key: 'slope',
        label: 'slope of tanh that is left',
        points: curve.map((at) => [at.z, at.slope] as const),
        tone: 'truth',
        shape: 'circle',
        dash: 'dashed',
      },
    ],
    rules: [{ axis: 'y', value: THRESHOLD, label: '10^{−5}', tone: 'ink' }],
    ranges: [{ axis: 'x', from: 0.5, to: 2, label: 'order 1' }],
    highlights: [
      { x: z, y: error, tone: 'error' },
      { x: z, y: slope, tone: 'truth' },
    ],
  };
}
