import { useMemo } from 'preact/hooks';
import { rawText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, stairsDrawing, stairsOf } from '@/lessons/secant/stairs.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { DigitsLeft } from '../frame/DigitsLeft.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Says } from './Says.tsx';

/** The staircase of doubles close to x, and the digits that two values of f have in common. */
export default function Stairs() {
  const { state, bind, awake } = useUrlState('stairs', fields);
  const stairs = useMemo(() => stairsOf(state.h), [state.h]);
  const drawing = useMemo(() => stairsDrawing(stairs), [stairs]);
  return (
    <Island name="stairs" title="What is left of the digits" awake={awake}>
      <LineChart
        {...drawing}
        compact
        ratio={0.36}
        title="Close to x, at the scale of h"
        description="f(x + t h) − f(x) for t from −3 to 3, as double precision computes it: smooth where h is large, a staircase where h is near the distance between doubles."
        fileName="stairs"
      />
      <div class="island-pair">
        <SliderField label="Step h" {...bind('h')} scale="log" digits={2} />
        <dl class="digit-lines">
          {stairs.values.map(({ label, value, digits }) => (
            <>
              <dt>{label}</dt>
              <dd data-value={rawText(value)}>
                <DigitsLeft {...digits} />
              </dd>
            </>
          ))}
        </dl>
      </div>
      <Says model={stairs.model} />
    </Island>
  );
}
