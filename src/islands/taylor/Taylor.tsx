import { useMemo } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, PLANTED, slopeText, taylorDrawing, taylorOf } from '@/lessons/taylor/model.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** The remainders of f after 0, 1 and 2 terms of its Taylor expansion, against the step. */
export default function Taylor() {
  const { state, bind, awake } = useUrlState('taylor', fields);
  const test = useMemo(() => taylorOf(state), [state]);
  const spec = useMemo(() => taylorDrawing(test), [test]);
  const [, first, second] = test.slopes.map(slopeText);
  const says = `With the gradient the remainder falls with the power ${first}, with the Hessian ${second}.`;
  return (
    <Island name="taylor" title="Three remainders, three slopes" awake={awake} says={`${test.verdict}: ${says}`}>
      <div class="island-pair">
        <LineChart
          {...spec}
          compact
          ratio={0.44}
          title="Remainders of Taylor’s formula against the step"
          description={`On logarithmic axes each remainder is a straight line until it meets the rounding of f. ${says}`}
          fileName="taylor-remainders"
        />
        <div class="island-column">
          <Choice label="Plant an error in" options={PLANTED} {...bind('planted')} />
          <SliderField label="of relative size" {...bind('size')} scale="log" digits={2} />
          <VerdictBanner verdict={test.verdict}>{says}</VerdictBanner>
        </div>
      </div>
    </Island>
  );
}
