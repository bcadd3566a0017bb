import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, floorDrawing, floorOf } from '@/lessons/step-size/floor.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './step-size.css';

const SHOWN = { digits: 2, notation: 'scientific', trim: false } as const;

/** The two arms of theory and their sum, for values of f that are κ times as noisy as they could be. */
export default function Floor() {
  const { state, bind, awake } = useUrlState('floor', fields);
  const floor = useMemo(() => floorOf(state.kappa), [state.kappa]);
  const drawing = useMemo(() => floorDrawing(floor), [floor]);
  const { best, error } = floor;
  return (
    <Island
      name="floor"
      title="A noisier f, a higher floor"
      awake={awake}
      says={`Best step ${numberText(best, SHOWN)}.`}
    >
      <LineChart
        {...drawing}
        compact
        ratio={0.36}
        title="The floor between the arms"
        description="Truncation falls with the step, round-off grows; their sum is smallest near where they cross. More noise lifts the left arm alone, and the crossing moves to the right and up."
        fileName="floor"
      />
      <div class="controls">
        <SliderField label="κ: how many roundings" {...bind('kappa')} scale="log" digits={2} />
      </div>
      <p>
        Best step <NumberText value={best} {...SHOWN} />, error there <NumberText value={error} {...SHOWN} />.
      </p>
    </Island>
  );
}
