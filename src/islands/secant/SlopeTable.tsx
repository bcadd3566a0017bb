import { NumberText } from '@/charts/NumberText.tsx';
import type { SecantModel } from './model.ts';

const NAMES = { forward: 'Forward', central: 'Central', 'five-point': 'Five-point' } as const;
/** Wider columns than the numbers need would move the table as the numbers change. */
const SHOWN = { trim: false, digits: 5 } as const;

/** The three schemes side by side at the step chosen. */
export function SlopeTable({ model: { slopes, chosen, exact } }: { readonly model: SecantModel }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label="Slopes and errors of the three schemes">
      <table class="secant-table">
        <caption>At this x and h; the order in the last column is measured, off the chart below.</caption>
        <thead>
          <tr>
            <th scope="col">Slope</th>
            <th scope="col" class="number">
              value
            </th>
            <th scope="col" class="number">
              error
            </th>
            <th scope="col" class="number">
              order
            </th>
          </tr>
        </thead>
        <tbody>
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
                {NAMES[id]} <span class="secant-order">order {order}</span>
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
        </tbody>
      </table>
    </section>
  );
}
