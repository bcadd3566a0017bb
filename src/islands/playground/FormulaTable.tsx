import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { FormulaPage } from '@/lessons/playground/formula-page.ts';
import { NO_TRUTH } from '@/lessons/playground/reasons.ts';
import { ELEMENT_MARKS } from '@/lessons/report/words.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';

type Row = FormulaPage['rows'][number];

/** Each element of the gradient by every way there is to it. */
export function FormulaTable({ page }: { page: FormulaPage }) {
  const { rows, value } = page;
  const typed = rows.some((row) => row.typed !== undefined);
  return (
    <>
      <ScrollTable
        source={page}
        label="The gradient by element"
        class="formula-table"
        head={
          <>
            <Head>∂f/∂</Head>
            {typed && <Head>verdict</Head>}
            {typed && <NumberHead tone="analytic">typed</NumberHead>}
            <NumberHead class="roomy">symbolic</NumberHead>
            <NumberHead tone="numeric">numeric</NumberHead>
            <NumberHead class="roomy">±</NumberHead>
            <NumberHead tone="truth">truth, 64 digits</NumberHead>
          </>
        }
      >
        {rows.map((row) => (
          <ElementRow key={row.name} row={row} typed={typed} />
        ))}
      </ScrollTable>
      <details class="formula-digits">
        <summary>The truth, digit by digit</summary>
        <dl>
          <Digits name="f" truth={value.truth} />
          {rows.map(({ name, truth }) => (
            <Digits key={name} name={`∂f/∂${name}`} truth={truth} />
          ))}
        </dl>
        <p class="caption">
          64-digit arithmetic at the doubles of the point, each digit confirmed by a second run of 96 digits. In doubles
          f has lost {Number.isFinite(value.digitsLost) ? value.digitsLost.toFixed(1) : 'all'} of its 16 digits here.
        </p>
      </details>
    </>
  );
}

function ElementRow({ row, typed }: { row: Row; typed: boolean }) {
  const { name, numeric, errorBar, truth, verdict } = row;
  return (
    <tr data-verdict={verdict === 'pass' ? undefined : verdict}>
      <th scope="row">
        <code>{name}</code>
      </th>
      {typed && <td class="element-verdict">{verdict && ELEMENT_MARKS[verdict]}</td>}
      {typed && <Value value={row.typed} class="gc-analytic" />}
      <Value value={row.symbolic} class="roomy" />
      <Value value={numeric} class="gc-numeric" />
      <Value value={errorBar} digits={2} class="roomy" />
      {truth.ok ? (
        <Value value={truth.double} class="gc-truth" />
      ) : (
        <td class="number caption">{NO_TRUTH[truth.reason]}</td>
      )}
    </tr>
  );
}

function Value({ value, digits, class: name }: { value: number | undefined; digits?: number; class?: string }) {
  return (
    <td class={`number ${name ?? ''}`}>
      {value === undefined ? '–' : <NumberText value={value} {...(digits !== undefined && { digits })} />}
    </td>
  );
}

function Digits({ name, truth }: { name: string; truth: Row['truth'] }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{truth.ok ? <code>{truth.decimal}</code> : NO_TRUTH[truth.reason]}</dd>
    </>
  );
}
