import type { SurfaceChecked } from '@/lessons/constraints/measured.ts';
import { fields, HANDED, SURFACES, surfaceOf } from '@/lessons/constraints/surfaces.ts';
import { Choice, Select } from '../controls/choice-controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const OPTIONS = SURFACES.map(({ id, label, bound }) => ({ value: id, label: `${label}, ${bound}` }));

/** A parameter that is bound to a surface, and what the check says of a gradient when it moves in the surface or out of it. */
export default function Surface({ checks }: { readonly checks: Readonly<Record<string, SurfaceChecked>> }) {
  const { state, bind, awake } = useUrlState('surface', fields);
  const { byElement, along } = checks[`${surfaceOf(state).id} ${state.handed}`];
  const said = `Element by element, ${spokenDiagnosis(byElement)} In the surface, ${spokenDiagnosis(along)}`;
  return (
    <Island name="surface" title="Which way may it move?" awake={awake} says={said}>
      <div class="controls">
        <Select label="The parameter is" options={OPTIONS} {...bind('surface')} />
      </div>
      <Choice label="The gradient handed back" options={HANDED} {...bind('handed')} />
      <p class="caption">Moved element by element, out of the surface:</p>
      <Diagnosis diagnosis={byElement} />
      <p class="caption">Moved along curves in the surface:</p>
      <Diagnosis diagnosis={along} />
    </Island>
  );
}
