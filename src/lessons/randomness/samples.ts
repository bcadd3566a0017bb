/** The slope of a mean over random samples: with the same samples on both sides, and with new ones. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly, markedLine, pointsBy } from '@/charts/marks/series.ts';
import { mean } from '@/examples/programs/matrix.ts';
import { choiceField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { seededRandom } from '@/sandbox/random.ts';
import { stepsFrom } from '../differences/schemes.ts';

const COUNTS = ['100', '1000', '10000'] as const;
export const SAMPLE_COUNTS = COUNTS.map((value) => ({ value, label: Number(value).toLocaleString('en-GB') }));

export const fields = { samples: choiceField<(typeof COUNTS)[number]>('1000', COUNTS) };

/** Where the slope is taken: the width of log(1 + e^(w z)), z standard normal. */
const W = 0.8;
/** Of the samples that both sides share; the others count on from there. */
const SEED = 1;

const normals = (seed: number, count: number): number[] => seededRandom(seed).normals(count);

const softplus = (t: number): number => Math.log1p(Math.exp(t));
const lossOn = (samples: readonly number[]) => (w: number) => mean(samples.map((z) => softplus(w * z)));

export interface SampledSlopes {
  readonly step: number;
  /** Errors of the central difference, against the gradient on the same samples. */
  readonly common: number;
  readonly fresh: number;
}

export interface Sampled {
  readonly count: number;
  /** Standard deviation of the loss of one sample. */
  readonly spread: number;
  readonly slopes: readonly SampledSlopes[];
}

export function sampledOf({ samples }: StateOf<typeof fields>): Sampled {
  const count = Number(samples);
  const same = normals(SEED, count);
  const f = lossOn(same);
  const exact = mean(same.map((z) => z / (1 + Math.exp(-W * z))));
  const values = same.map((z) => softplus(W * z));
  const average = mean(values);
  const slopes = stepsFrom(-8).map((step, i) => {
    const [below, above] = [1, 2].map((side) => lossOn(normals(SEED + 2 * i + side, count)));
    const slope = (right: (w: number) => number, left: (w: number) => number) =>
      (right(W + step) - left(W - step)) / (2 * step);
    return { step, common: Math.abs(slope(f, f) - exact), fresh: Math.abs(slope(above, below) - exact) };
  });
  return { count, spread: Math.sqrt(mean(values.map((value) => (value - average) ** 2))), slopes };
}

/** What chance alone makes of the error at a step: σ/(h √(2N)). */
export const expectedError = ({ spread, count }: Sampled, step: number): number =>
  spread / (step * Math.sqrt(2 * count));

export function samplesDrawing(sampled: Sampled): LineChartSpec {
  const { slopes } = sampled;
  const ends = [slopes[0].step, slopes.at(-1)?.step ?? 1];
  const chance = ends.map((step) => [step, expectedError(sampled, step)] as const);
  return {
    x: { label: 'step *h*', kind: 'log' },
    y: { label: 'error of the slope', kind: 'log' },
    series: [
      markedLine('fresh', 'new samples at each call', pointsBy(slopes, 'step', 'fresh'), 'fail', 'cross'),
      markedLine('common', 'the same samples', pointsBy(slopes, 'step', 'common'), 'numeric', 'circle'),
      lineOnly('expected', 'chance alone', chance, 'soft', 'dotted'),
    ],
  };
}
