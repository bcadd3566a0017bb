import { useMemo } from 'preact/hooks';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { DIFFERENCES, schemeOptions } from '@/lessons/differences/schemes.ts';
import { approachOf, fields, stepMeant, traceDrawing, windowDrawing } from '@/lessons/secant/approach.ts';
import { Choice, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Says } from './Says.tsx';
import './secant.css';

const SCHEMES = schemeOptions(DIFFERENCES);

/** The neighbour of x, pulled towards it through sixteen powers of ten; the error curve is drawn by the same drag. */
export default function Approach() {
  const { state, update, bind, awake } = useUrlState('approach', fields);
  const approach = useMemo(() => approachOf(state), [state]);
  const near = useMemo(() => windowDrawing(approach), [approach]);
  const trace = useMemo(() => traceDrawing(approach), [approach]);
  const { model, places, keyStep } = approach;
  const { chosen, exact, h, curve, value, x } = model;
  const step = numberText(h, { digits: 3 });
  const says = `h = ${step}: slope ${numberText(chosen.slope, { digits: 5 })}, error ${numberText(chosen.error, { digits: 2 })}`;
  return (
    <Island name="approach" title="Pull the neighbour towards the point" awake={awake} says={says}>
      <div class="approach-charts">
        <LineChart
          {...near}
          compact
          ratio={0.32}
          title="The curve through a window of the size of h"
          description={`The window reaches as far as the step needs. At h = ${step} the secant has the slope ${numberText(chosen.slope)}, the tangent ${numberText(exact)}.`}
          fileName="approach"
          handles={[
            {
              label: 'x + h',
              axis: 'x',
              value: h,
              at: curve.f(x + h) - value,
              rule: false,
              tone: 'numeric',
              min: places[0],
              max: places[1],
              step: keyStep,
              text: () => `h = ${step}`,
              onChange: (distance) => update({ h: stepMeant(approach, distance) }),
            },
          ]}
        />
        <LineChart
          {...trace}
          compact
          ratio={0.28}
          title="The error, drawn by the drag"
          description="The error of the slope against the step, on logarithmic axes: it falls along a straight line, and rises again, raggedly, where rounding takes over."
          fileName="approach-error"
        />
      </div>
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} scale="log" digits={3} />
        <div class="approach-scheme">
          <Choice label="Scheme" options={SCHEMES} {...bind('scheme')} />
        </div>
      </div>
      <Says model={model} />
    </Island>
  );
}
