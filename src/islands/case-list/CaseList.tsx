import { useMemo } from 'preact/hooks';
import { useServed } from '@/charts/wake/served.ts';
import type { Verdict } from '@/checker/types.ts';
import { kindName } from '@/lessons/accuracy/kind-names.ts';
import type { ListedCase } from '@/lessons/accuracy/numbers.ts';
import { filtered, TRUTHS } from '@/lessons/case-list/model.ts';
import { fieldsFor, type ListedChecker } from '@/lessons/case-list/state.ts';
import { FieldBox, FigureActions, Select } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './case-list.css';
import { ScrollRegion } from '../controls/ScrollTable.tsx';

interface Props {
  cases: readonly ListedCase[];
  checkers: readonly ListedChecker[];
}

const SHORT: Readonly<Record<Verdict, string>> = { pass: 'pass', fail: 'fail', inconclusive: 'open' };

/** Every case of the corpus with every checker's verdict, under a filter. */
export default function CaseList({ cases, checkers }: Props) {
  const categories = useMemo(() => [...new Set(cases.map(({ category }) => category))], [cases]);
  const fields = useMemo(() => fieldsFor(categories, checkers), [categories, checkers]);
  const { state, bind, reset, awake } = useUrlState('cases', fields);
  const shown = useMemo(() => filtered(cases, state), [cases, state]);
  const { kept, attributes } = useServed(shown);
  const count =
    shown.length === cases.length ? `All ${cases.length} cases.` : `${shown.length} of ${cases.length} cases.`;
  return (
    <Island name="case-list" title="Every case" awake={awake} says={count}>
      <div class="controls needs-script">
        <Select
          label="Kind of case"
          options={[
            { value: 'all', label: 'all kinds' },
            ...categories.map((value) => ({ value, label: kindName(value) })),
          ]}
          {...bind('category')}
        />
        <Select
          label="Truth"
          options={[
            { value: 'all', label: 'any' },
            { value: 'right', label: 'the gradient is right' },
            { value: 'wrong', label: 'the gradient is wrong' },
            { value: 'none', label: 'there is no answer' },
          ]}
          {...bind('truth')}
        />
        <Select
          label="Where this checker is mistaken"
          options={[
            { value: 'any', label: 'no matter' },
            ...checkers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...bind('mistaken')}
        />
        <FieldBox label="Words" {...bind('words')} />
      </div>
      <p class="caption">{count}</p>
      <ScrollRegion class="table-scroll case-table" label="Cases and verdicts">
        <table data-pagefind-ignore>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Gradient</th>
              {checkers.map(({ id, name }) => (
                <th scope="col" key={id}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...attributes}>{!kept && shown.map((c) => <Row key={c.id} of={c} checkers={checkers} />)}</tbody>
        </table>
      </ScrollRegion>
      <FigureActions onReset={reset} />
    </Island>
  );
}

function Row({
  of: { title, category, n, note, truth, verdicts },
  checkers,
}: { of: ListedCase } & Pick<Props, 'checkers'>) {
  return (
    <tr>
      <th scope="row">
        {title}
        <span class="case-note">
          {kindName(category)}, n = {n}
          {note !== '' && `. ${note}`}
        </span>
      </th>
      <td>{TRUTHS[truth]}</td>
      {checkers.map(({ id }) => (
        <Cell key={id} answer={verdicts[id]} />
      ))}
    </tr>
  );
}

function Cell({ answer }: { answer: ListedCase['verdicts'][string] | undefined }) {
  if (answer === undefined) return <td>not run</td>;
  return (
    <td data-right={answer.right ? 'yes' : 'no'}>
      <span aria-hidden="true">{answer.right ? '✓' : '✗'}</span> {SHORT[answer.verdict]}
      <span class="sr-only">{answer.right ? ', rightly' : ', mistaken'}</span>
    </td>
  );
}
