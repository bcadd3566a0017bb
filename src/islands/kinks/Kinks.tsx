import { useMemo } from 'preact/hooks';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import type { Checks } from '@/lessons/kinks/checks.ts';
import { lensDrawing, slopesDrawing } from '@/lessons/kinks/drawing.ts';
import { type KinksModel, kinksModel } from '@/lessons/kinks/model.ts';
import { fields, type State, type Tab } from '@/lessons/kinks/state.ts';
import { Choice, FigureActions } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';
import { Settings } from './Settings.tsx';
import { Verdicts } from './Verdicts.tsx';
import './kinks.css';

const TABS: readonly { readonly value: Tab; readonly label: string }[] = [
  { value: 'kink', label: 'kink' },
  { value: 'noise', label: 'dropout' },
  { value: 'float32', label: 'float32' },
  { value: 'domain', label: 'domain edge' },
  { value: 'offset', label: 'large offset' },
];

const load = async () => (await import('@/lessons/kinks/checks.ts')).checksOf;

/** Right gradients that fail the textbook check: what it sees, what it says, and what the production check says. */
export default function Kinks({ first }: { readonly first: Checks }) {
  const { state, update, bind, reset, awake, run: checks } = useComputedFigure('kinks', fields, load, first);
  const model = useMemo(() => kinksModel(state), [state]);
  const { textbook, production } = checks.value;
  const says = `Textbook check: ${textbook.status}. Production check: ${production.verdict}.`;
  return (
    <Island name="kinks" title="Five false alarms" awake={awake} says={says}>
      <div {...checks.prepare} class="kinks-body">
        <Choice label="Cause" options={TABS} {...bind('tab')} />
        <Settings tab={state.tab} bind={bind} />
        <div class="island-pair kinks-pair">
          <Seen model={model} tab={state.tab} />
          <Slopes model={model} tab={state.tab} onStep={(h) => update({ h })} />
        </div>
        <NotLoaded {...checks} />
        <Verdicts checks={checks.value} stale={checks.stale} />
        <FigureActions onReset={reset} />
      </div>
    </Island>
  );
}

function Seen({ model, tab }: { readonly model: KinksModel; readonly tab: State['tab'] }) {
  const spec = useMemo(() => lensDrawing(model, tab), [model, tab]);
  return (
    <LineChart
      {...spec}
      ratio={0.62}
      title={`${model.subject.formula}, as the check sees it`}
      description={`The values of f from x − 3h to x + 3h, with h = ${numberText(model.h, { digits: 3 })}; the check evaluates at t = −1 and t = 1.`}
      fileName="as-the-check-sees-it"
    />
  );
}

function Slopes({
  model,
  tab,
  onStep,
}: {
  readonly model: KinksModel;
  readonly tab: State['tab'];
  readonly onStep: (h: number) => void;
}) {
  const spec = useMemo(() => slopesDrawing(model, tab), [model, tab]);
  const { here, analytic, h } = model;
  return (
    <LineChart
      {...spec}
      ratio={0.62}
      title="Slopes against the step"
      description={`At h = ${numberText(h, { digits: 3 })} the slope to the right is ${numberText(here.right, { digits: 4 })}, to the left ${numberText(here.left, { digits: 4 })}, the central one ${numberText(here.central, { digits: 4 })}; the gradient says ${numberText(analytic, { digits: 4 })}.`}
      fileName="slopes-against-the-step"
      onPick={onStep}
      handles={[
        {
          label: 'Step h on the chart',
          axis: 'x',
          value: h,
          min: fields.h.min,
          max: fields.h.max,
          onChange: (step) => onStep(Number(step.toPrecision(3))),
        },
      ]}
    />
  );
}
