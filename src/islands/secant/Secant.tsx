import { useMemo } from 'preact/hooks';
import { numberText, typesetMinus } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { DIFFERENCES, schemeOptions } from '@/lessons/differences/schemes.ts';
import { CURVES } from '@/lessons/secant/curves.ts';
import { closeDrawing, curveDrawing, curveTable, errorDrawing } from '@/lessons/secant/drawing.ts';
import { type SecantModel, secantModel } from '@/lessons/secant/model.ts';
import { fields } from '@/lessons/secant/state.ts';
import { Choice, FigureActions, Select, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Says } from './Says.tsx';
import { SlopeTable } from './SlopeTable.tsx';
import './secant.css';

const CURVE_OPTIONS = CURVES.map(({ id, label }) => ({ value: id, label }));
const SCHEME_OPTIONS = schemeOptions(DIFFERENCES);

/** A curve, a point to drag along it and a step: the secant of a scheme against the tangent, and what the step costs. */
export default function Secant() {
  const { state, update, bind, reset, awake } = useUrlState('secant', fields);
  const model = useMemo(() => secantModel(state), [state]);
  const { chosen, curve, x } = model;
  const says = `${chosen.id} slope ${numberText(chosen.slope, { digits: 4 })}, error ${numberText(chosen.error, { digits: 2 })}`;
  return (
    <Island name="secant" title="The slope of a curve, from its values" awake={awake} says={says}>
      <div class="controls">
        <Select label="Curve" options={CURVE_OPTIONS} {...bind('curve')} />
        <Choice label="Scheme" options={SCHEME_OPTIONS} {...bind('scheme')} />
      </div>
      <Curve model={model} onX={(x) => update({ x })} />
      <div class="controls">
        <SliderField label="Point x" {...bind('x')} value={x} min={curve.x[0]} max={curve.x[1]} step={0.01} />
        <SliderField label="Step h" {...bind('h')} scale="log" />
      </div>
      <Says model={model} />
      <SlopeTable model={model} />
      <div class="island-pair">
        <Errors model={model} onStep={(h) => update({ h })} />
        <Close model={model} />
      </div>
      <FigureActions onReset={reset} />
    </Island>
  );
}

const { min: smallest, max: largest } = fields.h;

function Curve({ model, onX }: { readonly model: SecantModel; readonly onX: (x: number) => void }) {
  const { curve, x, h, value, chosen } = model;
  const spec = useMemo(() => curveDrawing(model), [model]);
  const [from, to] = curve.x;
  const rounded = (at: number) => Number(at.toPrecision(4));
  return (
    <LineChart
      {...spec}
      title={`${curve.label}, its tangent and its secant`}
      description={`Drag the point along the curve. At x = ${numberText(x)} the tangent has the slope ${numberText(model.exact)}, the ${chosen.id} difference with h = ${numberText(h, { digits: 3 })} has ${numberText(chosen.slope)}.`}
      fileName="secant"
      table={useMemo(() => () => curveTable(model), [model])}
      onPick={(at) => onX(rounded(at))}
      handles={[
        {
          label: 'Point x on the curve',
          axis: 'x',
          value: x,
          at: value,
          rule: false,
          tone: 'analytic',
          min: from,
          max: to,
          onChange: (at) => onX(rounded(at)),
        },
      ]}
    />
  );
}

function Errors({ model, onStep }: { readonly model: SecantModel; readonly onStep: (h: number) => void }) {
  const spec = useMemo(() => errorDrawing(model), [model]);
  return (
    <LineChart
      {...spec}
      ratio={0.62}
      title="Error against step"
      description={`Each scheme's error against h, on logarithmic axes. ${model.slopes
        .map(
          ({ id, fit }) =>
            `${id}: ${fit === null ? 'no truncation error seen' : `slope ${typesetMinus(fit.slope.toFixed(2))}`}`,
        )
        .join('; ')}. Below the best step the error rises again as 1/h: round-off.`}
      onPick={(step) => onStep(step)}
      handles={[
        {
          label: 'Step h on the chart',
          axis: 'x',
          value: model.h,
          min: smallest,
          max: largest,
          onChange: (h) => onStep(Number(h.toPrecision(3))),
        },
      ]}
    />
  );
}

function Close({ model }: { readonly model: SecantModel }) {
  const spec = useMemo(() => closeDrawing(model), [model]);
  return (
    <LineChart
      {...spec}
      ratio={0.62}
      title="Close to x, at the scale of h"
      description="f(x + t h) − f(x) for t from −3 to 3, as double precision computes it: a smooth curve where h is large, a staircase where h is near the distance between doubles."
    />
  );
}
