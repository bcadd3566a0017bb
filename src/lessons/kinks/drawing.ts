/** The two pictures of a false alarm: f at the scale of the step, and the slopes against the step. */

import type { Range } from '@/charts/labels/annotations.ts';
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly, pointsBy } from '@/charts/marks/series.ts';
import { LENS_REACH } from '../differences/lens.ts';
import type { KinksModel } from './model.ts';
import type { Tab } from './state.ts';
import { fields } from './state.ts';

/** f about x as the check sees it, with the points it evaluates and the line the gradient claims. */
export function lensDrawing({ subject, lens, h, analytic }: KinksModel, tab: Tab): LineChartSpec {
  const { loss, x, trouble } = subject;
  const f = loss();
  const value = f(x);
  const claim = LENS_REACH * h * Math.abs(analytic);
  const reach = 1.15 * Math.max(lens.height, Math.min(claim, 4 * lens.height));
  const tangent = [-LENS_REACH, LENS_REACH].map((t) => [t, t * h * analytic] as const);
  const noisy = tab === 'noise';
  const place = trouble === undefined ? undefined : (trouble.at - x) / h;
  const near = place !== undefined && Math.abs(place) < LENS_REACH ? place : undefined;
  // The edge of a domain has nothing beyond it; a kink has.
  const ranges: Range[] =
    tab === 'domain' && near !== undefined
      ? [{ axis: 'x', from: -LENS_REACH, to: near, tone: 'fail', label: 'not defined' }]
      : [];
  return {
    x: { label: '*t*', domain: [-LENS_REACH, LENS_REACH] },
    y: {
      label: '*f*(*x* + *t h*) − *f*(*x*)',
      // Zero in the middle, but for noise, where f(x) itself is off.
      ...(!noisy && { domain: reach > 0 ? ([-reach, reach] as const) : ([-1, 1] as const) }),
      gutters: tab === 'domain' ? ['nan'] : [],
    },
    series: [
      {
        key: 'f',
        label: '*f*',
        points: lens.points,
        tone: 'truth',
        dash: 'solid',
        shape: 'circle',
        line: !noisy,
        marks: noisy,
      },
      lineOnly('analytic', 'slope of the gradient', tangent, 'analytic', 'dashed'),
    ],
    rules: near === undefined ? [] : [{ axis: 'x', value: near, label: trouble!.name }],
    ranges,
    highlights: [-1, 1].flatMap((t) => {
      const y = f(x + t * h) - value;
      return Number.isFinite(y) ? [{ x: t, y, tone: 'numeric' as const }] : [];
    }),
  };
}

const REACHES: Readonly<Partial<Record<Tab, string>>> = {
  kink: 'the step reaches across',
  domain: 'the step leaves the domain',
};

/** One-sided and central slopes against the step, with the slope that the gradient claims. */
export function slopesDrawing({ subject, sweep, analytic, reach, here }: KinksModel, tab: Tab): LineChartSpec {
  const { min, max } = fields.h;
  const from = Math.max(min, reach ?? 0);
  const [low, high] = subject.slopes;
  const margin = 0.05 * (high - low);
  const claim = sweep.map(({ step }) => [step, analytic] as const);
  return {
    x: { label: 'step *h*', kind: 'log', domain: [min, max] },
    y: {
      label: 'slope',
      domain: [low - margin, high + margin],
      gutters: tab === 'domain' ? ['nan'] : [],
    },
    series: [
      lineOnly('right', '*D*_{+}, to the right', pointsBy(sweep, 'step', 'right'), 'series-1', 'dashed'),
      lineOnly('left', '*D*_{−}, to the left', pointsBy(sweep, 'step', 'left'), 'series-2', 'dash-dot'),
      lineOnly('central', 'central', pointsBy(sweep, 'step', 'central'), 'numeric'),
      lineOnly('analytic', 'gradient under test', claim, 'analytic', 'long'),
    ],
    ranges:
      reach === undefined || from >= max
        ? []
        : [{ axis: 'x', from, to: max, tone: 'inconclusive', label: REACHES[tab] }],
    highlights: here.central >= low && here.central <= high ? [{ x: here.step, y: here.central, tone: 'numeric' }] : [],
  };
}
