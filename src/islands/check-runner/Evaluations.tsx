import { rawText } from '@/charts/format.ts';
import { type Evaluation, placeText } from '@/lessons/check-runner/model.ts';
import { Head, ScrollTable } from '../controls/ScrollTable.tsx';

const written = (value: number) => rawText(value).replace('-', '−');

/** Every call of f that the check made, with all the digits there are: the difference lies in the last of them. */
export function Evaluations({ title, evaluations }: { title: string; evaluations: readonly Evaluation[] }) {
  return (
    <details open>
      <summary>What was evaluated: f, {evaluations.length} times</summary>
      <ScrollTable
        source={evaluations}
        label={`The evaluations of f: ${title}`}
        class="runner-evaluations"
        head={
          <>
            <Head>at</Head>
            <Head>
              value of <i>f</i>
            </Head>
          </>
        }
      >
        {evaluations.map((evaluation) => {
          const place = placeText(evaluation);
          return (
            <tr key={place}>
              <th scope="row">
                <code>{place}</code>{' '}
                {evaluation.moved !== undefined && (
                  <span class="runner-moved" data-value={rawText(evaluation.moved.to)}>
                    = {written(evaluation.moved.to)}
                  </span>
                )}
              </th>
              <td data-value={rawText(evaluation.value)}>{written(evaluation.value)}</td>
            </tr>
          );
        })}
      </ScrollTable>
    </details>
  );
}
