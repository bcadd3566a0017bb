/** A second derivative from differences of f, and from differences of its derivative: the error against the step. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { logspace } from '@/checker/textbook/logspace.ts';
import { numberField } from '@/input/fields.ts';

export const fields = { h: numberField(1e-5, { min: 1e-10, max: 1 }) };

const X = 0.8;
const f = (x: number): number => Math.exp(x) * Math.sin(x);
const slope = (x: number): number => Math.exp(x) * (Math.sin(x) + Math.cos(x));
/** (eˣ sin x)″ = 2 eˣ cos x */
const EXACT = 2 * Math.exp(X) * Math.cos(X);

/** Both have a truncation error of order h²; of the rounding errors, one is divided by h², the other by h. */
export const WAYS = [
  {
    key: 'values',
    label: 'from values of *f*',
    tone: 'numeric',
    shape: 'square',
    at: (h: number) => (f(X + h) - 2 * f(X) + f(X - h)) / (h * h),
  },
  {
    key: 'gradients',
    label: 'from gradients',
    tone: 'analytic',
    shape: 'circle',
    at: (h: number) => (slope(X + h) - slope(X - h)) / (2 * h),
  },
] as const;

export const errorAt = (way: (typeof WAYS)[number], h: number): number => Math.abs(way.at(h) - EXACT);

const STEPS = logspace(-10, 0, 61);

/** The smallest error of each way over the steps of the figure, and its step. */
export const best = WAYS.map((way) =>
  STEPS.map((step) => ({ step, error: errorAt(way, step) })).reduce((low, each) =>
    each.error < low.error ? each : low,
  ),
);

export const stepsDrawing = (h: number): LineChartSpec => ({
  x: { label: 'step *h*', kind: 'log', domain: [1e-10, 1] },
  y: { label: 'error of *f*″', kind: 'log', domain: [1e-13, 1e5] },
  series: WAYS.map(({ at, ...look }, i) => ({
    ...look,
    dash: 'solid' as const,
    marks: false,
    points: STEPS.map((step) => [step, errorAt(WAYS[i], step)] as const),
  })),
  highlights: WAYS.map((way) => ({ x: h, y: errorAt(way, h), tone: way.tone })),
});
