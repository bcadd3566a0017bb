/** Central differences by ever halved steps: as long as truncation is all that is wrong, their changes fall by four. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { markedLine, pointsBy } from '@/charts/marks/series.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { along, optionsOf } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single']);

export const fields = {
  f: optionField(OPTIONS),
  h: numberField(1, { min: 1e-7, max: 2 }),
};

const HALVINGS = 4;
const NAMES = ['*h*', '*h*/2', '*h*/4', '*h*/8'];

export interface RatioModel {
  /** From the longest step down. */
  readonly rows: readonly { readonly name: string; readonly step: number; readonly slope: number }[];
  /** What a halving of the step changes, and by which factor these changes fall. */
  readonly changes: readonly number[];
  readonly ratios: readonly number[];
  /** The first two combined so that four times the change falls out: an estimate for a step of 0. */
  readonly combined: number;
  readonly exact: number;
}

export function ratioModel({ f, h }: StateOf<typeof fields>): RatioModel {
  const { at, realise, exact } = along(f);
  const rows = NAMES.slice(0, HALVINGS).map((name, k) => {
    const step = realise(h / 2 ** k);
    return { name, step, slope: (at(step) - at(-step)) / (2 * step) };
  });
  const changes = rows.slice(1).map(({ slope }, k) => slope - rows[k].slope);
  return {
    rows,
    changes,
    ratios: changes.slice(1).map((change, k) => changes[k] / change),
    combined: (4 * rows[1].slope - rows[0].slope) / 3,
    exact,
  };
}

/** Slopes against steps, both linear: a parabola about its end at step 0. */
export function ratioDrawing({ rows, combined }: RatioModel): LineChartSpec {
  const [{ step: longest }] = rows;
  return {
    x: { label: 'step', domain: [-0.04 * longest, 1.02 * longest] },
    y: { label: 'slope' },
    series: [
      markedLine('slopes', 'central difference', pointsBy(rows, 'step', 'slope'), 'numeric', 'circle', 'dotted'),
    ],
    highlights: [
      ...rows.map(({ name, step, slope }) => ({ x: step, y: slope, label: name, tone: 'numeric' as const })),
      { x: 0, y: combined, label: 'both combined', tone: 'ink' },
    ],
  };
}
