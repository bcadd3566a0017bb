import { useMemo } from 'preact/hooks';
import { decode } from '@/lessons/thresholds/cases.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { lineFields } from '@/lessons/thresholds/state.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Piles } from './Piles.tsx';
import { RULES } from './rules.ts';
import './thresholds.css';

/** One line, some hundreds of gradients, and the mistakes on either side of it. */
export default function Line({ population }: { readonly population: string }) {
  const { state, update, bind, awake } = useUrlState('threshold-line', lineFields);
  const cases = useMemo(() => decode(population), [population]);
  const { rule, threshold } = state;
  const model = useMemo(() => thresholdsModel(cases, { rule, threshold }), [cases, rule, threshold]);
  const { rejectedRight, acceptedWrong } = model.counts;
  const says = `${rejectedRight} right gradients rejected, ${acceptedWrong} wrong ones accepted.`;
  return (
    <Island name="threshold-line" title="Draw the line" awake={awake} says={says}>
      <Piles
        model={model}
        rule={rule}
        threshold={threshold}
        onThreshold={(next) => update({ threshold: next })}
        ratio={0.36}
        compact
      />
      <Choice label="Rule" options={RULES} {...bind('rule')} />
    </Island>
  );
}
