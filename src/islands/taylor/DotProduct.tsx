import type { DotProductTest } from '@/checker/layers/dot-product-test.ts';
import { fields, HELD, PAIRS } from '@/lessons/taylor/pair.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { type Column, RowTable } from '../controls/RowTable.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';

const load = async () => (await import('@/lessons/taylor/dot-product.ts')).dotProducts;

/** The same number by the jvp and by the vjp, for a few random u and v. */
export default function DotProduct({ first }: { readonly first: DotProductTest }) {
  const { state, update, bind, awake, run } = useComputedFigure('dot-product', fields, load, first);
  const { pairs, verdict, wrong } = run.value;
  const rows = pairs.map((pair, i) => ({ ...pair, name: `pair ${i + 1}` }));
  const measured = pairs[0].numeric !== undefined;
  const says = saysOf(verdict === 'pass', measured, wrong);
  type Row = (typeof rows)[number];
  const columns: [Column<Row> & { text: (row: Row) => string }, ...Column<Row>[]] = [
    { head: 'u, v', text: ({ name }) => name },
    { head: '⟨v, J u⟩', tone: 'analytic', number: ({ forward }) => forward, as: { trim: false } },
    { head: '⟨Jᵀ v, u⟩', tone: 'analytic', number: ({ backward }) => backward, as: { trim: false } },
    measured
      ? { head: 'measured', tone: 'numeric', number: (row) => row.numeric ?? Number.NaN, as: { trim: false } }
      : { head: 'difference', number: (row) => row.forward - row.backward, as: { digits: 2 } },
  ];
  return (
    <Island name="dot-product" title="One number, computed from both sides" awake={awake} says={`${verdict}: ${says}`}>
      <div class="controls wider-first" {...run.prepare}>
        <Choice label="The pair" options={PAIRS} {...bind('pair')} />
        <Choice label="Hold the two" options={HELD} {...bind('held')} />
      </div>
      <NotLoaded {...run} />
      <RowTable
        label="Dot products by both sides"
        columns={columns}
        rows={rows}
        attributes={({ agrees }) => ({ 'data-agrees': String(agrees) })}
      />
      <div class="island-row">
        <VerdictBanner verdict={verdict}>{says}</VerdictBanner>
        <button type="button" class="needs-script" onClick={() => update({ draw: (state.draw % 999) + 1 })}>
          Draw other u and v
        </button>
      </div>
    </Island>
  );
}

function saysOf(passed: boolean, measured: boolean, wrong: readonly string[]): string {
  if (passed)
    return measured ? 'Both belong to F.' : 'Each is the transpose of the other. Whether both are right is not said.';
  if (wrong.length === 0) return 'They are not transposes of each other: at least one is wrong.';
  return wrong.length === 2 ? 'Neither belongs to F.' : `The ${wrong[0]} does not belong to F; the other does.`;
}
