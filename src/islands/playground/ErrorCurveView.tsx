import { useMemo } from 'preact/hooks';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import type { Precision } from '@/expression/model.ts';
import type { ErrorCurve } from '@/expression/run/error-curve.ts';
import { bestOf, curveDrawing } from '@/lessons/playground/curve-drawing.ts';
import { NO_TRUTH } from '@/lessons/playground/reasons.ts';
import { Choice } from '../controls/choice-controls.tsx';

const PRECISIONS = [
  { value: 'float64', label: 'float64' },
  { value: 'float32', label: 'float32' },
] as const;

interface Props {
  curve: ErrorCurve;
  precision: Precision;
  onPrecision: (precision: Precision) => void;
}

/** How far each scheme is from the truth, by step: for this very formula, at this very point. */
export function ErrorCurveView({ curve, precision, onPrecision }: Props) {
  const spec = useMemo(() => (curve.ok ? curveDrawing(curve) : undefined), [curve]);
  const choice = <Choice label="f computed in" options={PRECISIONS} value={precision} onValue={onPrecision} />;
  if (!curve.ok || spec === undefined) {
    return (
      <div class="formula-no-curve">
        {choice}
        <p class="caption">No error curve here: {curve.ok ? '' : <WhyNone curve={curve} />}.</p>
      </div>
    );
  }
  const left = curve.left.map(({ functions }) => functions.join(', '));
  return (
    <LineChart
      {...spec}
      ratio={0.56}
      title="Error of the numerical gradient of this f, by step"
      fileName="error-curve"
      description={`Distance from the 64-digit gradient against the step, both on logarithmic axes. ${curve.series.map(best).join(' ')}`}
      controls={choice}
      caption={
        <>
          Measured from the 64-digit truth; no hand-written gradient takes part.
          {left.length > 0 && ` No complex step: complex numbers know no derivative of ${left.join(', ')}.`}
        </>
      }
    />
  );
}

function WhyNone({ curve }: { curve: Extract<ErrorCurve, { ok: false }> }) {
  if (curve.reason === 'too-large') return 'f is too large to be evaluated so often';
  return (
    <>
      <code>{curve.element}</code> has no truth to measure from ({NO_TRUTH[curve.reason]})
    </>
  );
}

function best(series: Parameters<typeof bestOf>[0]): string {
  const point = bestOf(series);
  if (point === undefined) return '';
  return `${series.scheme}: smallest error ${numberText(point.error, { digits: 2 })} at ${numberText(point.step, { digits: 2 })}.`;
}
