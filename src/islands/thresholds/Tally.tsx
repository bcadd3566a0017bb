import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Best, LabelCount, ThresholdsModel } from '@/lessons/thresholds/model.ts';
import { RowTable } from '../controls/RowTable.tsx';

/** How many verdicts are wrong, on either side of the line. */
export function Tally({ model, best }: { readonly model: ThresholdsModel; readonly best: Best | undefined }) {
  const { counts } = model;
  return (
    <div class="thresholds-tally">
      <Count value={counts.rejectedRight} of={counts.right} name="right gradients rejected" />
      <Count value={counts.acceptedWrong} of={counts.wrong} name="wrong gradients accepted" />
      <Count value={counts.undecided} of={counts.right + counts.wrong} name="left undecided, with the reason" />
      <p>
        {best === undefined ? (
          <>There is no line to move: each gradient is measured against its own error bar.</>
        ) : (
          <>
            The best line for this rule is at <NumberText value={best.threshold} digits={2} />, and still gives{' '}
            <NumberText value={best.mistakes} /> wrong verdicts.
          </>
        )}
      </p>
    </div>
  );
}

function Count({ value, of, name }: { readonly value: number; readonly of: number; readonly name: string }) {
  return (
    <p class="thresholds-count">
      <strong>
        <NumberText value={value} />
      </strong>{' '}
      of <NumberText value={of} /> {name}
    </p>
  );
}

/** The counts by kind of gradient: which kinds deceive the rule. */
export function ByKind({ labels }: { readonly labels: readonly LabelCount[] }) {
  return (
    <details>
      <summary>Which gradients deceive this rule</summary>
      <RowTable
        source={labels}
        label="Wrong verdicts by kind of gradient"
        rows={labels}
        attributes={({ label }) => ({ 'data-label': label })}
        columns={[
          { head: 'Gradients', text: ({ right, label }) => `${right ? 'right' : 'wrong'}: ${label}` },
          { head: 'number', number: ({ count }) => count },
          { head: 'wrong verdicts', number: ({ mistaken }) => mistaken },
          { head: 'undecided', number: ({ undecided }) => undecided },
        ]}
      />
    </details>
  );
}
