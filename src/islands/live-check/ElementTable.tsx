import type { LiveOutcome } from '@/lessons/live-check/model.ts';
import { ELEMENT_COLUMNS, RowTable } from '../controls/RowTable.tsx';

/** All elements as a table, folded away; and what the check cost. */
export function ElementTable({ outcome, took }: { readonly outcome: LiveOutcome; readonly took: number | undefined }) {
  const { elements, evaluations } = outcome;
  return (
    <details class="live-table">
      <summary>
        All {elements.length} elements
        <span class="caption">
          {' '}
          – {evaluations} evaluations of f
          {took !== undefined && `, in ${Math.max(1, Math.round(took))} ms in your browser`}
        </span>
      </summary>
      <RowTable
        source={outcome}
        label="Both gradients by element"
        rows={elements}
        attributes={({ verdict }) => ({ 'data-verdict': verdict === 'pass' ? undefined : verdict })}
        columns={[...ELEMENT_COLUMNS, { head: 'verdict', text: ({ verdict }) => verdict }]}
      />
    </details>
  );
}
