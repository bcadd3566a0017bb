import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import type { FindingKind } from '@/checker/types.ts';
import { Choice, FigureActions, Select } from '@/islands/shared/controls.tsx';
import { Diagnosis, spokenDiagnosis } from '@/islands/shared/Diagnosis.tsx';
import { Island, useAnnouncement } from '@/islands/shared/Island.tsx';
import { initialState } from '@/islands/shared/url-state.ts';
import { type UrlState, useUrlState } from '@/islands/shared/use-url-state.ts';
import './bug-zoo.css';
import { familyEntries } from './families.ts';
import { Planted } from './Planted.tsx';
import { Question } from './Question.tsx';
import { type Guess, NO_SCORE, type Shown, scored, unseen } from './shown.ts';
import { FIRST, fields, NO_BUG, VIEWS } from './state.ts';
import { chartView, elementTable, VIEW_LABELS } from './views.ts';

const NAME = 'bug-zoo';

/**
 * Planted bugs and their signatures: pick one, or draw one unseen and guess before the diagnosis is shown. `first` is
 * what the initial state shows, made at build time: use it through `components/BugZoo.astro`.
 */
export default function BugZoo({ first }: { first: Shown }) {
  const url = useUrlState(NAME, fields);
  return (
    <Island name={NAME} title="A zoo of wrong gradients" awake={url.awake}>
      <Zoo {...url} first={first} />
    </Island>
  );
}

function Zoo({ state, update, first }: Pick<UrlState<typeof fields>, 'state' | 'update'> & { first: Shown }) {
  const chosen = useShown(state.family, state.bug, first);
  const { guess, score, askNext, answer, end } = useGuess();
  const open = guess !== undefined && guess.answer === undefined;
  const shown = useMemo(() => (open ? unseen(guess.shown) : (guess?.shown ?? chosen)), [open, guess, chosen]);
  const view = useMemo(() => chartView(shown, state.view), [shown, state.view]);
  const table = useMemo(() => elementTable(shown), [shown]);
  useAnnouncement(open ? 'A bug is planted. Which is it?' : spokenDiagnosis(shown.diagnosis));

  const pick = (change: Partial<typeof state>) => {
    end();
    update(change);
  };
  const say = (kind: FindingKind) => {
    answer(kind);
    if (guess !== undefined) update({ family: guess.shown.family.id, bug: guess.shown.bug?.name ?? FIRST });
  };
  return (
    <>
      <div class="controls">
        <Select
          label="Family"
          options={familyEntries.map(({ id, title }) => ({ value: id, label: title }))}
          value={shown.family.id}
          onValue={(id) => pick({ family: id, bug: FIRST })}
        />
        <Select
          label="Planted bug"
          options={bugOptions(shown, open)}
          value={open ? UNSEEN : (shown.bug?.name ?? NO_BUG)}
          onValue={(name) => pick({ family: shown.family.id, bug: name })}
        />
        <p class="zoo-guess">
          <button type="button" class="needs-script" onClick={askNext}>
            {guess === undefined ? 'Guess first: draw one unseen' : 'Draw another'}
          </button>{' '}
          {score.asked > 0 && (
            <span data-score>
              {score.right} of {score.asked} right
            </span>
          )}
        </p>
      </div>
      <Choice
        label="Look at"
        options={VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }))}
        value={state.view}
        onValue={(value) => update({ view: value })}
      />
      <ScatterChart
        {...view.spec}
        ratio={0.56}
        title={view.title}
        description={view.description}
        caption={view.caption}
        fileName={`${shown.family.id}-${state.view}`}
        table={table}
      />
      {guess !== undefined && <Question guess={guess} onAnswer={say} />}
      {!open && <Diagnosis diagnosis={shown.diagnosis} />}
      <Planted shown={shown} open={open} />
      <FigureActions onReset={() => pick(initialState(fields))} />
    </>
  );
}

/** The bug of these names, once it is here; until then what was shown before. */
function useShown(family: string, bug: string, first: Shown): Shown {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (family === first.family.id && bug === first.bug?.name) {
      setShown(first);
      return undefined;
    }
    let wanted = true;
    import('./engine.ts').then(({ show }) => show(family, bug)).then((next) => wanted && setShown(next));
    return () => {
      wanted = false;
    };
  }, [family, bug, first]);
  return shown;
}

function useGuess() {
  const [guess, setGuess] = useState<Guess>();
  const [score, setScore] = useState(NO_SCORE);
  const seen = useRef(new Set<string>());
  const askNext = async () => {
    const { drawUnseen } = await import('./engine.ts');
    setGuess(await drawUnseen(seen.current));
  };
  const answer = (kind: FindingKind) => {
    if (guess === undefined || guess.answer !== undefined) return;
    const answered = { ...guess, answer: kind };
    setGuess(answered);
    setScore(scored(score, answered));
  };
  return { guess, score, askNext, answer, end: () => setGuess(undefined) };
}

const UNSEEN = 'unseen';

const bugOptions = ({ family }: Shown, open: boolean) => [
  ...(open ? [{ value: UNSEEN, label: 'one unseen' }] : []),
  ...family.bugs.map(({ name, title }) => ({ value: name, label: title })),
  { value: NO_BUG, label: 'none: the right gradient' },
];
