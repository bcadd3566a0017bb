import { useMemo } from 'preact/hooks';
import { decode } from '@/lessons/thresholds/cases.ts';
import { bestThreshold, thresholdsModel } from '@/lessons/thresholds/model.ts';
import { fields } from '@/lessons/thresholds/state.ts';
import { Choice, FigureActions, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Hidden } from './Hidden.tsx';
import { Piles } from './Piles.tsx';
import { RULES } from './rules.ts';
import { ByKind, Tally } from './Tally.tsx';
import './thresholds.css';

/** Right and wrong gradients on the axis of their error, and a line between them that cannot be drawn. */
export default function Thresholds({ population }: { readonly population: string }) {
  const { state, update, bind, reset, awake } = useUrlState('thresholds', fields);
  const cases = useMemo(() => decode(population), [population]);
  const { rule, threshold, share } = state;
  const model = useMemo(() => thresholdsModel(cases, { rule, threshold }), [cases, rule, threshold]);
  const best = useMemo(() => bestThreshold(cases, rule), [cases, rule]);
  const { rejectedRight, right, acceptedWrong, wrong } = model.counts;
  const says = `${rejectedRight} of ${right} right gradients rejected, ${acceptedWrong} of ${wrong} wrong ones accepted.`;
  return (
    <Island name="thresholds" title="Where to draw the line" awake={awake} says={says}>
      <Choice label="Rule" options={RULES} {...bind('rule')} />
      <Piles model={model} rule={rule} threshold={threshold} onThreshold={(next) => update({ threshold: next })} />
      <fieldset disabled={rule === 'production'}>
        <SliderField label="Threshold" {...bind('threshold')} scale="log" />
      </fieldset>
      <Tally model={model} best={best} />
      <ByKind labels={model.labels} />
      <section class="thresholds-second" aria-label="A wrong group hidden by a large one">
        <p class="island-title">A wrong group beside a large one</p>
        <Hidden label="The two groups at this threshold" share={share} threshold={threshold}>
          <SliderField label="Size of b's gradient beside W's" {...bind('share')} scale="log" />
        </Hidden>
      </section>
      <FigureActions onReset={reset} />
    </Island>
  );
}
