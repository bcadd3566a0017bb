import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Regime, SecantModel } from '@/lessons/secant/model.ts';

/** Half the step leaves 2^-order of the error; within this factor of it the power law holds. */
const HOLDS = 1.3;

/** What happens at this step, in a sentence or two. */
const SENTENCES: Readonly<Record<Regime, (model: SecantModel) => preact.ComponentChild>> = {
  truncation: ({ chosen: { id, order, halved } }) => {
    const promised = 2 ** -order;
    const holds = halved > promised / HOLDS && halved < promised * HOLDS;
    return (
      <>
        <strong>Truncation.</strong> The curve bends within the step. Halve <i>h</i>, and the error of {id} differences
        falls to <NumberText value={halved} digits={2} /> of this{holds ? ' (' : '; for smaller steps '}order {order}{' '}
        promises <NumberText value={promised} digits={3} />
        {holds ? ').' : '.'}
      </>
    );
  },
  exact: ({ chosen }) => (
    <>
      <strong>Nothing is cut off.</strong> For this curve at this <i>x</i>, {chosen.id} differences have no truncation
      error: what is left is the last digit.
    </>
  ),
  balance: () => (
    <>
      <strong>The balance.</strong> Truncation and round-off are about equal. No other <i>h</i> does much better here,
      with this scheme.
    </>
  ),
  'round-off': ({ chosen, rounding, h }) => (
    <>
      <strong>Cancellation.</strong> The values that are subtracted agree in their first{' '}
      <NumberText value={rounding.digitsLost} digits={2} /> of 16 digits, and the difference loses these
      {Math.abs(rounding.taken - h) > 0.01 * h ? (
        <>
          . Even the step is no longer <i>h</i>: (<i>x</i> + <i>h</i>) − <i>x</i> is{' '}
          <NumberText value={rounding.taken} digits={3} />.
        </>
      ) : (
        <>
          : what is left, the noise of their last digit, is divided by <i>h</i>
          {chosen.error > 1 ? ', and nothing is left of the slope.' : '.'}
        </>
      )}
    </>
  ),
  collapsed: ({ rounding }) => (
    <>
      <strong>
        <i>x</i> + <i>h</i> is <i>x</i>.
      </strong>{' '}
      Near <i>x</i> the doubles lie <NumberText value={rounding.gap} digits={3} /> apart. So small a step is lost in
      rounding, and 0/<i>h</i> is 0 whatever the curve. The checker refuses such a step.
    </>
  ),
};

export function Says({ model }: { readonly model: SecantModel }) {
  return (
    <p class="secant-says" data-regime={model.regime}>
      {SENTENCES[model.regime](model)}
    </p>
  );
}
