import { NumberText } from '@/charts/figure/NumberText.tsx';
import { SCHEME_LABELS } from '@/lessons/differences/schemes.ts';
import type { SecantModel } from '@/lessons/secant/model.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** Wider columns than the numbers need would move the table as the numbers change. */
const SHOWN = { trim: false, digits: 5 } as const;

/** The three schemes side by side at the step chosen. */
export function SlopeTable({ model }: { readonly model: SecantModel }) {
  const { slopes, chosen, exact } = model;
  return (
    <ScrollTable
      source={model}
      label="Slopes and errors of the three schemes"
      class="secant-table"
      caption="At this x and h. The order in the last column is the slope measured in the chart below."
      head={
        <>
          <Head>Slope</Head>
          <NumberHead>value</NumberHead>
          <NumberHead>error</NumberHead>
          <NumberHead>order</NumberHead>
        </>
      }
    >
      <tr class="gc-tone-analytic">
        <th scope="row">Tangent</th>
        <td class="number">
          <NumberText value={exact} {...SHOWN} />
        </td>
        <td class="number">–</td>
        <td class="number">–</td>
      </tr>
      {slopes.map(({ id, slope, error, order, fit }) => (
        <tr key={id} data-scheme={id} data-chosen={id === chosen.id ? '' : undefined}>
          <th scope="row">
            {capital(SCHEME_LABELS[id])} <span class="secant-order">order {order}</span>
          </th>
          <td class="number">
            <NumberText value={slope} {...SHOWN} />
          </td>
          <td class="number">
            <NumberText value={error} digits={3} trim={false} />
          </td>
          <td class="number">{fit === null ? 'none' : <NumberText value={fit.slope} digits={3} trim={false} />}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
