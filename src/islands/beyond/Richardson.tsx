import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText, rawText } from '@/charts/format.ts';
import { type Digits, fields, TRUE_DIGITS, tableauOf } from '@/lessons/beyond/richardson.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Head, ScrollTable } from '../controls/ScrollTable.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './beyond.css';

const SHORT = { digits: 2 } as const;
/** What has been removed from the entries of each column. */
const COLUMNS = ['central', 'h² gone', 'h⁴ gone', 'h⁶ gone'];

/** Richardson's table for a step that the reader sets, with the digits that are right. */
export default function Richardson() {
  const { state, bind, awake } = useUrlState('richardson', fields);
  const { rows, estimate, error } = useMemo(() => tableauOf(state.h), [state.h]);
  const { count } = rows[rows.length - 1].entries[rows.length - 1];
  return (
    <Island
      name="richardson"
      title="Four central differences, and what they know together"
      awake={awake}
      says={`Last entry: digits right ${count}, error ${numberText(error, SHORT)}.`}
    >
      <SliderField label="First step h" {...bind('h')} scale="log" digits={3} />
      <ScrollTable
        label="Richardson's table"
        class="tableau"
        head={
          <>
            <Head>step</Head>
            {COLUMNS.map((column) => (
              <Head key={column}>{column}</Head>
            ))}
          </>
        }
      >
        {rows.map(({ step, entries }) => (
          <tr key={entries.length}>
            <th scope="row">
              <NumberText value={step} {...SHORT} />
            </th>
            {COLUMNS.map((column, k) => (
              <td key={column}>{entries[k] && <DigitsText {...entries[k]} />}</td>
            ))}
          </tr>
        ))}
        <tr class="tableau-truth">
          <th scope="row">true</th>
          <td colSpan={COLUMNS.length}>
            <b>{TRUE_DIGITS}</b>
          </td>
        </tr>
      </ScrollTable>
      <p>
        The last two entries of the bottom row differ by <NumberText value={estimate} {...SHORT} />: the table’s own
        estimate of its error. The true error is <NumberText value={error} {...SHORT} />.
      </p>
    </Island>
  );
}

/** Right digits are bold and coloured; a count says the same to who hears the table. */
const DigitsText = ({ value, right, rest, count }: Digits) => (
  <data class="digits" value={rawText(value)} data-value={rawText(value)} title={rawText(value)}>
    <b>{right}</b>
    <span>{rest}</span>
    <span class="sr-only">, digits right: {count}</span>
  </data>
);
