import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import type { MeasuredSubject } from '@/lessons/error-bar/measured.ts';
import type { SubjectId } from '@/lessons/error-bar/subjects.ts';
import { fields, OPTIONS, valleyDrawing, valleyModel } from '@/lessons/error-bar/valley.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** The error bar at every step, and the few steps that the check takes to find the bottom of it. */
export default function Valley({ measured }: { readonly measured: Readonly<Record<SubjectId, MeasuredSubject>> }) {
  const { state, bind, awake } = useUrlState('bar-valley', fields);
  const { f } = state;
  const model = useMemo(() => valleyModel({ f }, measured), [f, measured]);
  const spec = useMemo(() => valleyDrawing(model), [model]);
  const kept = model.taken[model.taken.length - 1];
  const says = `Steps taken: ${model.taken.length}; the last has an error bar of ${kept.bar.toPrecision(2)}.`;
  return (
    <Island name="bar-valley" title="A bar for every step" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.38}
        title="The error bar against the step"
        description={`On logarithmic axes the error bar is a valley, and the true error lies below it nearly everywhere. ${says}`}
        fileName="error-bar"
      />
      <p class="reading">
        Steps taken: {model.taken.length}. Kept: <i>h</i> = <NumberText value={kept.step} digits={3} />, slope{' '}
        <NumberText value={kept.value} digits={6} /> ±{' '}
        <b>
          <NumberText value={kept.bar} digits={2} />
        </b>
        ; in truth it is off by <NumberText value={kept.error} digits={2} />.
      </p>
      <Choice label="Function" options={OPTIONS} {...bind('f')} />
    </Island>
  );
}
