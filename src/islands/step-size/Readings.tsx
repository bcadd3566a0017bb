import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Curves, StepReading } from '@/lessons/step-size/model.ts';
import { RowTable } from '../controls/RowTable.tsx';

const NAMES: Readonly<Record<StepReading['name'], string>> = {
  here: 'here',
  notebook: 'recommended',
  measured: 'measured best',
  predicted: 'predicted best',
};

/** Wider columns than the numbers need would move the table as they change. */
const SHOWN = { digits: 3, trim: false, notation: 'scientific' } as const;
/** From here on one of the two errors is the whole of it. */
const RULES = 10;
/** The rounding of x ± h is mentioned where it matters this many times as much as the rounding of f. */
const WORTH_SAYING = 3;

/** The steps worth naming, side by side, with the two errors that theory expects at each. */
export function Readings({ curves, readings }: { readonly curves: Curves; readonly readings: readonly StepReading[] }) {
  return (
    <>
      <RowTable
        source={readings}
        label="Steps worth naming"
        class="step-size-readings"
        rows={readings}
        attributes={({ name }) => ({ 'data-reading': name })}
        columns={[
          { head: 'step', text: ({ name }) => NAMES[name] },
          { head: <i>h</i>, number: ({ step }) => step, as: SHOWN },
          { head: 'error', tone: 'error', number: ({ error }) => error, as: SHOWN },
          { head: 'truncation', number: ({ truncation }) => truncation, as: SHOWN },
          { head: 'round-off', number: ({ roundOff }) => roundOff, as: SHOWN },
        ]}
      />
      <p class="step-size-says">
        {saying(readings[0])} <Best curves={curves} />
      </p>
    </>
  );
}

function saying({ error, truncation, roundOff }: StepReading) {
  if (Number.isNaN(error)) return <>Here a step leaves the domain of f: the difference is not a number.</>;
  if (truncation > RULES * roundOff) return <>Here truncation rules: a smaller step is better.</>;
  if (roundOff > RULES * truncation) return <>Here round-off rules: a larger step is better.</>;
  return <>Here the two errors are about equal: no other step does much better.</>;
}

function Best({ curves: { theory, best, scheme } }: { readonly curves: Curves }) {
  if (scheme === 'complex-step') return <>Nothing is subtracted, so there is no round-off to fear: take any tiny h.</>;
  if (theory.predicted === undefined) return <>There is no truncation at all, and so no best step: take a large one.</>;
  if (theory.roundingOfX > WORTH_SAYING) {
    return (
      <>
        The rounding of x ± h, which the formula leaves out, moves f{' '}
        <NumberText value={theory.roundingOfX} digits={2} /> times more than the rounding of f: the left arm lies above
        its guide, and the best step to the right of the predicted one.
      </>
    );
  }
  if (best === undefined) return null;
  const ratio = Math.max(theory.predicted / best.step, best.step / theory.predicted);
  return (
    <>
      Predicted and measured best differ by a factor of <NumberText value={ratio} digits={2} />: the last digits decide
      which step in the valley is luckiest.
    </>
  );
}
