import { useEffect } from 'preact/hooks';
import type { FormulaPage, ShownFormula } from '@/lessons/playground/formula-page.ts';
import { unfitOf } from '@/lessons/playground/point.ts';
import { type PlaygroundState, SHARE_LIMITS } from '@/lessons/playground/state.ts';
import { textbookText } from '@/lessons/report/words.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { useAnnouncement } from '../frame/Island.tsx';
import { VerdictWord } from '../frame/VerdictBanner.tsx';
import { ErrorCurveView } from './ErrorCurveView.tsx';
import { FormulaInput, Marked } from './FormulaInput.tsx';
import { Formulas, Typeset } from './Formulas.tsx';
import { FormulaTable } from './FormulaTable.tsx';
import { PointTable } from './PointTable.tsx';
import { type FormulaResult, useFormula } from './use-formula.ts';

interface Props {
  state: PlaygroundState;
  update: (change: Partial<PlaygroundState>) => void;
  first: FormulaPage;
  /** Where the way to the test file is left for the bar below. */
  onTestFile: (testFile: FormulaResult['testFile']) => void;
}

/** A typed-in formula, its gradient by hand, and everything that can be known of both. */
export function FormulaMode({ state, update, first, onTestFile }: Props) {
  const { page, error, stale, prepare, testFile } = useFormula(state, first);
  useEffect(() => onTestFile(testFile), [testFile]);
  useAnnouncement(spoken(page, error?.message));
  // until the answer arrives, the boxes keep the typed values
  const point = stale && error === undefined ? { ...page.point, ...shownOf(page, state) } : page.point;
  const varied = Object.keys(point).filter((name) => !state.fixed.includes(name));
  return (
    <>
      <div class="playground-input">
        <FormulaInput
          label="f"
          value={state.formula}
          longest={SHARE_LIMITS.formula}
          onValue={(formula) => update({ formula })}
          onFocus={prepare}
          error={error}
          hint={
            <>
              such as <code>sin(x)*exp(y)</code>. In a vector <code>w[0]</code> is the first element, and{' '}
              <code>sum(w^2)</code> goes over all of them.
            </>
          }
        >
          <Reading label="f, as read" shown={page.math.f} stale={stale} />
          <Notes notes={page.notes} />
        </FormulaInput>
        <FormulaInput
          label="Gradient, by hand"
          value={state.gradient}
          longest={SHARE_LIMITS.gradient}
          onValue={(gradient) => update({ gradient })}
          onFocus={prepare}
          error={error === undefined ? page.gradientError : undefined}
          hint={
            <>
              in the order <code>{varied.join(', ')}</code>, as in <code>2*w; cos(b)</code>, or by name,{' '}
              <code>b = cos(b); w = 2*w</code>, or left out
            </>
          }
          outcome={page.diagnosis && <VerdictWord verdict={page.diagnosis.verdict} />}
        >
          <Reading
            label="Gradient, as read"
            shown={page.math.typed ?? { text: state.gradient.trim() === '' ? 'Left out.' : '' }}
            stale={stale}
          />
          <Notes notes={page.gradientNotes ?? []} />
        </FormulaInput>
        <PointTable
          point={point}
          fixed={state.fixed}
          onChange={update}
          unfit={stale ? {} : unfitOf(state.point, page.point)}
        />
      </div>
      <div class="playground-result formula-result" data-stale={stale ? '' : undefined}>
        <Says page={page} />
        <FormulaTable page={page} />
        <Formulas gradient={page.math.gradient} />
        <ErrorCurveView
          curve={page.curve}
          precision={state.precision}
          onPrecision={(precision) => update({ precision })}
        />
      </div>
    </>
  );
}

/** What was typed, typeset. */
function Reading({ label, shown, stale }: { label: string; shown: ShownFormula; stale: boolean }) {
  return (
    <ScrollRegion class="formula-math" label={label} data-stale={stale ? '' : undefined}>
      <Typeset {...shown} />
    </ScrollRegion>
  );
}

const MOST_NOTES = 4;

/** How pieces were read that could have been read in another way. */
function Notes({ notes }: { notes: FormulaPage['notes'] }) {
  if (notes.length === 0) return null;
  const said = notes.slice(0, MOST_NOTES).map(({ message }) => message);
  const more = notes.length > MOST_NOTES ? ['and so on'] : [];
  return (
    <p class="caption">
      <Marked text={[...said, ...more].join('; ')} />
    </p>
  );
}

/** The set values of those variables that the formula has. */
const shownOf = (page: FormulaPage, { point }: PlaygroundState) =>
  Object.fromEntries(Object.entries(point).filter(([name]) => Object.hasOwn(page.point, name)));

const spoken = (page: FormulaPage, problem: string | undefined): string =>
  problem ?? page.gradientError?.message ?? (page.diagnosis ? spokenDiagnosis(page.diagnosis) : 'No gradient typed.');

function Says({ page }: { page: FormulaPage }) {
  const { diagnosis, textbook, evaluations, problem, gradientError } = page;
  if (problem !== undefined) return <p class="formula-none">f cannot be checked at this point: {problem}</p>;
  if (diagnosis === undefined)
    return (
      <p class="formula-none">
        {gradientError === undefined
          ? 'No gradient is typed, so there is nothing to judge; below, the gradient by three ways that need none.'
          : 'The gradient cannot be read yet. Below, the gradient by three ways that need none.'}
      </p>
    );
  return (
    <div class="formula-says-verdict">
      <Diagnosis diagnosis={diagnosis} waits />
      <p class="caption">
        {evaluations} evaluations of f.{textbook && ` ${textbookText(textbook)}`}
      </p>
    </div>
  );
}
