import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { lazily } from '@/charts/wake/lazily.ts';
import { IN_BROWSER } from '@/charts/wake/served.ts';
import { inTurn } from '@/charts/wake/turn.ts';
import { textOf } from '@/examples/text.ts';
import { initialState } from '@/input/url-state.ts';
import { PRECISION_OPTIONS, type Precision } from '@/lessons/differences/precisions.ts';
import { schemeOptions } from '@/lessons/differences/schemes.ts';
import { errorDrawing } from '@/lessons/step-size/drawing.ts';
import { type Curves, curvesOf, readingsOf, type StepReading, workingAt } from '@/lessons/step-size/model.ts';
import { EXAMPLES, fields, SCHEME_IDS } from '@/lessons/step-size/state.ts';
import { Checkbox, Choice, FigureActions, Select, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { spoken, stepHandle } from './handle.ts';
import { Readings } from './Readings.tsx';
import { WorkingView } from './WorkingView.tsx';
import './step-size.css';

const FUNCTIONS = EXAMPLES.map(({ id, title }) => ({ value: id, label: title }));
const SCHEMES = schemeOptions(SCHEME_IDS);

const ROUNDED: Readonly<Record<Precision, string>> = {
  float64: 'Double precision throughout. The error is the distance from the exact gradient, over all its elements.',
  float32:
    'x, x ± h and every operation inside f are rounded to float32; the difference and the quotient are not. The exact gradient is that at the rounded x.',
};

const INITIAL = initialState(fields);
/** The initial curves are computed in a task before the figure wakes: they take as long as the rest of it. */
const first = lazily(() => curvesOf(INITIAL));
if (IN_BROWSER) inTurn(first);

/** A slider has no more to say than this. */
const rounded = (h: number) => Number(h.toPrecision(3));

/** The notebook's error curve, and what it becomes for other functions, schemes and precisions. */
export default function StepSize() {
  const { state, update, bind, reset, awake } = useUrlState('step-size', fields);
  const { function: id, scheme, all, precision, h, element } = state;
  const curves = useMemo(() => {
    const wanted = { function: id, scheme, all, precision } as const;
    const asAtFirst = Object.entries(wanted).every(([name, value]) => INITIAL[name as keyof typeof wanted] === value);
    return asAtFirst ? first() : curvesOf(wanted);
  }, [id, scheme, all, precision]);
  const readings = useMemo(() => readingsOf(curves, h), [curves, h]);
  const working = useMemo(() => workingAt(curves, { h, element }), [curves, h, element]);
  const [here] = readings;
  const says = `${curves.label}, step ${spoken(here)}.`;
  const onStep = (next: number) => update({ h: rounded(next) });
  return (
    <Island name="step-size" title="The error of a numerical gradient, by step" awake={awake} says={says}>
      <div class="controls">
        <Select label="Function" options={FUNCTIONS} {...bind('function')} />
        <Choice label="Precision" options={PRECISION_OPTIONS} {...bind('precision')} />
      </div>
      <div class="step-size-schemes">
        <Choice label="Scheme" options={SCHEMES} {...bind('scheme')} />
        <Checkbox label="Draw all four" checked={all} onChecked={(next) => update({ all: next })} />
      </div>
      <dl class="step-size-function">
        <dt>f(x)</dt>
        <dd>
          <code>{textOf(curves.example.f)}</code>
        </dd>
        <dt>x</dt>
        <dd>
          <code>{curves.example.x.join(', ')}</code>
        </dd>
      </dl>
      <Curve curves={curves} here={here} onStep={onStep}>
        <SliderField
          label="Step h"
          {...bind('h')}
          value={here.step}
          min={curves.range[0]}
          max={curves.range[1]}
          scale="log"
        />
      </Curve>
      <Readings curves={curves} readings={readings} />
      <WorkingView
        curves={curves}
        working={working}
        element={Math.min(element, curves.example.x.length - 1)}
        onElement={(next) => update({ element: next })}
      />
      <FigureActions onReset={reset} />
    </Island>
  );
}

function Curve({
  curves,
  here,
  onStep,
  children,
}: {
  readonly curves: Curves;
  readonly here: StepReading;
  readonly onStep: (step: number) => void;
  readonly children: ComponentChildren;
}) {
  const spec = useMemo(() => errorDrawing(curves), [curves]);
  const { best, example, label, precision } = curves;
  return (
    <LineChart
      {...spec}
      ratio={0.6}
      title={`Gradient error against step: ${example.title.toLowerCase()}`}
      fileName={`step-size-${example.id}`}
      description={`Error of the ${label} gradient in ${precision} against the step, both on logarithmic axes.${
        best === undefined
          ? ''
          : ` It is smallest, ${numberText(best.error, { digits: 3 })}, at a step of ${numberText(best.step, { digits: 3 })}; larger steps lose to truncation, smaller ones to round-off.`
      } ${example.shows}`}
      controls={children}
      caption={ROUNDED[precision]}
      onPick={onStep}
      handles={[stepHandle({ curves, here, y: spec.y }, onStep)]}
    />
  );
}
