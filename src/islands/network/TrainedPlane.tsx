import { data } from '@/lessons/network/data.ts';
import type { PlaneShown } from '@/lessons/network/plane.ts';
import { fields } from '@/lessons/network/plane-state.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputed } from '../run/use-on-demand.ts';
import { useUrlState } from '../state/use-url-state.ts';
import { Plane } from './Plane.tsx';
import './pictures.css';

const load = () => import('@/lessons/network/plane.ts');

/** What the forward pass makes of the plane, after so many steps of training with the right gradient. */
export default function TrainedPlane({ first }: { readonly first: PlaneShown }) {
  const { state, bind, awake } = useUrlState('network-plane', fields);
  const run = useComputed(load, ({ planeAfter }) => planeAfter(state.steps), state, {
    state: { steps: first.steps },
    value: first,
  });
  const { steps, missed } = run.value;
  const says = `After ${steps} steps ${data.m - missed} of ${data.m} points are right.`;
  return (
    <Island name="network-plane" title="Three classes, and where the network sees them" awake={awake} says={says}>
      <div class="island-pair">
        <div class="network-figures" data-stale={run.stale ? '' : undefined}>
          <Plane plane={run.value} />
        </div>
        <div class="island-column" {...run.prepare}>
          <SliderField label="Training steps" {...bind('steps')} step={1} />
          <p>{says}</p>
          <p class="caption">
            Axes <i>x</i>
            <sub>1</sub> and <i>x</i>
            <sub>2</sub>. A ringed point lies in another class’s region.
          </p>
          <NotLoaded {...run} />
        </div>
      </div>
    </Island>
  );
}
