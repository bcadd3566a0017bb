import { NumberText } from '@/charts/figure/NumberText.tsx';
import { scientific } from '@/checker/words/scientific.ts';
import type { ElementRow } from '@/lessons/check-runner/model.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';

/** The two gradients side by side, element by element. */
export function Elements({
  title,
  elements,
  threshold,
}: {
  title: string;
  elements: readonly ElementRow[];
  threshold: number;
}) {
  return (
    <ScrollTable
      label={`The gradients by element: ${title}`}
      head={
        <>
          <Head>Element</Head>
          <NumberHead tone="analytic">analytic</NumberHead>
          <NumberHead tone="numeric">numeric</NumberHead>
          <NumberHead tone="error">relative error</NumberHead>
        </>
      }
    >
      {elements.map(({ name, analytic, numeric, relativeError }) => (
        <tr key={name} data-verdict={relativeError < threshold ? undefined : 'fail'}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td class="number">
            <NumberText value={analytic} />
          </td>
          <td class="number">
            <NumberText value={numeric} />
          </td>
          <td class="number">
            <span data-value={String(relativeError)} title={String(relativeError)}>
              {scientific(relativeError)}
            </span>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
