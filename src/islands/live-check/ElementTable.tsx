import { numberText } from '@/charts/format.ts';
import type { Outcome } from '@/lessons/live-check/model.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';

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
      <ScrollTable
        source={outcome}
        label="Both gradients by element"
        head={
          <>
            <Head>Element</Head>
            <NumberHead tone="analytic">analytic</NumberHead>
            <NumberHead tone="numeric">numeric</NumberHead>
            <Head>verdict</Head>
          </>
        }
      >
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
      </ScrollTable>
    </details>
  );
}
