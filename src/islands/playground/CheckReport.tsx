import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import type { Element, Group } from '@/checker/types.ts';
import { reportView } from '@/lessons/playground/report-view.ts';
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
        <Groups groups={view.groups} along={result.directions !== undefined} />
        {view.worst.length > 0 && <Worst elements={view.worst} more={view.more} />}
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

function Groups({ groups, along }: { groups: readonly Group[]; along: boolean }) {
  return (
    <ScrollTable
      label="Groups of the gradient"
      caption="Group by group"
      head={
        <>
          <Head>Group</Head>
          <Head>verdict</Head>
          <Head>Shape</Head>
          <NumberHead>wrong</NumberHead>
          {!along && <NumberHead>relative error</NumberHead>}
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
          {!along && (
            <td class="number">
              {Number.isNaN(relativeError) ? '–' : <NumberText value={relativeError} digits={3} />}
            </td>
          )}
        </tr>
      ))}
    </ScrollTable>
  );
}

function Worst({ elements, more }: { elements: readonly Element[]; more: number }) {
  const wrong = elements.some(({ verdict }) => verdict !== 'pass');
  return (
    <ScrollTable
      label="Elements of the gradient"
      caption={
        <>
          {wrong ? 'The worst elements' : 'The elements nearest to their tolerance'}
          {more > 0 && `, and ${more} more are not right`}
        </>
      }
      head={
        <>
          <Head>Element</Head>
          <Head>verdict</Head>
          <NumberHead tone="analytic">analytic</NumberHead>
          <NumberHead tone="numeric">numeric</NumberHead>
          <NumberHead class="roomy">±</NumberHead>
        </>
      }
    >
      {elements.map(({ index, name, analytic, numeric, errorBar, verdict }) => (
        <tr key={index} data-verdict={verdict}>
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
