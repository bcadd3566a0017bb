import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, sidesDrawing, sidesOf } from '@/lessons/secant/sides.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** The secant of the forward difference leans; the secant of the central difference is nearly parallel to the tangent. */
export default function Sides() {
  const { state, bind, awake } = useUrlState('sides', fields);
  const sides = useMemo(() => sidesOf(state.h), [state.h]);
  const drawing = useMemo(() => sidesDrawing(sides), [sides]);
  const { forward, central, gain } = sides;
  const says = `Forward is off by ${numberText(forward.error, { digits: 2 })}, central by ${numberText(central.error, { digits: 2 })}.`;
  return (
    <Island name="sides" title="One side, and both" awake={awake} says={says}>
      <LineChart
        {...drawing}
        compact
        ratio={0.4}
        title="The forward and the central secant"
        description={`The forward secant leans to the side on which the curve bends away; the central one is nearly parallel to the tangent. ${says}`}
        fileName="sides"
      />
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} step={0.005} />
      </div>
      <p>
        The forward slope is off by <NumberText value={forward.error} digits={2} trim={false} />, the central one by{' '}
        <NumberText value={central.error} digits={2} trim={false} />: <NumberText value={gain} digits={2} /> times less.
      </p>
    </Island>
  );
}
