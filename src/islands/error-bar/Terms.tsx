import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import type { MeasuredSubject } from '@/lessons/error-bar/measured.ts';
import type { SubjectId } from '@/lessons/error-bar/subjects.ts';
import { fields, OPTIONS, termsDrawing, termsModel } from '@/lessons/error-bar/terms.ts';
import { Select, SliderField } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** Four terms of Taylor's series read from five values of f, and the one that they foretell. */
export default function Terms({ measured }: { readonly measured: Readonly<Record<SubjectId, MeasuredSubject>> }) {
  const { state, bind, awake } = useUrlState('bar-terms', fields);
  const model = useMemo(() => termsModel(state, measured), [state, measured]);
  const spec = useMemo(() => termsDrawing(model), [model]);
  const { estimate, truth, measured: found } = model;
  const says = `Left out: estimated ${estimate.toPrecision(2)}, in truth ${truth.toPrecision(2)}.`;
  return (
    <Island name="bar-terms" title="Four terms foretell the next" awake={awake} says={says}>
      <LineChart
        {...spec}
        compact
        ratio={0.32}
        title="Terms of Taylor’s series over one step"
        description={`The sizes of the terms against the power of h, on a logarithmic axis. ${says}`}
        fileName="taylor-terms"
      />
      <p class="reading">
        Left out: estimated <NumberText value={estimate} digits={2} />, in truth <NumberText value={truth} digits={2} />
        . Divided by <i>h</i>, that is an estimated truncation error of{' '}
        <b>
          <NumberText value={found.truncation} digits={2} />
        </b>
        .
      </p>
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} scale="log" digits={3} />
        <Select label="Function" options={OPTIONS} {...bind('f')} />
      </div>
    </Island>
  );
}
