import { useId, useRef } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { scientific } from '@/checker/words/scientific.ts';
import { textOf } from '@/examples/text.ts';
import { type Checked, runCheck } from '@/lessons/check-runner/model.ts';
import { EXAMPLES, exampleOf, FIELDS } from '@/lessons/check-runner/state.ts';
import { DIFFERENCES, schemeOptions } from '@/lessons/differences/schemes.ts';
import { Choice, FieldBox, FigureActions, Select, SliderField } from '../controls/controls.tsx';
import { Island, useAnnouncement } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Elements } from './Elements.tsx';
import { ErrorScale } from './ErrorScale.tsx';
import { Evaluations } from './Evaluations.tsx';
import './check-runner.css';

const SCHEMES = schemeOptions(DIFFERENCES);

export interface CheckRunnerProps {
  /** Id of the example to start with; default the quadratic. */
  readonly example?: string;
  /** Tells several on one page apart in the URL. */
  readonly id?: string;
}

/** The notebook's gradient check, of one of its examples, at any x, h and threshold. */
export default function CheckRunner({ example: first = 'quadratic', id }: CheckRunnerProps) {
  const fields = FIELDS[exampleOf(first).id];
  const { state, update, reset, awake } = useUrlState(id === undefined ? 'check-runner' : `check-runner-${id}`, fields);
  const message = useId();
  const outcome = runCheck(state);
  const lastGood = useRef<Checked | undefined>(undefined);
  if (outcome.ok) lastGood.current = outcome.checked;
  const example = exampleOf(state.example);
  const refused = (field: 'x' | 'step') => (!outcome.ok && outcome.field === field ? message : undefined);

  return (
    <Island name="check-runner" title={example.title} awake={awake}>
      <div class="runner">
        <div class="runner-example">
          <Select
            label="Example"
            options={EXAMPLES.map(({ id: value, title }) => ({ value, label: title }))}
            value={state.example}
            onValue={(chosen) => update({ example: chosen, x: exampleOf(chosen).x })}
          />
          <dl class="runner-code">
            <dt>Loss</dt>
            <dd>
              <code>{textOf(example.f)}</code>
            </dd>
            <dt class="gc-analytic">Gradient under test</dt>
            <dd>
              <code>{textOf(example.gradient)}</code>
            </dd>
          </dl>
        </div>
        <div class="runner-controls">
          <FieldBox
            label="Point x"
            field={fields.x}
            value={state.x}
            onValue={(x) => update({ x })}
            refusedBy={refused('x')}
          />
          <SliderField
            label="Step h"
            field={fields.step}
            value={state.step}
            onValue={(step) => update({ step })}
            min={1e-14}
            max={1}
            scale="log"
            refusedBy={refused('step')}
          />
          <SliderField
            label="Threshold"
            field={fields.threshold}
            value={state.threshold}
            onValue={(threshold) => update({ threshold })}
            min={1e-14}
            max={1}
            scale="log"
          />
          <Choice label="Scheme" options={SCHEMES} value={state.scheme} onValue={(scheme) => update({ scheme })} />
        </div>
        <div class="runner-result">
          {lastGood.current === undefined ? (
            <p class="field-error">{!outcome.ok && outcome.message}</p>
          ) : (
            <Result checked={lastGood.current} problem={outcome.ok ? undefined : outcome.message} messageId={message} />
          )}
        </div>
      </div>
      <FigureActions onReset={reset} />
    </Island>
  );
}

/** What the check said; greyed while what is set now cannot be checked. */
function Result({ checked, problem, messageId }: { checked: Checked; problem?: string; messageId: string }) {
  const { status, relativeError, threshold, example } = checked;
  const passed = status === 'PASS';
  useAnnouncement(problem ?? `${status}, relative error ${scientific(relativeError)}.`);
  const stale = problem === undefined ? undefined : '';
  return (
    <>
      <div data-stale={stale}>
        <VerdictBanner verdict={passed ? 'pass' : 'fail'} word={status}>
          relative error{' '}
          <data class="runner-figure" data-value={String(relativeError)} value={String(relativeError)}>
            {scientific(relativeError)}
          </data>
        </VerdictBanner>
      </div>
      <p id={messageId} class={`runner-says ${problem === undefined ? '' : 'field-error'}`}>
        {problem ?? (
          <>
            {passed ? 'Below' : 'Not below'} the threshold <NumberText value={threshold} digits={3} />. {example.shows}
          </>
        )}
      </p>
      <div data-stale={stale}>
        <ErrorScale error={relativeError} threshold={threshold} />
        <Elements title={example.title} elements={checked.elements} threshold={threshold} />
        <Evaluations title={example.title} evaluations={checked.evaluations} />
      </div>
    </>
  );
}
