import { useMemo } from 'preact/hooks';
import { COTANGENTS, cotangentModel, differs, fields, SUBJECT_OPTIONS } from '@/lessons/layers/cotangent.ts';
import { Choice, Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { MatrixTable } from '../frame/MatrixTable.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** A Jacobian as written and as measured, and how much of the difference vᵀJ shows. */
export default function Cotangent() {
  const { state, bind, awake } = useUrlState('cotangent', fields);
  const { inputs, outputs, v, written, measured, sums, seen, wrong } = useMemo(() => cotangentModel(state), [state]);
  const most = Math.max(...[...written, ...measured].flat().map(Math.abs));
  const found = seen.filter(Boolean).length;
  const shared = { columns: inputs, weights: { name: 'v', values: v }, most };
  const rowsOf = (J: readonly (readonly number[])[]) => outputs.map((name, i) => ({ name, values: J[i] }));
  const says = `${wrong} entries are wrong, ${found} of ${seen.length} sums show it.`;
  return (
    <Island name="cotangent" title="What v sees of a wrong Jacobian" awake={awake} says={says}>
      <div class="controls">
        <Select label="Layer and bug" options={SUBJECT_OPTIONS} {...bind('bug')} />
        <Choice label="v is" options={COTANGENTS} {...bind('v')} />
      </div>
      <div class="island-pair">
        <MatrixTable
          {...shared}
          title="as written"
          tone="analytic"
          rows={rowsOf(written)}
          foot={{ name: 'vᵀJ', values: sums.written }}
          wrong={(i, j) => (i === 'foot' ? seen[j] : differs(written[i][j], measured[i][j]))}
        />
        <MatrixTable
          {...shared}
          title="as measured"
          tone="numeric"
          rows={rowsOf(measured)}
          foot={{ name: 'vᵀJ', values: sums.measured }}
        />
      </div>
      <p data-seen={found}>{says}</p>
    </Island>
  );
}
