import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, OPTIONS, ratioDrawing, ratioModel } from '@/lessons/error-bar/ratio.ts';
import { Choice, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** Four steps, each half of the one before: how the slope changes, and by which factor the changes fall. */
export default function Ratio() {
  const { state, bind, awake } = useUrlState('bar-ratio', fields);
  const model = useMemo(() => ratioModel(state), [state]);
  const spec = useMemo(() => ratioDrawing(model), [model]);
  const { changes, ratios, combined, exact } = model;
  const said = ratios.map((ratio) => ratio.toPrecision(3)).join(' and ');
  return (
    <Island name="bar-ratio" title="Halve the step three times" awake={awake} says={`The changes fall by ${said}.`}>
      <LineChart
        {...spec}
        compact
        ratio={0.3}
        title="The central difference against the step"
        description={`Four slopes, each from half the step of the one before. Their changes fall by ${said}.`}
        fileName="halved-steps"
      />
      <p class="reading">
        {changes.map((change, k) => (
          <>
            {k > 0 && ', then '}
            <NumberText key={k} value={change} digits={3} />
          </>
        ))}
        : each change is the one before divided by{' '}
        {ratios.map((ratio, k) => (
          <>
            {k > 0 && ' and '}
            <b key={k}>
              <NumberText value={ratio} digits={3} trim={false} />
            </b>
          </>
        ))}
        . Extrapolated, the slope is off by <NumberText value={Math.abs(combined - exact)} digits={2} />.
      </p>
      <div class="controls">
        <SliderField label="Longest step h" {...bind('h')} scale="log" digits={3} />
        <Choice label="Function" options={OPTIONS} {...bind('f')} />
      </div>
    </Island>
  );
}
