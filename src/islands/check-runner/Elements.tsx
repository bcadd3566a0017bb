import { NumberText } from '@/charts/NumberText.tsx';
import { scientific } from '@/checker/scientific.ts';
import type { ElementRow } from './model.ts';

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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={`The gradients by element: ${title}`}>
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
            <th scope="col" class="number gc-error">
              relative error
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </section>
  );
}
