import { numberText } from '@/charts/format.ts';
import type { Outcome } from './outcome.ts';

/** All elements as a table, folded away; and what the check cost. */
export function ElementTable({ outcome, took }: { readonly outcome: Outcome; readonly took: number | undefined }) {
  const { elements, evaluations } = outcome;
  return (
    <details class="live-table">
      <summary>
        All {elements.length} elements
        <span class="caption">
          {' '}
          – {evaluations} evaluations of f
          {took !== undefined && `, in ${Math.max(1, Math.round(took))} ms in your browser`}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label="Both gradients by element">
        <table>
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col" class="number gc-analytic">
                analytic
              </th>
              <th scope="col" class="number gc-numeric">
                numeric
              </th>
              <th scope="col">verdict</th>
            </tr>
          </thead>
          <tbody>
            {elements.map(({ name, analytic, numeric, verdict }) => (
              <tr key={name} data-verdict={verdict === 'pass' ? undefined : verdict}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                {[analytic, numeric].map((value, column) => (
                  <td key={column} class="number" data-value={String(value)}>
                    {numberText(value)}
                  </td>
                ))}
                <td>{verdict}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
