import { useMemo } from 'preact/hooks';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import type { Check } from '@/lessons/training/checks.ts';
import { curvesDrawing, type ShownRun } from '@/lessons/training/drawing.ts';
import { fields, type State, trainingModel } from '@/lessons/training/model.ts';
import { Choice, FigureActions, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Runs } from './Runs.tsx';
import './training.css';

const VIEWS = [
  { value: 'loss', label: 'loss' },
  { value: 'excess', label: 'loss above the minimum' },
] as const;

/**
 * Four runs of gradient descent that differ in their gradients alone. `checks` is what the check says of each before
 * the first step, made at build time.
 */
export default function Training({ checks }: { readonly checks: readonly Check[] }) {
  const { state, bind, reset, awake } = useUrlState('training', fields);
  const shown = useMemo(
    () => trainingModel(state).map((run): ShownRun => ({ ...run, shownAs: run.label })),
    [state.rate, state.steps],
  );
  const losses = shown.map((run) => `${run.shownAs} ${lossText(run.loss)}`).join(', ');
  const says = `Loss after ${state.steps} steps: ${losses}.`;
  return (
    <Island name="training" title="One model, four gradients" awake={awake} says={says}>
      <Curves runs={shown} state={state} />
      <div class="controls">
        <SliderField label="Learning rate" {...bind('rate')} scale="log" digits={3} step={0.02} />
        <SliderField label="Steps" {...bind('steps')} step={10} />
        <Choice label="The chart shows" options={VIEWS} {...bind('view')} />
      </div>
      <Runs runs={shown} checks={checks} />
      <FigureActions onReset={reset} />
    </Island>
  );
}

const lossText = (value: number) => numberText(value, { digits: 3 });
function Curves({ runs, state }: { readonly runs: readonly ShownRun[]; readonly state: State }) {
  const spec = useMemo(() => curvesDrawing(runs, state), [runs, state.view]);
  return (
    <LineChart
      {...spec}
      ratio={0.5}
      title={state.view === 'loss' ? 'Loss against step' : 'Loss above the minimum against step'}
      description={`Four runs of gradient descent from one start. After ${state.steps} steps: ${runs
        .map((run) => `${run.shownAs} at a loss of ${lossText(run.loss)}`)
        .join('; ')}.`}
      fileName="training"
    />
  );
}
