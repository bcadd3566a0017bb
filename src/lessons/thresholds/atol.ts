/** What an absolute tolerance beside a relative one accepts, as torch's `gradcheck` has them: of a small slope, anything. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { numberField } from '@/input/fields.ts';

/** The defaults of `torch.autograd.gradcheck`. It accepts |a - n| up to ATOL + RTOL |n|. */
export const ATOL = 1e-5;
export const RTOL = 1e-3;

const [SMALLEST, LARGEST] = [1e-6, 1e-2];
export const fields = { slope: numberField(8e-6, { min: SMALLEST, max: LARGEST }) };

/** The largest |n| for which a = 0 is accepted, and a = -n, and a = 2n. */
export const limits = { zero: ATOL / (1 - RTOL), sign: ATOL / (2 - RTOL), twice: ATOL / (1 - RTOL) };

/** How far a may be from n, as a share of n. */
const reachAt = (n: number): number => ATOL / n + RTOL;

export interface AtolModel {
  /** The smallest and the largest a that is accepted for this n. */
  readonly from: number;
  readonly to: number;
  readonly claims: readonly { readonly name: string; readonly analytic: number; readonly accepted: boolean }[];
}

const CLAIMS = [
  { name: 'the wrong sign', factor: -1 },
  { name: '0, forgotten', factor: 0 },
  { name: 'twice too large', factor: 2 },
  { name: '1 % too large', factor: 1.01 },
];

export function atolModel(n: number): AtolModel {
  const reach = n * reachAt(n);
  return {
    from: n - reach,
    to: n + reach,
    claims: CLAIMS.map(({ name, factor }) => ({
      name,
      analytic: factor * n,
      accepted: Math.abs(factor * n - n) <= reach,
    })),
  };
}

const PER_DECADE = 8;
const SIZES = Array.from(
  { length: 1 + PER_DECADE * Math.log10(LARGEST / SMALLEST) },
  (_, i) => SMALLEST * 10 ** (i / PER_DECADE),
);
const [LOWEST, HIGHEST] = [-1.6, 3.6];

/** What is accepted, in units of n, against the size of n: a funnel. */
export function atolDrawing(n: number): LineChartSpec {
  const edge = (side: 1 | -1) => SIZES.map((size) => [size, 1 + side * reachAt(size)] as const);
  return {
    x: { label: 'true slope *n*', kind: 'log', domain: [SMALLEST, LARGEST] },
    y: { label: 'claimed slope, in units of *n*', domain: [LOWEST, HIGHEST] },
    series: [
      lineOnly('most', 'largest accepted', edge(1), 'analytic'),
      lineOnly('least', 'smallest accepted', edge(-1), 'analytic', 'long'),
    ],
    rules: [
      { axis: 'y', value: 1, label: 'right', tone: 'soft' },
      { axis: 'y', value: 0, label: '0, forgotten', tone: 'soft' },
      { axis: 'y', value: -1, label: 'wrong sign', tone: 'soft' },
    ],
    highlights: CLAIMS.slice(0, 3).map(({ factor }, i) => ({
      x: n,
      y: factor,
      tone: atolModel(n).claims[i].accepted ? ('pass' as const) : ('fail' as const),
    })),
  };
}
