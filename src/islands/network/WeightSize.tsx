import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, nearest, type SizeCurve, sizeDrawing } from '@/lessons/network/weight-size-drawing.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const SHORT = { digits: 2 } as const;

/** A forgotten slope of tanh at weights of all sizes. The curve is made at build time. */
export default function WeightSize({ curve }: { readonly curve: SizeCurve }) {
  const { state, bind, awake } = useUrlState('weight-size', fields);
  const spec = useMemo(() => sizeDrawing(curve, state.factor), [curve, state.factor]);
  const { z, error, slope } = curve[nearest(state.factor)];
  const says = `z about ${numberText(z, SHORT)}: relative error ${numberText(error, SHORT)}, slope ${numberText(slope, SHORT)}.`;
  return (
    <Island name="weight-size" title="The same bug at weights of other sizes" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.38}
        title="Relative error of a forgotten slope of tanh, and what is left of the slope"
        description="The error grows with the square of z until z is of order 1. Beyond that the slope itself falls away, and with it the gradient of the first layer."
        fileName="weight-size"
      />
      <SliderField label="All weights times" {...bind('factor')} scale="log" digits={3} step={0.5} />
      <p>
        With <i>z</i> about <NumberText value={z} {...SHORT} /> the forgotten slope makes a relative error of{' '}
        <NumberText value={error} {...SHORT} /> in W1, and half of the slopes are below{' '}
        <NumberText value={slope} {...SHORT} />.
      </p>
    </Island>
  );
}
