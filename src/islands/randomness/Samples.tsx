import { useMemo } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, SAMPLE_COUNTS, sampledOf, samplesDrawing } from '@/lessons/randomness/samples.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const SHOWS =
  'With the same samples on both sides the error falls with the step, to the rounding. With new ones it grows as the step shrinks, and more samples hardly help.';

/** The slope of a mean over random samples, against the step. */
export default function Samples() {
  const { state, bind, awake } = useUrlState('samples', fields);
  const spec = useMemo(() => samplesDrawing(sampledOf(state)), [state]);
  return (
    <Island name="samples" title="The same samples, or new ones" awake={awake} says={SHOWS}>
      <LineChart
        {...spec}
        compact
        ratio={0.42}
        title="Error of the slope against the step"
        description={SHOWS}
        fileName="samples"
      />
      <Choice label="Samples" options={SAMPLE_COUNTS} {...bind('samples')} />
    </Island>
  );
}
