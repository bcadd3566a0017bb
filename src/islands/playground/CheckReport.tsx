import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import type { Group } from '@/checker/types.ts';
import { reportView, type SlopesView } from '@/lessons/playground/report-view.ts';
import { ELEMENT_MARKS } from '@/lessons/report/words.ts';
import type { CheckResult } from '@/sandbox/protocol.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';
import { Diagnosis } from '../frame/Diagnosis.tsx';

/** The verdict on the reader's pair: what is wrong, in which group, in which element. */
export function CheckReport({ result, stale }: { result: CheckResult; stale: boolean }) {
  const view = useMemo(() => reportView(result), [result]);
  return (
    <div class="check-report" data-stale={stale ? '' : undefined}>
      <Diagnosis diagnosis={view.diagnosis} />
      <p class="caption">{view.account}</p>
      <div class="check-tables">
        <Groups of="gradient" groups={view.groups} measured={result.directions === undefined} />
        {view.outputs && <Groups of="outputs" groups={view.outputs} measured={false} />}
        {view.slopes.slopes.length > 0 && <Slopes {...view.slopes} />}
      </div>
      {view.scatter && (
        <ScatterChart
          {...view.scatter}
          ratio={0.6}
          title="Analytic against numeric"
          fileName="gradient-scatter"
          description="One mark an element. Where the two gradients agree the marks lie on the diagonal."
          caption="A right element lies on the diagonal. A line of another slope is a factor; a cloud is another pattern."
        />
      )}
    </div>
  );
}

interface GroupsProps {
  /** What the groups are of. */
  of: 'gradient' | 'outputs';
  groups: readonly Group[];
  /** Whether each has a relative error of its own. */
  measured: boolean;
}

const GROUPS = {
  gradient: { label: 'Groups of the gradient', caption: 'Group by group', head: 'Group' },
  outputs: { label: 'Groups of the outputs', caption: 'Output by output', head: 'Output' },
} as const;

function Groups({ of, groups, measured }: GroupsProps) {
  const { label, caption, head } = GROUPS[of];
  return (
    <ScrollTable
      label={label}
      caption={caption}
      head={
        <>
          <Head>{head}</Head>
          <Head>verdict</Head>
          <Head>Shape</Head>
          <NumberHead>wrong</NumberHead>
          {measured && <NumberHead>relative error</NumberHead>}
        </>
      }
    >
      {groups.map(({ name, shape, wrong, size, relativeError, verdict }) => (
        <tr key={name} data-verdict={verdict} data-group={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td class="element-verdict">{ELEMENT_MARKS[verdict]}</td>
          <td>{shape.length === 0 ? 'number' : shape.join(' × ')}</td>
          <td class="number">
            {wrong} of {size}
          </td>
          {measured && (
            <td class="number">
              {Number.isNaN(relativeError) ? '–' : <NumberText value={relativeError} digits={3} />}
            </td>
          )}
        </tr>
      ))}
    </ScrollTable>
  );
}

function Slopes({ label, caption, head, slopes, more }: SlopesView) {
  return (
    <ScrollTable
      label={label}
      caption={
        <>
          {caption}
          {more > 0 && `, and ${more} more are not right`}
        </>
      }
      head={
        <>
          <Head>{head}</Head>
          <Head>verdict</Head>
          <NumberHead tone="analytic">analytic</NumberHead>
          <NumberHead tone="numeric">numeric</NumberHead>
          <NumberHead class="roomy">±</NumberHead>
        </>
      }
    >
      {slopes.map(({ name, analytic, numeric, errorBar, verdict }) => (
        <tr key={name} data-verdict={verdict}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td class="element-verdict">{ELEMENT_MARKS[verdict]}</td>
          <td class="number gc-analytic">
            <NumberText value={analytic} />
          </td>
          <td class="number gc-numeric">
            <NumberText value={numeric} />
          </td>
          <td class="number roomy">
            <NumberText value={errorBar} digits={2} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
