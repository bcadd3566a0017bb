import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { CheckedStill } from '@/lessons/randomness/checks.ts';
import { fields, type State, stillOf } from '@/lessons/randomness/still.ts';
import { SUBJECTS } from '@/lessons/randomness/subjects.ts';
import { Checkbox, Choice } from '../controls/choice-controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputed } from '../run/use-on-demand.ts';
import { useUrlState } from '../state/use-url-state.ts';

const OPTIONS = SUBJECTS.map(({ id, label }) => ({ value: id, label }));

const load = () => import('@/lessons/randomness/checks.ts');

interface Props {
  /** What the figure opens with, made at build time. */
  readonly first: { readonly state: State; readonly checked: CheckedStill };
}

/** A loss with chance or memory in it, and what the check can say of its gradient. Use it through `components/HoldStill.astro`. */
export default function HoldStill({ first }: Props) {
  const { state, update, bind, awake } = useUrlState('hold-still', fields);
  const run = useComputed(load, ({ checkStill }) => checkStill(state), state, {
    state: first.state,
    value: first.checked,
  });
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
