import { useState } from 'preact/hooks';
import { LAYOUTS } from '@/lessons/directions/scene.ts';
import type { Found } from '@/lessons/directions/search.ts';
import { fields, keyOf, planted, problemOf } from '@/lessons/directions/state.ts';
import { runText } from '@/lessons/directions/words.ts';
import { FigureActions, Select } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Costs } from './Costs.tsx';
import { Replay } from './Replay.tsx';
import { Settings } from './Settings.tsx';
import { Tree } from './Tree.tsx';
import { useReveal } from './use-reveal.ts';
import { useRun } from './use-run.ts';
import { Verdict } from './Verdict.tsx';
import './directions.css';

const NONE: readonly never[] = [];
/** Fast enough for a run that is made while the reader waits; the figure beside the text goes at reading speed. */
const PACE = { pace: 250, mostTicks: 40 };

/**
 * The check along random directions on up to a million elements: plant wrong ones and watch them being found. `first`
 * is made at build time.
 */
export default function Directions({ first }: { readonly first: Found }) {
  const { state, update, reset, awake } = useUrlState('directions', fields);
  const problem = problemOf(state);
  const { run, start, stop } = useRun(problem, first);
  const reveal = useReveal(run.id, run.steps.length, PACE);
  const stale = run.problem.n !== state.n;
  const waiting = keyOf(problem) !== keyOf(run.problem);
  const [chosen, setChosen] = useState(0);
  const focus = problem.wrong.includes(chosen) ? chosen : (problem.wrong[0] ?? 0);
  const move = (from: number, to: number) => {
    if (!state.wrong.includes(to)) update({ wrong: state.wrong.map((index) => (index === from ? to : index)) });
  };
  return (
    <Island name="directions" title="Find the wrong element" awake={awake} says={runText(run)}>
      <Settings state={state} update={update} />
      <Tree
        n={state.n}
        wrong={problem.wrong}
        steps={stale ? NONE : run.steps}
        named={run.found?.named ?? NONE}
        busy={stale || run.status === 'searching'}
        shown={reveal.shown}
        focus={focus}
        layouts={LAYOUTS}
        onPlant={(index) => update({ wrong: planted(state, index) })}
        onMove={move}
      />
      <Replay steps={run.steps} reveal={reveal}>
        <Select
          label="Look closely at"
          options={problem.wrong.length > 0 ? problem.wrong.map(option) : [option(0)]}
          value={String(focus)}
          onValue={(index) => setChosen(Number(index))}
        />
      </Replay>
      <Verdict run={run} waiting={waiting} onStart={start} onStop={stop} />
      <Costs n={state.n} run={run} />
      <FigureActions onReset={reset} />
    </Island>
  );
}

const option = (index: number) => ({ value: String(index), label: `x[${index}]` });
