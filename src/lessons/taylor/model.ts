/** The remainders of Taylor's formula along one direction, with an error planted in the gradient or in the Hessian. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { type TaylorTest, taylorTest } from '@/checker/layers/taylor-test.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const PLANTED = [
  { value: 'none', label: 'nowhere' },
  { value: 'gradient', label: 'the gradient' },
  { value: 'hessian', label: 'the Hessian' },
] as const;

export const fields = {
  planted: optionField(PLANTED),
  size: numberField(1e-2, { min: 1e-10, max: 1 }),
};

export type State = StateOf<typeof fields>;

/** f = eᵃ sin b + a b c². Smooth, with derivatives of order 1 at the point. */
export const f = ([a, b, c]: number[]): number => Math.exp(a) * Math.sin(b) + a * b * c * c;
const gradientAt = ([a, b, c]: number[]): number[] => [
  Math.exp(a) * Math.sin(b) + b * c * c,
  Math.exp(a) * Math.cos(b) + a * c * c,
  2 * a * b * c,
];
const hessianAt = ([a, b, c]: number[]): number[][] => {
  const [sin, cos] = [Math.exp(a) * Math.sin(b), Math.exp(a) * Math.cos(b)];
  return [
    [sin, cos + c * c, 2 * b * c],
    [cos + c * c, -sin, 2 * a * c],
    [2 * b * c, 2 * a * c, 2 * a * b],
  ];
};

const POINT = [0.4, 0.9, -0.7];
const DIRECTION = [0.6, -0.8, 0.5];

/** The test where the slope along b, or the entry of the Hessian at b, is off by this share. */
export function taylorOf({ planted, size }: State): TaylorTest {
  const off = 1 + size;
  return taylorTest(f, (x) => gradientAt(x).map((g, i) => (planted === 'gradient' && i === 1 ? g * off : g)), POINT, {
    direction: DIRECTION,
    hessianProduct: (x, u) =>
      hessianAt(x).map((row, i) =>
        row.reduce((sum, h, j) => sum + (planted === 'hessian' && i === 1 && j === 1 ? h * off : h) * u[j], 0),
      ),
  });
}

/** The three remainders by the terms that are taken away, as they are named and drawn. */
const ORDERS = [
  { key: 'f', label: '*f* alone', tone: 'ink', shape: 'triangle' },
  { key: 'gradient', label: 'less the gradient', tone: 'analytic', shape: 'circle' },
  { key: 'hessian', label: 'less the Hessian too', tone: 'error', shape: 'square' },
] as const;

/** Remainders against steps; what is below the rounding of f is left out. */
export function taylorDrawing({ steps, remainders, noise, slopes }: TaylorTest): LineChartSpec {
  return {
    x: { label: 'step *h*', kind: 'log', domain: [1e-6, 0.2] },
    y: { label: 'remainder', kind: 'log', domain: [1e-16, 1] },
    series: ORDERS.map(({ label, ...look }, order) => ({
      ...look,
      label: `${label}: slope ${slopeText(slopes[order])}`,
      dash: 'solid' as const,
      points: steps.flatMap((h, k) => {
        const rest = remainders[order][k];
        return h >= 1e-6 && rest > 0 ? [[h, rest] as const] : [];
      }),
    })),
    rules: [{ axis: 'y', value: noise, label: 'rounding of *f*', dash: 'dotted' }],
  };
}

export const slopeText = (slope: number): string => (Number.isNaN(slope) ? '–' : slope.toFixed(2));
