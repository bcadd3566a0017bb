/** The error bar against the step, as the stencil measures it there, with the steps that the check takes. */
import { sparseTable } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { lineOnly, pointsBy } from '@/charts/marks/series.ts';
import { type Stencil, stencil } from '@/checker/slope/stencil.ts';
import { optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { decades } from '../differences/decades.ts';
import type { MeasuredSubject } from './measured.ts';
import { along, lineWith, optionsOf, type SubjectId } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single', 'wave']);

export const fields = {
  f: optionField(OPTIONS),
};

const PER_DECADE = 4;
const [SHORTEST, LONGEST] = [-7, -0.5];
const STEPS = decades(SHORTEST, LONGEST, PER_DECADE).values;

interface Spot extends Stencil {
  /** |value - truth|: not known to the check. */
  readonly error: number;
  readonly bar: number;
}

export interface ValleyModel {
  readonly curve: readonly Spot[];
  /** Those that the check itself took; the last one is kept. */
  readonly taken: readonly Spot[];
}

export function valleyModel(
  { f }: StateOf<typeof fields>,
  all: Readonly<Record<SubjectId, Pick<MeasuredSubject, 'value' | 'noise' | 'unit' | 'tried'>>>,
): ValleyModel {
  const path = along(f);
  const line = lineWith(path, all[f]);
  const at = (step: number): Spot[] => {
    const found = stencil(line, path.realise(step));
    if (!found) return [];
    return [{ ...found, error: Math.abs(found.value - path.exact), bar: found.truncation + found.roundOff }];
  };
  return { curve: STEPS.flatMap(at), taken: all[f].tried.flatMap(at) };
}

export function valleyDrawing({ curve, taken }: ValleyModel): LineChartSpec {
  const drawable = (of: 'bar' | 'truncation' | 'roundOff' | 'error') =>
    pointsBy(curve, 'step', of).filter(([, y]) => y > 0);
  const bars = curve.map(({ bar }) => bar);
  const decade = (value: number, round: (power: number) => number) => 10 ** round(Math.log10(value));
  const spec: LineChartSpec = {
    x: { label: 'step *h*', kind: 'log', domain: [10 ** SHORTEST, 10 ** LONGEST] },
    y: {
      label: 'error of the slope',
      kind: 'log',
      domain: [decade(Math.min(...bars), Math.floor) / 100, decade(Math.max(...bars), Math.ceil)],
    },
    series: [
      lineOnly('bar', 'error bar', drawable('bar'), 'numeric'),
      lineOnly('truncation', 'truncation', drawable('truncation'), 'error', 'dashed'),
      lineOnly('round-off', 'round-off', drawable('roundOff'), 'soft', 'dash-dot'),
      lineOnly('true', 'true error, unknown to the check', drawable('error'), 'truth', 'dotted'),
    ],
    highlights: taken.map(({ step, bar }, i) => ({
      x: step,
      y: bar,
      label: i === taken.length - 1 ? 'kept' : 'tried',
      tone: 'ink' as const,
    })),
  };
  return withTable(spec, (drawn) => sparseTable(drawn, PER_DECADE));
}
