import type { HandleSpec } from '@/charts/cursor/Handle.tsx';
import { numberText } from '@/charts/format.ts';
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { SCHEME_LOOKS } from '@/lessons/differences/schemes.ts';
import type { Curves, StepReading } from '@/lessons/step-size/model.ts';

/** The step and its error in words. */
export const spoken = ({ step, error }: StepReading): string =>
  `${numberText(step, { digits: 3 })}, error ${numberText(error, { digits: 3 })}`;

/** The grip that moves h along the error curve. */
export function stepHandle(
  { curves, here, y }: { curves: Curves; here: StepReading; y: LineChartSpec['y'] },
  onChange: (step: number) => void,
): HandleSpec {
  const [low, high] = y.domain!;
  const [min, max] = curves.range;
  const { step, error } = here;
  return {
    label: 'Step h on the curve',
    axis: 'x',
    value: step,
    // The error at a step between those of the sweep can lie outside of the axis.
    at: error > 0 ? Math.min(high, Math.max(low, error)) : error,
    rule: false,
    tone: SCHEME_LOOKS[curves.scheme].tone,
    min,
    max,
    text: (at) => spoken({ ...here, step: at }),
    onChange,
  };
}
