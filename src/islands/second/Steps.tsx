import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { errorAt, fields, stepsDrawing, WAYS } from '@/lessons/second/steps.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** The error of a second derivative, from values and from gradients, against the step. */
export default function Steps() {
  const { state, bind, awake } = useUrlState('second-steps', fields);
  const { h } = state;
  const spec = useMemo(() => stepsDrawing(h), [h]);
  const [values, gradients] = WAYS.map((way) => errorAt(way, h));
  const says = `Error ${numberText(values, { digits: 2 })} from values, ${numberText(gradients, { digits: 2 })} from gradients.`;
  return (
    <Island name="second-steps" title="Two ways to a second derivative" awake={awake} says={says}>
      <div class="island-pair">
        <LineChart
          {...spec}
          compact
          ratio={0.5}
          title="Error of a second derivative against the step"
          description="Both errors fall with h squared. Rounding then raises the one from values by 1/h squared, the one from gradients by 1/h."
          fileName="second-derivative"
        />
        <div class="island-column">
          <SliderField label="Step h" {...bind('h')} scale="log" digits={3} />
          <p>
            Error <NumberText value={values} digits={2} /> from values of <i>f</i>,{' '}
            <NumberText value={gradients} digits={2} /> from gradients.
          </p>
        </div>
      </div>
    </Island>
  );
}
