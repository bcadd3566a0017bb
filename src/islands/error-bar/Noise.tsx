import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, noiseDrawing, noiseModel, OPTIONS } from '@/lessons/error-bar/noise.ts';
import { Select, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** Six values of f less a fitted parabola: the noise of f. */
export default function Noise() {
  const { state, bind, awake } = useUrlState('bar-noise', fields);
  const model = useMemo(() => noiseModel(state), [state]);
  const spec = useMemo(() => noiseDrawing(model), [model]);
  const { deviation, inSpacings } = model;
  const says = `A standard deviation of ${deviation.toPrecision(2)}, or ${inSpacings.toPrecision(2)} spacings.`;
  return (
    <Island name="bar-noise" title="Six values and a parabola" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.28}
        title="Values of f less a fitted parabola"
        description={`What a parabola fitted to six values of f close to x leaves over, in units of the spacing of those values. ${says}`}
        fileName="noise"
      />
      <p class="reading">
        Standard deviation:{' '}
        <b>
          <NumberText value={deviation} digits={2} />
        </b>
        , or <NumberText value={inSpacings} digits={2} /> spacings.
      </p>
      <div class="controls">
        <SliderField label="Points apart by" {...bind('apart')} scale="log" digits={3} />
        <Select label="Function" options={OPTIONS} {...bind('f')} />
      </div>
    </Island>
  );
}
