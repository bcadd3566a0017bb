import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import {
  type Curves,
  complexStepDrawing,
  fields,
  PROGRAM_OPTIONS,
  readingOf,
} from '@/lessons/beyond/complex-curves.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const SHORT = { digits: 2 } as const;

/** The error of the complex step beside that of the central difference, down to steps that are lost beside x. */
export default function ComplexStep({ curves }: { readonly curves: Curves }) {
  const { state, bind, awake } = useUrlState('complex-step', fields);
  const spec = useMemo(() => complexStepDrawing(curves, state), [curves, state]);
  const { step, central, complex } = readingOf(curves, state);
  const says = `Central difference off by ${numberText(central, SHORT)}, complex step by ${numberText(complex, SHORT)}.`;
  return (
    <Island name="complex-step" title="A step that nothing is subtracted from" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.36}
        title="Error of the gradient against the step"
        description="The central difference has a valley near 1e-5. The complex step falls with h squared and then stays at rounding, however small the step; with an abs or a conjugate inside it never comes down."
        fileName="complex-step"
      />
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} scale="log" digits={6} step={0.5} />
        <Choice label="Inside f there is" options={PROGRAM_OPTIONS} {...bind('program')} />
      </div>
      <p>
        At <i>h</i> = <NumberText value={step} {...SHORT} /> the central difference is off by{' '}
        <NumberText value={central} {...SHORT} />, the complex step by <NumberText value={complex} {...SHORT} />.
      </p>
    </Island>
  );
}
