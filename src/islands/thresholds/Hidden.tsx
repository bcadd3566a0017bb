import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { type HiddenGroup, hiddenModel } from '@/lessons/thresholds/hidden.ts';
import { RowTable } from '../controls/RowTable.tsx';
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

/** Both lengths, one above the other. */
function Lengths({ of: { analytic, numeric }, longest }: { readonly of: HiddenGroup; readonly longest: number }) {
  return (
    <>
      <span class="sr-only">analytic </span>
      <Bar value={analytic} longest={longest} tone="analytic" />
      <span class="sr-only">numeric </span>
      <Bar value={numeric} longest={longest} tone="numeric" />
    </>
  );
}

const word = (pass: boolean) => (pass ? 'PASS' : 'FAIL');
const verdict = (pass: boolean) => (pass ? ('pass' as const) : ('fail' as const));

/** A small group whose gradient was forgotten, beside a large one that is right. */
export function Hidden({
  label,
  share,
  threshold,
  children,
}: {
  /** Names the table: two of them may stand in one page. */
  readonly label: string;
  readonly share: number;
  readonly threshold: number;
  /** The control of the share. */
  readonly children: ComponentChildren;
}) {
  const { groups, global } = useMemo(() => hiddenModel(share, threshold), [share, threshold]);
  const longest = Math.max(...groups.flatMap(({ analytic, numeric }) => [analytic, numeric]));
  return (
    <div class="thresholds-hidden">
      <p>
        Six weights <i>W</i> whose gradient is right, and two biases <i>b</i> whose gradient was forgotten: it is 0.
      </p>
      {children}
      <RowTable
        label={label}
        rows={groups}
        attributes={({ name }) => ({ 'data-group': name })}
        columns={[
          { head: 'Group', text: ({ name }) => name },
          { head: 'Length of its gradient', text: (group) => <Lengths of={group} longest={longest} /> },
          { head: 'relative error', number: ({ relativeError }) => relativeError, as: { digits: 3 } },
          {
            head: 'verdict',
            text: ({ pass }) => (
              <span class="verdict-word" data-verdict={verdict(pass)}>
                {word(pass)}
              </span>
            ),
          },
        ]}
      />
      <VerdictBanner verdict={verdict(global.pass)} word={word(global.pass)}>
        under one norm, over all elements: relative error <NumberText value={global.relativeError} digits={3} />
        {global.pass ? ', and the forgotten group is not seen.' : '.'}
      </VerdictBanner>
    </div>
  );
}
