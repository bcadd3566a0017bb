/** The error bar against the step, as the stencil measures it there, with the steps that the check takes. */
import { sparseTable, type Table } from '@/charts/figure/table.ts';
import type { LineChartSpec, Series } from '@/charts/line-chart.ts';
import { type Stencil, stencil } from '@/checker/slope/stencil.ts';
import { choiceField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import type { Measured } from './measured.ts';
import { along, lineWith, optionsOf, type SubjectId } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single', 'wave']);

export const fields = {
  f: choiceField<(typeof OPTIONS)[number]['value']>('double', ['double', 'single', 'wave']),
};

const PER_DECADE = 4;
const [SHORTEST, LONGEST] = [-7, -0.5];
const STEPS = Array.from(
  { length: 1 + (LONGEST - SHORTEST) * PER_DECADE },
  (_, i) => 10 ** (SHORTEST + i / PER_DECADE),
);

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
  all: Readonly<Record<SubjectId, Pick<Measured, 'value' | 'noise' | 'unit' | 'tried'>>>,
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

/** The same as numbers, a row a decade. */
export const valleyTable = (spec: LineChartSpec): Table => sparseTable(spec, PER_DECADE);

export function valleyDrawing({ curve, taken }: ValleyModel): LineChartSpec {
  const line = (key: string, label: string, of: (spot: Spot) => number, look: Partial<Series>): Series => ({
    key,
    label,
    points: curve.map((spot) => [spot.step, of(spot)] as const).filter(([, y]) => y > 0),
    marks: false,
    ...look,
  });
  const bars = curve.map(({ bar }) => bar);
  const decade = (value: number, round: (power: number) => number) => 10 ** round(Math.log10(value));
  return {
    x: { label: 'step *h*', kind: 'log', domain: [10 ** SHORTEST, 10 ** LONGEST] },
    y: {
      label: 'error of the slope',
      kind: 'log',
      domain: [decade(Math.min(...bars), Math.floor) / 100, decade(Math.max(...bars), Math.ceil)],
    },
    endLabels: false,
    series: [
      line('bar', 'error bar', ({ bar }) => bar, { tone: 'numeric', dash: 'solid' }),
      line('truncation', 'truncation', ({ truncation }) => truncation, { tone: 'error', dash: 'dashed' }),
      line('round-off', 'round-off', ({ roundOff }) => roundOff, { tone: 'soft', dash: 'dash-dot' }),
      line('true', 'true error, unknown to the check', ({ error }) => error, { tone: 'truth', dash: 'dotted' }),
    ],
    highlights: taken.map(({ step, bar }, i) => ({
      x: step,
      y: bar,
      label: i === taken.length - 1 ? 'kept' : 'tried',
      tone: 'ink' as const,
    })),
  };
}
