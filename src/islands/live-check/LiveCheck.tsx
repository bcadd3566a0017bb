import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice, FigureActions } from '../shared/controls.tsx';
import { Island, useAnnouncement } from '../shared/Island.tsx';
import { Program, ProgramLine } from '../shared/Program.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { VerdictBanner } from '../shared/VerdictBanner.tsx';
import { Elements } from './Elements.tsx';
import { ElementTable } from './ElementTable.tsx';
import { type BugChoice, CHOICES, fields, type Outcome } from './outcome.ts';
import { Says } from './Says.tsx';
import './live-check.css';

const load = () => import('./run.ts');

/** Plant a bug in the backward pass of a network, and see verdict, elements and name. `first` is computed at build time. */
export default function LiveCheck({ first }: { readonly first: Outcome }) {
  const { state, update, reset, awake } = useUrlState('live-check', fields);
  const { outcome, took } = useOutcome(first, state.bug);
  const stale = outcome.bug === state.bug ? undefined : '';
  return (
    <Island name="live-check" title="A network’s backward pass, checked" awake={awake}>
      <Announced outcome={outcome} />
      {/* The checker is on its way before the choice is made. */}
      <div onPointerEnter={load} onFocusCapture={load}>
        <Choice label="Plant a bug" options={CHOICES} value={state.bug} onValue={(bug) => update({ bug })} />
      </div>
      <div class="live-check" data-stale={stale}>
        <div class="live-verdict">
          <VerdictBanner verdict={outcome.verdict}>
            <Says outcome={outcome} />
          </VerdictBanner>
        </div>
        <Elements outcome={outcome} />
        <div class="live-code">
          <Program title="The backward pass">
            {outcome.program.map((line) => (
              <li key={line.code}>
                <ProgramLine {...line} />
              </li>
            ))}
          </Program>
        </div>
      </div>
      <ElementTable outcome={outcome} took={took} />
      <FigureActions onReset={reset} />
    </Island>
  );
}

function Announced({ outcome: { verdict, named, summary } }: { readonly outcome: Outcome }) {
  useAnnouncement(named === undefined ? summary : `${verdict}: ${named.title}. ${named.evidence}`);
  return null;
}

/** The outcome for a bug: computed here once the checker is loaded; until then the one before stands, greyed. */
function useOutcome(first: Outcome, bug: BugChoice): { outcome: Outcome; took?: number } {
  const [shown, setShown] = useState<{ outcome: Outcome; took?: number }>({ outcome: first });
  const wanted = useRef<BugChoice>(first.bug);
  useEffect(() => {
    if (wanted.current === bug) return;
    wanted.current = bug;
    load().then(({ runLiveCheck }) => {
      // A choice made meanwhile has a run of its own.
      if (wanted.current !== bug) return;
      const start = performance.now();
      const outcome = runLiveCheck(bug);
      setShown({ outcome, took: performance.now() - start });
    });
  }, [bug]);
  return shown;
}
