import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { atKinkDrawing, atKinkModel, fields, OPTIONS, type PieceAtKink } from '@/lessons/kinks/at-kink.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** A gradient claimed at a kink, and what both checks say of it. */
export default function AtKink({ measured }: { readonly measured: Readonly<Record<PieceAtKink, Slope>> }) {
  const { state, bind, awake } = useUrlState('at-kink', fields);
  const model = useMemo(() => atKinkModel(state, measured), [state, measured]);
  const spec = useMemo(() => atKinkDrawing(model, state.piece), [model, state.piece]);
  const { left, right, central, textbook, production } = model;
  const word = textbook.pass ? 'PASS' : 'FAIL';
  const says = `Textbook check: ${word}. Production check: ${production}.`;
  return (
    <Island name="at-kink" title="Claim a slope at the kink" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.3}
        title="A function with a kink, and the slope that is claimed there"
        description={`The slope is ${left.toPrecision(3)} on the left and ${right.toPrecision(3)} on the right. ${says}`}
        fileName="claimed-at-a-kink"
      />
      <div class="island-pair">
        <VerdictBanner verdict={textbook.pass ? 'pass' : 'fail'} word={word}>
          by the textbook check, which compares with the mean, <NumberText value={central} digits={3} />.
        </VerdictBanner>
        <VerdictBanner verdict={production}>
          by the production check: a slope from <NumberText value={left} digits={3} /> to{' '}
          <NumberText value={right} digits={3} /> is no bug.
        </VerdictBanner>
      </div>
      <div class="controls">
        <SliderField label="Claimed slope" {...bind('claim')} step={0.25} />
        <Choice label="Function" options={OPTIONS} {...bind('piece')} />
      </div>
    </Island>
  );
}
