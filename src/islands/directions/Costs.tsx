import { NumberText } from '@/charts/figure/NumberText.tsx';
import { durationOf, MOST_MEASURED, textbookEvaluations } from '@/lessons/directions/cost.ts';
import type { SearchRun } from '@/lessons/directions/run.ts';
import { Head, NumberHead, ScrollTable } from '../controls/ScrollTable.tsx';

interface CostsProps {
  readonly n: number;
  readonly run: SearchRun;
}

/** What both checks cost: evaluations, and the time that they take on the reader's machine. */
export function Costs({ n, run }: CostsProps) {
  const current = run.problem.n === n ? run : undefined;
  const evaluations = current?.found?.evaluations;
  return (
    <div class="directions-costs">
      <ScrollTable
        label="What both checks cost"
        head={
          <>
            <Head>check</Head>
            <NumberHead>evaluations</NumberHead>
            <NumberHead>time here</NumberHead>
          </>
        }
      >
        <tr data-check="directions">
          <th scope="row">directions</th>
          <td class="number">{evaluations === undefined ? '…' : <NumberText value={evaluations} />}</td>
          <td class="number">
            <Time seconds={current?.timing?.seconds} how="measured" />
          </td>
        </tr>
        <tr data-check="textbook">
          <th scope="row">element by element</th>
          <td class="number">
            <NumberText value={textbookEvaluations(n)} />
          </td>
          <td class="number">
            <TextbookTime n={n} run={current} />
          </td>
        </tr>
      </ScrollTable>
      <p class="caption">
        Up to <NumberText value={MOST_MEASURED} /> elements both are run here; beyond, the time of the check element by
        element is predicted: that of one evaluation, 2<i>n</i> times.
      </p>
    </div>
  );
}

function TextbookTime({ n, run }: { readonly n: number; readonly run: SearchRun | undefined }) {
  if (run?.textbook?.timing) return <Time seconds={run.textbook.timing.seconds} how="measured" />;
  if (n > MOST_MEASURED) {
    return <Time seconds={run?.timing && textbookEvaluations(n) * run.timing.perEvaluation} how="predicted" />;
  }
  return <Time seconds={undefined} how="measured" />;
}

function Time({ seconds, how }: { readonly seconds: number | undefined; readonly how: 'measured' | 'predicted' }) {
  if (seconds === undefined) return <>not run yet</>;
  const { value, unit } = durationOf(seconds);
  return (
    <span data-how={how} data-seconds={seconds}>
      <NumberText value={value} digits={2} /> {unit} <span class="caption">{how}</span>
    </span>
  );
}
