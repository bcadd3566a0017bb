import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { hiddenModel } from '@/lessons/thresholds/hidden.ts';
import { fields } from '@/lessons/thresholds/state.ts';
import { SliderField } from '../controls/controls.tsx';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';

/** The length of a group's gradient as a bar, to the scale of the longest. */
function Bar({ value, longest, tone }: { readonly value: number; readonly longest: number; readonly tone: string }) {
  return (
    <span class={`thresholds-bar gc-tone-${tone}`}>
      <span class="thresholds-track" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round((1e4 * value) / longest) / 100}%` }} />
      </span>
      <NumberText value={value} digits={3} />
    </span>
  );
}

const word = (pass: boolean) => (pass ? 'PASS' : 'FAIL');
const verdict = (pass: boolean) => (pass ? ('pass' as const) : ('fail' as const));

/** A small group whose gradient was forgotten, beside a large one that is right. */
export function Hidden({
  share,
  threshold,
  onShare,
}: {
  readonly share: number;
  readonly threshold: number;
  readonly onShare: (share: number) => void;
}) {
  const { groups, global } = useMemo(() => hiddenModel(share, threshold), [share, threshold]);
  const longest = Math.max(...groups.flatMap(({ analytic, numeric }) => [analytic, numeric]));
  return (
    <section class="thresholds-hidden" aria-label="A wrong group hidden by a large one">
      <p class="island-title">A wrong group beside a large one</p>
      <p>
        Six weights <i>W</i> whose gradient is right, and two biases <i>b</i> whose gradient was forgotten: it is 0.
      </p>
      <SliderField
        label="Size of b's gradient beside W's"
        field={fields.share}
        value={share}
        min={1e-9}
        max={1}
        scale="log"
        onValue={onShare}
      />
      <ScrollTable
        label="The two groups"
        head={
          <>
            <Head>Group</Head>
            <Head>Length of its gradient</Head>
            <NumberHead>relative error</NumberHead>
            <Head>verdict</Head>
          </>
        }
      >
        {groups.map(({ name, analytic, numeric, relativeError, pass }) => (
          <tr key={name} data-group={name}>
            <th scope="row">{name}</th>
            <td>
              <span class="sr-only">analytic </span>
              <Bar value={analytic} longest={longest} tone="analytic" />
              <span class="sr-only">numeric </span>
              <Bar value={numeric} longest={longest} tone="numeric" />
            </td>
            <td class="number">
              <NumberText value={relativeError} digits={3} />
            </td>
            <td data-verdict={verdict(pass)}>
              <span class="verdict-word">{word(pass)}</span>
            </td>
          </tr>
        ))}
      </ScrollTable>
      <VerdictBanner verdict={verdict(global.pass)} word={word(global.pass)}>
        under one norm, over all elements: relative error <NumberText value={global.relativeError} digits={3} />
        {global.pass ? ', and the forgotten group is not seen.' : '.'}
      </VerdictBanner>
    </section>
  );
}
