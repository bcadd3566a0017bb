/** The error curve as a chart: the curves of the schemes, the guides of theory, the steps worth naming. */
import type { Guide } from '@/charts/labels/annotations.ts';
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { RECOMMENDED_RULE, SCHEME_LOOKS } from '../differences/schemes.ts';
import type { Curves } from './model.ts';
import { roundOffAt, truncationAt } from './theory.ts';

/** Decades that the error has room for below the smallest one of the curves: a step off the grid may be luckier. */
const ROOM_BELOW = 1;

/** Whole decades about all errors that have a place on a logarithmic axis. */
function errorDomain({ curves }: Curves): [number, number] {
  const errors = curves.flatMap(({ points }) => points.map(({ error }) => error)).filter((e) => e > 0 && e < Infinity);
  const decade = (round: (value: number) => number, error: number) => round(Math.log10(error));
  const low = decade(Math.floor, Math.min(...errors, 1)) - ROOM_BELOW;
  return [Number(`1e${low}`), Number(`1e${decade(Math.ceil, Math.max(...errors, 10 ** (low + 1)))}`)];
}

function guidesOf({ theory, range, best }: Curves): Guide[] {
  const [from, to] = range;
  const meet = theory.predicted ?? best?.step ?? Math.sqrt(from * to);
  const guides: Guide[] = [];
  if (theory.truncation > 0) {
    guides.push({
      slope: theory.order,
      through: [to, truncationAt(theory, to)],
      span: [meet, to],
      label: `slope ${theory.order}: truncation`,
    });
  }
  if (theory.roundOff > 0) {
    guides.push({
      slope: -1,
      through: [from, roundOffAt(theory, from)],
      span: [from, meet],
      label: 'slope −1: round-off',
    });
  }
  return guides;
}

export function errorDrawing(curves: Curves): LineChartSpec {
  const { range, best, theory } = curves;
  const rules: LineChartSpec['rules'] = [
    RECOMMENDED_RULE,
    ...(theory.predicted === undefined
      ? []
      : [{ axis: 'x' as const, value: theory.predicted, label: 'predicted best', dash: 'dotted' as const }]),
  ];
  return {
    x: { label: 'step *h*', kind: 'log', domain: range },
    y: { label: 'error of the gradient', kind: 'log', domain: errorDomain(curves) },
    series: curves.curves.map(({ key, scheme, label, points, reference }) => ({
      key,
      label,
      points: points.map(({ step, error }) => [step, error] as const),
      ...(reference
        ? { tone: 'soft' as const, dash: 'dashed' as const, marks: false }
        : { ...SCHEME_LOOKS[scheme], dash: 'solid' as const }),
    })),
    rules,
    guides: guidesOf(curves),
    highlights:
      best !== undefined && best.error > 0
        ? [{ x: best.step, y: best.error, label: 'measured best', tone: 'ink' }]
        : [],
  };
}
