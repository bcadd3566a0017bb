import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { expectedWithin, SMALL_FIELDS, smallModel } from '@/lessons/kinks/small.ts';
import type { Tab } from '@/lessons/kinks/state.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const TITLES: Readonly<Record<Tab, string>> = {
  kink: 'The slope bends where h is the distance',
  noise: 'Two calls, two functions',
  float32: 'A staircase in place of a curve',
  domain: 'Half of the step leaves the domain',
  offset: 'A staircase again, this time of doubles',
};

const LABELS: Readonly<Record<string, string>> = {
  distance: 'Distance from the kink',
  noise: 'Noise of the mask',
  gap: 'Distance from the edge',
  offset: 'Constant added to f',
  h: 'Step h',
};

/** One cause of false alarms: what the textbook check sees of it, and what it says of a right gradient. */
export default function Small({ tab }: { readonly tab: Tab }) {
  const fields = SMALL_FIELDS[tab];
  const { state, bind, awake } = useUrlState(`alarm-${tab}`, fields);
  const { model, drawing, check } = useMemo(() => smallModel(tab, state), [tab, state]);
  const { status, numeric, analytic, relativeError } = check;
  const says = `${status}: relative error ${relativeError.toPrecision(3)}.`;
  return (
    <Island name={`alarm-${tab}`} title={TITLES[tab]} awake={awake} says={says}>
      <LineChart
        {...drawing}
        compact
        ratio={0.32}
        title={`${model.subject.formula}: ${TITLES[tab]}`}
        description={`What the check sees of ${model.subject.formula} at the scale of its step. ${says}`}
        fileName={`alarm-${tab}`}
      />
      <VerdictBanner verdict={status === 'PASS' ? 'pass' : 'fail'} word={status}>
        <span class="gc-tone-numeric">numeric</span> <NumberText value={numeric} digits={4} /> against{' '}
        <span class="gc-tone-analytic">analytic</span> <NumberText value={analytic} digits={4} />: relative error{' '}
        <NumberText value={relativeError} digits={2} />.
        {tab === 'kink' && (
          <>
            {' '}
            Of 100,000 units, <NumberText value={expectedWithin(state['distance'])} digits={2} /> on average lie this
            close to their kink.
          </>
        )}
      </VerdictBanner>
      <div class="controls">
        {Object.keys(fields).map((name) => (
          <SliderField key={name} label={LABELS[name]} {...bind(name)} scale="log" digits={3} />
        ))}
      </div>
    </Island>
  );
}
