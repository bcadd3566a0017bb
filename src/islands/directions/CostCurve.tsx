import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import {
  type CostCurve as Curve,
  costDrawing,
  countedNear,
  durationOf,
  fields,
  textbookEvaluations,
} from '@/lessons/directions/cost.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** Evaluations against the number of elements, for the textbook check and for the one that this chapter is about. */
export default function CostCurve({ curve }: { readonly curve: Curve }) {
  const { state, bind, awake } = useUrlState('scale-cost', fields);
  const counted = useMemo(() => countedNear(curve, state.n), [curve, state.n]);
  const spec = useMemo(() => costDrawing(curve, counted), [curve, counted]);
  const [n, evaluations] = counted;
  const each = state.each / 1000;
  return (
    <Island
      name="scale-cost"
      title="What it costs to find one wrong element"
      awake={awake}
      says={`${n} elements: ${textbookEvaluations(n)} evaluations one by one, ${evaluations} by halving.`}
    >
      <LineChart
        {...spec}
        compact
        ratio={0.36}
        title="Evaluations against the number of elements"
        description={`Element by element takes two evaluations for each. The other way takes a few more each time n doubles: ${evaluations} for ${n}, with one wrong element to name.`}
        fileName="cost"
      />
      <div class="controls">
        <SliderField label="Number of elements n" {...bind('n')} scale="log" digits={2} step={0.5} />
        <SliderField label="Milliseconds an evaluation" {...bind('each')} scale="log" digits={2} />
      </div>
      <p>
        <NumberText value={n} /> elements: <Cost evaluations={textbookEvaluations(n)} each={each} /> one by one,{' '}
        <Cost evaluations={evaluations} each={each} /> by this chapter’s way.
      </p>
    </Island>
  );
}

function Cost({ evaluations, each }: { readonly evaluations: number; readonly each: number }) {
  const { value, unit } = durationOf(evaluations * each);
  return (
    <>
      <b>
        <NumberText value={evaluations} /> evaluations
      </b>{' '}
      (<NumberText value={value} digits={2} /> {unit})
    </>
  );
}
