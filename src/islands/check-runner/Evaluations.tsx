import { rawText, typesetMinus } from '@/charts/format.ts';
import { type Evaluation, placeText, type Written, writtenOut } from '@/lessons/check-runner/model.ts';
import { RowTable } from '../controls/RowTable.tsx';
import { DigitsLeft } from '../frame/DigitsLeft.tsx';

const written = (value: number) => typesetMinus(rawText(value));

const VALUE_HEAD = (
  <>
    value of <i>f</i>
  </>
);

function Place({ of: evaluation }: { of: Evaluation }) {
  const { moved } = evaluation;
  return (
    <>
      <code>{placeText(evaluation)}</code>{' '}
      {moved !== undefined && (
        <span class="runner-moved" data-value={rawText(moved.to)}>
          = {written(moved.to)}
        </span>
      )}
    </>
  );
}

const Value = ({ of: { value, digits } }: { of: Written }) => (
  <data data-value={rawText(value)}>
    <DigitsLeft {...digits} />
  </data>
);

/** Every call of f that the check made, with all the digits there are: those that cancel step back. */
export function Evaluations({ title, evaluations }: { title: string; evaluations: readonly Evaluation[] }) {
  return (
    <details>
      <summary>Show the arithmetic: f, {evaluations.length} times</summary>
      <RowTable
        source={evaluations}
        label={`The evaluations of f: ${title}`}
        class="runner-evaluations"
        rows={writtenOut(evaluations)}
        columns={[
          { head: 'at', text: (evaluation) => <Place of={evaluation} /> },
          { head: VALUE_HEAD, text: (call) => <Value of={call} /> },
        ]}
      />
    </details>
  );
}
