import { useMemo, useRef, useState } from 'preact/hooks';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import type { FindingKind } from '@/checker/types.ts';
import { initialState } from '@/input/url-state.ts';
import { Choice, FigureActions, Select } from '../controls/controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island, useAnnouncement } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useLatestCall, useOnDemand } from '../run/use-on-demand.ts';
import { type UrlState, useUrlState } from '../state/use-url-state.ts';
import './bug-zoo.css';
import { chartView, elementTable, VIEW_LABELS } from '@/lessons/bug-zoo/drawing.ts';
import { familyEntries } from '@/lessons/bug-zoo/families.ts';
import { type BugGuess, NO_SCORE, type ShownBug, scored, unseen } from '@/lessons/bug-zoo/shown.ts';
import { FIRST, fields, NO_BUG, VIEWS } from '@/lessons/bug-zoo/state.ts';
import { Planted } from './Planted.tsx';
import { Question } from './Question.tsx';

const NAME = 'bug-zoo';

/**
 * Planted bugs and their signatures: pick one, or draw one unseen and guess before the diagnosis is shown. `first` is
 * what the initial state shows, made at build time.
 */
export default function BugZoo({ first }: { first: ShownBug }) {
  const url = useUrlState(NAME, fields);
  return (
    <Island name={NAME} title="A zoo of wrong gradients" awake={url.awake}>
      <Zoo {...url} first={first} />
    </Island>
  );
}

function Zoo({
  state,
  update,
  bind,
  first,
}: Pick<UrlState<typeof fields>, 'state' | 'update' | 'bind'> & { first: ShownBug }) {
  const { family, bug } = state;
  const chosen = useOnDemand(
    `${family}/${bug}`,
    async () => (await import('@/lessons/bug-zoo/engine.ts')).toShow(family, bug),
    {
      key: `${first.family.id}/${first.bug?.name}`,
      value: first,
    },
  );
  const { guess, score, next, askNext, answer, end } = useGuess();
  const open = guess !== undefined && guess.answer === undefined;
  const shown = useMemo(
    () => (open ? unseen(guess.shown) : (guess?.shown ?? chosen.value)),
    [open, guess, chosen.value],
  );
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
      <div class="controls" aria-busy={chosen.stale}>
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
      <NotLoaded {...(next.failure === undefined ? chosen : next)} />
      <Choice
        label="Look at"
        options={VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }))}
        {...bind('view')}
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
      {!open && <Diagnosis diagnosis={shown.diagnosis} waits />}
      <Planted shown={shown} open={open} />
      <FigureActions onReset={() => pick(initialState(fields))} />
    </>
  );
}

/** The reader's question and answer. `next` is a question that is being fetched; choosing a bug meanwhile cancels it. */
function useGuess() {
  const [guess, setGuess] = useState<BugGuess>();
  const [score, setScore] = useState(NO_SCORE);
  const seen = useRef(new Set<string>());
  const next = useLatestCall();
  const askNext = () =>
    next.call<BugGuess>(async () => (await import('@/lessons/bug-zoo/engine.ts')).toDraw(seen.current), setGuess);
  const answer = (kind: FindingKind) => {
    if (guess === undefined || guess.answer !== undefined) return;
    const answered = { ...guess, answer: kind };
    setGuess(answered);
    setScore(scored(score, answered));
  };
  const end = () => {
    next.forget();
    setGuess(undefined);
  };
  return { guess, score, next, askNext, answer, end };
}

const UNSEEN = 'unseen';

const bugOptions = ({ family }: ShownBug, open: boolean) => [
  ...(open ? [{ value: UNSEEN, label: 'one unseen' }] : []),
  ...family.bugs.map(({ name, title }) => ({ value: name, label: title })),
  { value: NO_BUG, label: 'none: the right gradient' },
];
