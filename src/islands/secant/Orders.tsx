import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, ordersDrawing, ordersOf } from '@/lessons/secant/orders.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

/** A step ten times smaller, and what each scheme makes of it. */
export default function Orders() {
  const { state, bind, awake } = useUrlState('orders', fields);
  const orders = useMemo(() => ordersOf(state.h), [state.h]);
  const drawing = useMemo(() => ordersDrawing(orders, state.h), [orders, state.h]);
  const slopes = orders.map(({ id, fit }) => `${id} ${fit.slope.toFixed(2)}`).join(', ');
  return (
    <Island name="orders" title="A step ten times smaller" awake={awake}>
      <LineChart
        {...drawing}
        compact
        ratio={0.4}
        title="The order is the slope of the error"
        description={`Errors of the three schemes against the step, on logarithmic axes: straight lines, of slopes ${slopes}.`}
        fileName="orders"
      />
      <div class="controls">
        <SliderField label="Step h" {...bind('h')} scale="log" digits={2} />
      </div>
      <p aria-live="polite">
        From <i>h</i> to <i>h</i>/10 the error falls by{' '}
        {orders.map(({ id, gain }, i) => (
          <>
            {['', ', ', ' and '][i]}
            <NumberText value={gain} digits={3} /> ({id})
          </>
        ))}
        .
      </p>
    </Island>
  );
}
