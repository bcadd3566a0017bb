/** The four loss curves as a chart. */
import { type Table, tableOf } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import type { Look } from '@/charts/marks/tone.ts';
import { minimum, type State, type TrainingRun } from './model.ts';

/** A colour and a dash for each place in the list of runs; not the green and red of the verdicts beside them. */
export const LOOKS: readonly Omit<Look, 'shape'>[] = [
  { tone: 'ink', dash: 'solid' },
  { tone: 'series-1', dash: 'dashed' },
  { tone: 'series-2', dash: 'dash-dot' },
  { tone: 'soft', dash: 'long' },
];

/** Rows of the table of a small figure. */
const TABLE_ROWS = 15;

/** Room over the first loss. */
const HEADROOM = 1.15;
/** Far enough above the plot for a run that diverges to leave it. */
const OUT_OF_SIGHT = 10;
/** More points than this cannot be told apart, and would make the table long. */
const MOST_POINTS = 100;
const EXCESS_DOMAIN = [1e-8, 10] as const;

/** A run as a chart shows it: by its own name, or by a letter while the reader guesses; with the look of its place. */
export type ShownRun = TrainingRun & { readonly shownAs: string; readonly place?: number };

export function curvesDrawing(
  runs: readonly ShownRun[],
  { steps, view }: Pick<State, 'steps' | 'view'>,
): LineChartSpec {
  const offset = view === 'loss' ? minimum.loss : 0;
  const highest = HEADROOM * (runs[0].excess[0] + minimum.loss);
  const stride = Math.ceil(steps / MOST_POINTS);
  const inSight = ({ excess }: TrainingRun) => {
    const left = excess.findIndex((value) => !(value < OUT_OF_SIGHT * highest));
    return left < 0 ? excess : excess.slice(0, left + 1);
  };
  return {
    endLabels: true,
    x: { label: 'step', domain: [0, steps] },
    y:
      view === 'loss'
        ? { label: 'loss', domain: [0, highest] }
        : { label: 'loss above the minimum', kind: 'log', domain: EXCESS_DOMAIN },
    series: runs.map((run, i) => {
      const values = inSight(run);
      const shown = (step: number) => step % stride === 0 || step === steps || step === values.length - 1;
      return {
        key: run.id,
        label: run.shownAs,
        points: values.flatMap((value, step) => (shown(step) ? [[step, offset + value] as const] : [])),
        marks: false,
        ...LOOKS[run.place ?? i],
      };
    }),
  };
}

/** For a figure beside a paragraph: the same chart with a shorter table. */
export const shortDrawing = (...curves: Parameters<typeof curvesDrawing>): LineChartSpec =>
  withTable(curvesDrawing(...curves), shortTable);

/** The curves at a few steps, the first and the last among them. */
function shortTable({ x, series }: LineChartSpec): Table {
  const last = Math.max(...series.flatMap(({ points }) => points.map(([step]) => step)));
  const every = Math.ceil(last / TABLE_ROWS);
  const kept = (step: number) => step % every < 1 || step === last;
  return tableOf(
    x.label,
    series.map(({ label, points }) => ({ label, points: points.filter(([step]) => kept(step)) })),
  );
}
