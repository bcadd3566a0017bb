import type { StateOf } from '@/input/url-state.ts';
import { data, EXTENT } from '@/lessons/network/data.ts';
import type { PlaneShown } from '@/lessons/network/plane.ts';
import { fields } from '@/lessons/network/plane-state.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';
import { Plane } from './Plane.tsx';
import './pictures.css';

const load = async () => {
  const { planeAfter } = await import('@/lessons/network/plane.ts');
  return ({ steps }: StateOf<typeof fields>) => planeAfter(steps);
};

/** What the forward pass makes of the plane, after so many steps of training with the right gradient. */
export default function TrainedPlane({ first }: { readonly first: PlaneShown }) {
  const { bind, awake, run } = useComputedFigure('network-plane', fields, load, first);
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
            <sub>2</sub>, from −{EXTENT} to {EXTENT}. A ringed point lies in another class’s region.
          </p>
          <NotLoaded {...run} />
        </div>
      </div>
    </Island>
  );
}
