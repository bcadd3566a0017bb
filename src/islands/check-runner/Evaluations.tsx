import { rawText } from '@/charts/format.ts';
import { type Evaluation, placeText } from './model.ts';

const written = (value: number) => rawText(value).replace('-', '−');

/** Every call of f that the check made, with all the digits there are: the difference lies in the last of them. */
export function Evaluations({ title, evaluations }: { title: string; evaluations: readonly Evaluation[] }) {
  return (
    <details open>
      <summary>What was evaluated: f, {evaluations.length} times</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={`The evaluations of f: ${title}`}>
        <table class="runner-evaluations">
          <thead>
            <tr>
              <th scope="col">at</th>
              <th scope="col">
                value of <i>f</i>
              </th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </section>
    </details>
  );
}
