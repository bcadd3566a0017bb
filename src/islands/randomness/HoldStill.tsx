import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { CheckedStill } from '@/lessons/randomness/checks.ts';
import { fields, stillOf } from '@/lessons/randomness/still.ts';
import { SUBJECTS } from '@/lessons/randomness/subjects.ts';
import { Checkbox, Choice } from '../controls/choice-controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';

const OPTIONS = SUBJECTS.map(({ id, label }) => ({ value: id, label }));

const load = async () => (await import('@/lessons/randomness/checks.ts')).checkStill;

/** A loss with chance or memory in it, and what the check can say of its gradient. */
export default function HoldStill({ first }: { readonly first: CheckedStill }) {
  const { state, update, bind, awake, run } = useComputedFigure('hold-still', fields, load, first);
  const { subject, way } = stillOf(state);
  const { diagnosis, twice } = run.value;
  const ways = subject.ways.map(({ id, label }) => ({ value: id, label }));
  return (
    <Island name="hold-still" title="The same function, twice" awake={awake} says={spokenDiagnosis(diagnosis)}>
      <div class="controls" {...run.prepare}>
        <Choice label="The loss has in it" options={OPTIONS} {...bind('subject')} />
        <Checkbox label={`Wrong: ${subject.bug}`} checked={state.bug} onChecked={(bug) => update({ bug })} />
      </div>
      <Choice label="In the check" options={ways} {...bind('way')} value={way.id} />
      <NotLoaded {...run} />
      <p data-stale={run.stale ? '' : undefined}>
        Called twice at one point: <NumberText value={twice[0]} digits={6} /> and{' '}
        <NumberText value={twice[1]} digits={6} />.
      </p>
      <Diagnosis diagnosis={diagnosis} />
    </Island>
  );
}
