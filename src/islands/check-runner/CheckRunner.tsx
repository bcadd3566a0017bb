import { useId, useRef } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { scientific } from '@/checker/words/scientific.ts';
import { textOf } from '@/examples/text.ts';
import { type CheckedExample, runCheck } from '@/lessons/check-runner/model.ts';
import { EXAMPLES, exampleOf, FIELDS } from '@/lessons/check-runner/state.ts';
import { DIFFERENCES, schemeOptions } from '@/lessons/differences/schemes.ts';
import { Choice, FieldBox, FigureActions, Select, SliderField } from '../controls/controls.tsx';
import { ELEMENT_COLUMNS, RowTable } from '../controls/RowTable.tsx';
import { Island } from '../frame/Island.tsx';
import { RelativeError } from '../frame/RelativeError.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';
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
  const { state, update, bind, reset, awake } = useUrlState(
    id === undefined ? 'check-runner' : `check-runner-${id}`,
    fields,
  );
  const message = useId();
  const outcome = runCheck(state);
  const lastGood = useRef<CheckedExample | undefined>(undefined);
  if (outcome.ok) lastGood.current = outcome.checked;
  const example = exampleOf(state.example);
  const refused = (field: 'x' | 'step') => (!outcome.ok && outcome.field === field ? message : undefined);

  const says = outcome.ok ? spoken(outcome.checked) : outcome.message;
  return (
    <Island name="check-runner" title={example.title} awake={awake} says={says}>
      <div class="runner">
        <div class="runner-example">
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
          <FieldBox label="Point x" {...bind('x')} refusedBy={refused('x')} />
          <SliderField label="Step h" {...bind('step')} min={1e-14} max={1} scale="log" refusedBy={refused('step')} />
          <details>
            <summary>Threshold, scheme, example</summary>
            <div class="runner-controls">
              <SliderField label="Threshold" {...bind('threshold')} min={1e-14} max={1} scale="log" />
              <Choice label="Scheme" options={SCHEMES} {...bind('scheme')} />
              <Select
                label="Example"
                options={EXAMPLES.map(({ id: value, title }) => ({ value, label: title }))}
                value={state.example}
                onValue={(chosen) => update({ example: chosen, x: exampleOf(chosen).x })}
              />
            </div>
          </details>
          <FigureActions onReset={reset} />
        </div>
        <div class="runner-result">
          {lastGood.current === undefined ? (
            <p class="field-error">{!outcome.ok && outcome.message}</p>
          ) : (
            <Result checked={lastGood.current} problem={outcome.ok ? undefined : outcome.message} messageId={message} />
          )}
        </div>
      </div>
    </Island>
  );
}

const spoken = ({ status, relativeError }: CheckedExample): string =>
  `${status}, relative error ${scientific(relativeError)}.`;

const relativeErrorText = (value: number) => <RelativeError value={value} />;

/** The outcome of the check; greyed while the present settings cannot be checked. */
function Result({ checked, problem, messageId }: { checked: CheckedExample; problem?: string; messageId: string }) {
  const { status, relativeError, threshold, example } = checked;
  const passed = status === 'PASS';
  const stale = problem === undefined ? undefined : '';
  return (
    <>
      <div data-stale={stale}>
        <VerdictBanner verdict={passed ? 'pass' : 'fail'} word={status}>
          relative error <RelativeError value={relativeError} class="runner-figure" />
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
        <RowTable
          label={`The gradients by element: ${example.title}`}
          rows={checked.elements}
          attributes={(element) => ({ 'data-verdict': element.relativeError < threshold ? undefined : 'fail' })}
          columns={[
            ...ELEMENT_COLUMNS,
            {
              head: 'relative error',
              tone: 'error',
              number: (element) => element.relativeError,
              as: relativeErrorText,
            },
          ]}
        />
        <Evaluations title={example.title} evaluations={checked.evaluations} />
      </div>
    </>
  );
}
