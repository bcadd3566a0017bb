import { fields, NAMES, WRITTEN } from '@/lessons/second/fit.ts';
import type { HessianOutcome } from '@/lessons/second/hessian.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { SliderField } from '../controls/field-controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { MatrixTable } from '../frame/MatrixTable.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';

const load = async () => (await import('@/lessons/second/hessian.ts')).checkHessian;

/** A Hessian beside the one that differences of the gradient give. */
export default function Hessian({ first }: { readonly first: HessianOutcome }) {
  const { bind, awake, run } = useComputedFigure('hessian', fields, load, first);
  const { written, measured, wrong, diagnosis } = run.value;
  const most = Math.max(...[...written, ...measured].flat().map(Math.abs));
  const rowsOf = (matrix: readonly (readonly number[])[]) => matrix.map((values, i) => ({ name: NAMES[i], values }));
  return (
    <Island name="hessian" title="The Hessian of a fit" awake={awake} says={spokenDiagnosis(diagnosis)}>
      <div class="controls" {...run.prepare}>
        <Choice label="The Hessian is" options={WRITTEN} {...bind('written')} />
        <SliderField label="Misfit of the data" {...bind('misfit')} step={0.02} />
      </div>
      <NotLoaded {...run} />
      <div class="island-pair" data-stale={run.stale ? '' : undefined}>
        <MatrixTable
          title="as written"
          tone="analytic"
          columns={NAMES}
          rows={rowsOf(written)}
          most={most}
          wrong={(i, j) => wrong.includes(`${i},${j}`)}
        />
        <MatrixTable
          title="differences of the gradient"
          tone="numeric"
          columns={NAMES}
          rows={rowsOf(measured)}
          most={most}
        />
      </div>
      <Diagnosis diagnosis={diagnosis} />
    </Island>
  );
}
