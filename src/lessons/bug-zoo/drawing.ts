/** The ways to look at a wrong gradient, each as a chart: what is on its axes, and what a right gradient looks like. */

import { median } from 'd3';
import type { AxisSpec } from '@/charts/axes/axis.ts';
import type { Table } from '@/charts/figure/table.ts';
import { typesetMinus } from '@/charts/format.ts';
import type { ScatterGroup, ScatterSpec } from '@/charts/scatter.ts';
import type { ShownBug as Whole, ZooElement } from './shown.ts';
import type { Signature } from './signatures.ts';
import type { ZooView } from './state.ts';

export interface ChartView {
  readonly title: string;
  readonly description: string;
  /** How to read it. */
  readonly caption: string;
  readonly spec: ScatterSpec;
}

/** What a picture is made of. */
type Shown = Pick<Whole, 'elements' | 'factor' | 'worst'>;

/** None of the colours that mean a gradient, an error or a verdict: in this figure the axes are the gradients. */
const GROUP_TONES = ['series-1', 'ink', 'soft'] as const;

/** Colour and shape tell the groups of the point apart. */
function groups({ elements }: Shown, pair: View['pair']): ScatterGroup[] {
  const names = [...new Set(elements.map(({ group }) => group))];
  return names.map((name, i) => ({
    key: name,
    label: name,
    tone: GROUP_TONES[i % GROUP_TONES.length],
    points: elements
      .filter(({ group }) => group === name)
      .map((element) => {
        const [x, y] = pair(element);
        return { x, y, name: element.name };
      }),
  }));
}

/** The worst element has its name on it. */
function worst({ elements, worst: index }: Shown, pair: View['pair']): ScatterSpec['highlights'] {
  if (index === undefined) return [];
  const [x, y] = pair(elements[index]);
  return Number.isFinite(x) && Number.isFinite(y) ? [{ x, y, label: elements[index].name, tone: 'fail' }] : [];
}

const short = (value: number): string => typesetMinus(String(Number(value.toPrecision(3))));

const elementAxis = ({ elements }: Shown): AxisSpec => ({
  label: 'element, in order',
  domain: [-0.5, elements.length - 0.5],
});

/** Room about the outermost points, as a share of what they span. */
const PADDING = 0.05;

