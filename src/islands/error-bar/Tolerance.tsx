import { useMemo } from 'preact/hooks';
import { BarChart } from '@/charts/BarChart.tsx';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Verdict } from '@/checker/types.ts';
import type { MeasuredSubject } from '@/lessons/error-bar/measured.ts';
import type { SubjectId } from '@/lessons/error-bar/subjects.ts';
import { fields, OPTIONS, toleranceDrawing, toleranceModel } from '@/lessons/error-bar/tolerance.ts';
import { Select, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const SAYS: Readonly<Record<Verdict, string>> = {
  pass: 'the tolerance explains the difference, and a larger one would have shown',
  fail: 'the difference is more than the tolerance',
  inconclusive: 'so large a tolerance would hide a wrong gradient',
};

/** What a difference is compared with: the parts of the tolerance, and their sum. */
export default function Tolerance({ measured }: { readonly measured: Readonly<Record<SubjectId, MeasuredSubject>> }) {
  const { state, bind, awake } = useUrlState('bar-tolerance', fields);
  const model = useMemo(() => toleranceModel(state, measured), [state, measured]);
  const spec = useMemo(() => toleranceDrawing(model), [model]);
  const { verdict, difference, tolerance } = model;
  const size = Math.abs(model.slope);
  const says = `${verdict}: ${SAYS[verdict]}.`;
  return (
    <Island name="bar-tolerance" title="From a bar to a verdict" awake={awake} says={says}>
      <BarChart
        {...spec}
        compact
        title="The tolerance and its parts"
        description={`Bars on a logarithmic axis, as shares of the slope. ${says}`}
        fileName="tolerance"
      />
      <VerdictBanner verdict={verdict}>
        <NumberText value={difference / size} digits={2} /> against <NumberText value={tolerance / size} digits={2} />{' '}
        of the slope: {SAYS[verdict]}.
      </VerdictBanner>
      <div class="controls">
        <SliderField label="The gradient is too large by a share of" {...bind('error')} scale="log" digits={2} />
        <Select label="Function" options={OPTIONS} {...bind('f')} />
      </div>
    </Island>
  );
}
