import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { atolDrawing, atolModel, fields } from '@/lessons/thresholds/atol.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './thresholds.css';

/** What an absolute tolerance lets pass where the slope is smaller than it. */
export default function Atol() {
  const { state, update, bind, awake } = useUrlState('torch-atol', fields);
  const { slope } = state;
  const { from, to, claims } = useMemo(() => atolModel(slope), [slope]);
  const spec = useMemo(() => atolDrawing(slope), [slope]);
  const accepted = claims.filter((claim) => claim.accepted).map(({ name }) => name);
  const says = accepted.length === 0 ? 'None of these is accepted.' : `Accepted: ${accepted.join('; ')}.`;
  return (
    <Island name="torch-atol" title="What gradcheck accepts" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.34}
        title="Slopes that gradcheck accepts, against the true slope"
        description={`A funnel that opens to the left: the smaller the true slope, the more is accepted. ${says}`}
        fileName="gradcheck-atol"
        handles={[
          {
            label: 'True slope on the chart',
            axis: 'x',
            value: slope,
            min: fields.slope.min,
            max: fields.slope.max,
            text: (value) => numberText(value, { digits: 2 }),
            onChange: (value) => update({ slope: Number(value.toPrecision(2)) }),
          },
        ]}
      />
      <p class="reading">
        Accepted is everything from <NumberText value={from} digits={2} /> to <NumberText value={to} digits={2} />:
      </p>
      <ul class="thresholds-claims">
        {claims.map(({ name, accepted: isAccepted }) => (
          <li key={name} data-verdict={isAccepted ? 'pass' : 'fail'}>
            <span class="verdict-word">{isAccepted ? 'accepted' : 'rejected'}</span> {name}
          </li>
        ))}
      </ul>
      <SliderField label="True slope n" {...bind('slope')} scale="log" digits={2} />
    </Island>
  );
}
