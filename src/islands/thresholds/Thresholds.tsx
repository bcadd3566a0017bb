import { useMemo } from 'preact/hooks';
import { decode } from '@/lessons/thresholds/cases.ts';
import { bestThreshold, type ThresholdsModel, thresholdsModel } from '@/lessons/thresholds/model.ts';
import { fields, LARGEST, SMALLEST } from '@/lessons/thresholds/state.ts';
import { Choice, FigureActions, SliderField } from '../controls/controls.tsx';
import { Island, useAnnouncement } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Hidden } from './Hidden.tsx';
import { Piles } from './Piles.tsx';
import { ByKind, Tally } from './Tally.tsx';
import './thresholds.css';

const RULES = [
  { value: 'global', label: 'one global norm' },
  { value: 'element', label: 'per element' },
  { value: 'production', label: 'production check' },
] as const;

/** Right and wrong gradients on the axis of their error, and a line between them that cannot be drawn. */
export default function Thresholds({ population }: { readonly population: string }) {
  const { state, update, reset, awake } = useUrlState('thresholds', fields);
  const cases = useMemo(() => decode(population), [population]);
  const { rule, threshold, share } = state;
  const model = useMemo(() => thresholdsModel(cases, { rule, threshold }), [cases, rule, threshold]);
  const best = useMemo(() => bestThreshold(cases, rule), [cases, rule]);
  return (
    <Island name="thresholds" title="Where to draw the line" awake={awake}>
      <Announced model={model} />
      <Choice label="Rule" options={RULES} value={rule} onValue={(next) => update({ rule: next })} />
      <Piles model={model} rule={rule} threshold={threshold} onThreshold={(next) => update({ threshold: next })} />
      <fieldset disabled={rule === 'production'}>
        <SliderField
          label="Threshold"
          field={fields.threshold}
          value={threshold}
          min={SMALLEST}
          max={LARGEST}
          scale="log"
          onValue={(next) => update({ threshold: next })}
        />
      </fieldset>
      <Tally model={model} best={best} />
      <ByKind labels={model.labels} />
      <Hidden share={share} threshold={threshold} onShare={(next) => update({ share: next })} />
      <FigureActions onReset={reset} />
    </Island>
  );
}

function Announced({ model: { counts } }: { readonly model: ThresholdsModel }) {
  useAnnouncement(
    `${counts.rejectedRight} of ${counts.right} right gradients rejected, ${counts.acceptedWrong} of ${counts.wrong} wrong ones accepted.`,
  );
  return null;
}
