import { rawText, typesetMinus } from '@/charts/format.ts';
import { type Evaluation, placeText } from '@/lessons/check-runner/model.ts';
import { RowTable } from '../controls/RowTable.tsx';

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

/** Every call of f that the check made, with all the digits there are: the difference lies in the last of them. */
export function Evaluations({ title, evaluations }: { title: string; evaluations: readonly Evaluation[] }) {
  return (
    <details open>
      <summary>What was evaluated: f, {evaluations.length} times</summary>
      <RowTable
        source={evaluations}
        label={`The evaluations of f: ${title}`}
        class="runner-evaluations"
        rows={evaluations}
        columns={[
          { head: 'at', text: (evaluation) => <Place of={evaluation} /> },
          { head: VALUE_HEAD, text: ({ value }) => <data data-value={rawText(value)}>{written(value)}</data> },
        ]}
      />
    </details>
  );
}
