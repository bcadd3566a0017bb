import { useMemo } from 'preact/hooks';
import { integerField } from '@/input/fields.ts';
import { data } from '@/lessons/network/data.ts';
import { pointsOf } from '@/lessons/network/regions.ts';
import { MOST_STEPS, weightsAfter } from '@/lessons/network/training.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Plane } from './Plane.tsx';
import './network.css';

const fields = { steps: integerField(MOST_STEPS, { min: 0, max: MOST_STEPS }) };

/** What the forward pass makes of the plane, after so many steps of training with the right gradient. */
export default function TrainedPlane() {
  const { state, bind, awake } = useUrlState('network-plane', fields);
  const { steps } = state;
  const missed = useMemo(() => pointsOf(weightsAfter(steps)).filter(({ right }) => !right).length, [steps]);
  const says = `After ${steps} steps ${data.m - missed} of ${data.m} points are right.`;
  return (
    <Island name="network-plane" title="Three classes, and where the network sees them" awake={awake} says={says}>
      <div class="network-figures">
        <Plane steps={steps} missed={missed} compact />
      </div>
      <SliderField label="Training steps" {...bind('steps')} step={1} />
      <p>{says}</p>
    </Island>
  );
}
