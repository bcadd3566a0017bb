import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { shortDrawing } from '@/lessons/training/drawing.ts';
import { minimum } from '@/lessons/training/model.ts';
import { fields, pairOf, pairText, WRONG_OPTIONS } from '@/lessons/training/pair.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** The right gradient and a wrong one from the same start, at one learning rate. */
export default function Pair() {
  const { state, bind, awake } = useUrlState('training-pair', fields);
  const { steps } = state;
  const pair = useMemo(() => pairOf(state), [state]);
  const spec = useMemo(() => shortDrawing(pair, { steps, view: 'excess' }), [pair, steps]);
  const says = pairText(pair, steps);
  return (
    <Island name="training-pair" title="The right gradient beside a wrong one" awake={awake} says={says}>
      <Choice label="The other one has a" options={WRONG_OPTIONS} {...bind('wrong')} />
      <LineChart
        {...spec}
        compact
        ratio={0.33}
        title="Loss above the minimum against step"
        description={`Two runs of gradient descent from one start. ${says}`}
        fileName="training-pair"
      />
      <div class="controls">
        <SliderField label="Learning rate" {...bind('rate')} scale="log" digits={3} step={0.02} />
        <SliderField label="Steps" {...bind('steps')} step={10} />
      </div>
      <p>
        {says} The losses are <NumberText value={pair[0].loss} digits={4} /> and{' '}
        <NumberText value={pair[1].loss} digits={4} />, with a minimum of <NumberText value={minimum.loss} digits={4} />
        .
      </p>
    </Island>
  );
}
