import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { schemeOptions } from '@/lessons/differences/schemes.ts';
import { armsDrawing, fields } from '@/lessons/step-size/arms.ts';
import { curvesOf, readingsOf } from '@/lessons/step-size/model.ts';
import { SCHEME_IDS } from '@/lessons/step-size/state.ts';
import { Choice, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { spoken, stepHandle } from './handle.ts';
import './step-size.css';

const SCHEMES = schemeOptions(SCHEME_IDS);
const SHOWN = { digits: 2, notation: 'scientific' } as const;

interface ArmsProps {
  /** Tells two on one page apart, in the address and to those who hear them. */
  readonly name?: string;
  readonly title?: string;
}

/** Two arms and a floor: the error curve that the chapter speaks of, and that its phrases set. */
export default function Arms({ name = 'step-arms', title = 'Two arms and a floor' }: ArmsProps) {
  const { state, update, bind, awake } = useUrlState(name, fields);
  const { function: id, scheme, precision, h } = state;
  const curves = useMemo(() => curvesOf({ function: id, scheme, all: false, precision }), [id, scheme, precision]);
  const drawing = useMemo(() => armsDrawing(curves), [curves]);
  const [here] = useMemo(() => readingsOf(curves, h), [curves, h]);
  const [min, max] = curves.range;
  const onStep = (next: number) => update({ h: Number(next.toPrecision(3)) });
  const of = `${title}: ${curves.example.title}, ${curves.label}, ${precision}`;
  return (
    <Island name={name} title={of} awake={awake} says={`${of}: step ${spoken(here)}.`}>
      <LineChart
        {...drawing}
        compact
        ratio={0.38}
        title={of}
        description={`Error of the gradient against the step, both on logarithmic axes. ${curves.example.shows}`}
        fileName={name}
        onPick={onStep}
        handles={[stepHandle({ curves, here, y: drawing.y }, onStep)]}
      />
      <p class="reading">
        Error <NumberText value={here.error} {...SHOWN} />. Theory: truncation{' '}
        <NumberText value={here.truncation} {...SHOWN} />, round-off up to{' '}
        <NumberText value={here.roundOff} {...SHOWN} />.
      </p>
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} value={here.step} min={min} max={max} scale="log" />
        <Choice label="Scheme" options={SCHEMES} {...bind('scheme')} />
      </div>
    </Island>
  );
}