/** One scale for both gradients: only then is a right element on the diagonal, and a factor a slope. */
function sharedDomain({ elements }: Shown): readonly [number, number] {
  const values = elements.flatMap(({ numeric, analytic }) => [numeric, analytic]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const padding = PADDING * (high - low || 1);
  return [low - padding, high + padding];
}

/** Symmetric about zero, linear within the tolerance and logarithmic beyond it, out to a whole decade. */
function errorAxis({ elements }: Shown): AxisSpec {
  const size = (value: number) => (Number.isFinite(value) ? Math.abs(value) : 0);
  const largest = Math.max(...elements.map(({ error, tolerance }) => Math.max(size(error), size(tolerance))));
  const end = 10 ** Math.ceil(Math.log10(largest));
  const tolerance = toleranceOf(elements);
  return { label: 'analytic − numeric', kind: 'symlog', constant: tolerance, domain: [-end, end] };
}

const toleranceOf = (elements: readonly ZooElement[]): number =>
  median(
    elements.filter(({ tolerance }) => Number.isFinite(tolerance)),
    ({ tolerance }) => tolerance,
  ) ?? 1;

const toleranceBand = ({ elements }: Shown): ScatterSpec['ranges'] => {
  const tolerance = toleranceOf(elements);
  return [{ axis: 'y', from: -tolerance, to: tolerance, tone: 'pass' }];
};

interface View extends Pick<ChartView, 'title' | 'description' | 'caption'> {
  /** Where the mark of an element stands. */
  readonly pair: (element: ZooElement) => readonly [x: number, y: number];
  /** What is drawn besides the marks. */
  readonly about: (model: Shown) => Omit<ScatterSpec, 'diagonal' | 'groups' | 'highlights'>;
}

const VIEWS: Readonly<Record<ZooView, View>> = {
  scatter: {
    title: 'Analytic against numeric',
    description: 'One mark for each element. Where the two gradients agree the marks lie on the diagonal.',
    caption: 'A right element lies on the diagonal. A line of another slope is a factor; a cloud is another pattern.',
    pair: ({ numeric, analytic }) => [numeric, analytic],
    about: (model) => {
      const { factor } = model;
      const domain = sharedDomain(model);
      return {
        x: { label: 'numeric', domain },
        y: { label: 'analytic', domain },
        guides: [
          { slope: 1, through: [0, 0], label: 'equal', tone: 'soft' },
          ...(factor === undefined
            ? []
            : [{ slope: factor, through: [0, 0] as const, label: `slope ${short(factor)}`, tone: 'error' as const }]),
        ],
      };
    },
  },
  ratio: {
    title: 'Analytic / numeric, element by element',
    description: 'One mark for each element. Where the two gradients agree the ratio is 1.',
    caption:
      'A right element has the ratio 1. A constant ratio is a forgotten factor; steps are one factor for each row or group.',
    pair: ({ index, ratio }) => [index, ratio],
    about: (model) => ({
      x: elementAxis(model),
      y: { label: 'analytic / numeric' },
      rules: [
        { axis: 'y', value: 1, label: '1', tone: 'soft' },
        ...(model.factor === undefined
          ? []
          : [{ axis: 'y' as const, value: model.factor, label: short(model.factor), tone: 'error' as const }]),
      ],
    }),
  },
  error: {
    title: 'Analytic − numeric, element by element',
    description: 'One mark for each element. Where the two gradients agree the difference lies within the tolerance.',
    caption:
      'The band is the tolerance (the median of the elements’): what numerical error can explain. Within it the axis is linear, beyond it logarithmic.',
    pair: ({ index, error }) => [index, error],
    about: (model) => ({ x: elementAxis(model), y: errorAxis(model), ranges: toleranceBand(model) }),
  },
  parameter: {
    title: 'Analytic − numeric against the parameter x',
    description: 'One mark for each element: its residual against the value of the parameter itself.',
    caption:
      'A regulariser in one place only shows here: residuals on a line through zero (L2), or on two levels (L1).',
    pair: ({ x, error }) => [x, error],
    about: () => ({
      x: { label: 'parameter *x*' },
      y: { label: 'analytic − numeric' },
      rules: [{ axis: 'y', value: 0, tone: 'soft' }],
    }),
  },
};

export const VIEW_LABELS: Readonly<Record<ZooView, string>> = {
  scatter: 'scatter',
  ratio: 'ratio',
  error: 'residual',
  parameter: 'residual by x',
};

export function chartView(model: Shown, view: ZooView): ChartView {
  const { pair, about, ...words } = VIEWS[view];
  return {
    ...words,
    spec: { ...about(model), diagonal: false, groups: groups(model, pair), highlights: worst(model, pair) },
  };
}

/** A view of a signature as a page carries it: everything drawn is computed from both gradients and x. */
export function signatureView({ points, factor }: Signature, view: ZooView): ChartView {
  const elements = points.map(
    (point, index): ZooElement => ({
      ...point,
      index,
      ratio: point.analytic / point.numeric,
      error: point.analytic - point.numeric,
      tolerance: 0,
      verdict: 'fail',
    }),
  );
  return chartView({ elements, ...(factor !== undefined && { factor }) }, view);
}

/** Every element with all its numbers; the same table for every view. */
export const elementTable = ({ elements }: Shown): Table => [
  { label: 'element', values: elements.map(({ name }) => name) },
  { label: 'parameter', values: elements.map(({ x }) => x) },
  { label: 'analytic', values: elements.map(({ analytic }) => analytic) },
  { label: 'numeric', values: elements.map(({ numeric }) => numeric) },
  { label: 'analytic / numeric', values: elements.map(({ ratio }) => ratio) },
  { label: 'analytic − numeric', values: elements.map(({ error }) => error) },
  { label: 'tolerance', values: elements.map(({ tolerance }) => tolerance) },
  { label: 'verdict', values: elements.map(({ verdict }) => verdict) },
];
