import { NumberText } from '@/charts/figure/NumberText.tsx';
import { DEFAULT_DIRECTIONS } from '@/checker/defaults.ts';
import { isRunning, type SearchRun } from '@/lessons/directions/run.ts';
import { levelsOf } from '@/lessons/directions/tree.ts';
import { foundText, runText } from '@/lessons/directions/words.ts';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';

interface VerdictProps {
  readonly run: SearchRun;
  /** The reader has set something else since; its run begins in a moment. */
  readonly waiting: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** What came of the run, or how far it has got; and the buttons that start and stop it. */
export function Verdict({ run, waiting, onStart, onStop }: VerdictProps) {
  const { found, steps, status } = run;
  const running = isRunning(run);
  return (
    <div class="directions-verdict verdict-waits" data-status={waiting ? 'waiting' : status} data-n={run.problem.n}>
      {found && !waiting ? (
        <VerdictBanner verdict={found.verdict}>
          {foundText(found)} A wrong element off by <NumberText value={found.detectable} digits={2} /> of a typical one
          would have been seen; the probability that errors cancelled in all directions is at most{' '}
          <NumberText value={found.missProbability} digits={3} />.
        </VerdictBanner>
      ) : (
        <div class="verdict">
          <span class="verdict-word">{waiting || running ? 'Searching' : 'No verdict'}</span>{' '}
          {status === 'failed' || status === 'stopped'
            ? runText(run)
            : `${steps.length} comparisons, ${steps[steps.length - 1]?.evaluations ?? 0} evaluations so far.`}
        </div>
      )}
      <div class="directions-run needs-script">
        <progress aria-label="Progress of the checks" max={1} value={progressOf(run)} hidden={!running} />
        {running || waiting ? (
          <button type="button" onClick={onStop} disabled={!running}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={onStart}>
            {run.timing ? 'Run again' : 'Run it here'}
          </button>
        )}
      </div>
    </div>
  );
}

/** The share of the work that is done: comparisons of those that a search takes, then evaluations of the textbook check. */
function progressOf({ status, steps, problem, textbook }: SearchRun): number {
  const expected = DEFAULT_DIRECTIONS + problem.wrong.length * (1 + levelsOf(problem.n));
  if (status === 'measuring') return textbook?.share ?? 0;
  return status === 'ended' ? 1 : Math.min(0.99, steps.length / expected);
}
