/** The error curve of a typed-in formula as a chart. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import type { ErrorCurve } from '@/expression/run/error-curve.ts';
import { RECOMMENDED_RULE, SCHEME_LABELS, SCHEME_LOOKS } from '../differences/schemes.ts';

type Drawn = Extract<ErrorCurve, { ok: true }>;

/** The step at which a scheme errs least, where its error can be drawn. */
export function bestOf({
  points,
}: Drawn['series'][number]): { readonly step: number; readonly error: number } | undefined {
  const drawable = points.filter(({ error }) => error > 0 && Number.isFinite(error));
  return drawable.reduce<(typeof drawable)[number] | undefined>(
    (best, point) => (best === undefined || point.error < best.error ? point : best),
    undefined,
  );
}

export function curveDrawing({ series }: Drawn): LineChartSpec {
  return {
    x: { label: 'step *h*', kind: 'log', domain: [1e-14, 0.1] },
    y: { label: 'error of the gradient', kind: 'log', gutters: ['zero'] },
    series: series.map(({ scheme, points }) => ({
      key: scheme,
      label: SCHEME_LABELS[scheme],
      points: points.map(({ step, error }) => [step, error] as const),
      dash: 'solid' as const,
      ...SCHEME_LOOKS[scheme],
    })),
    rules: [RECOMMENDED_RULE],
  };
}
