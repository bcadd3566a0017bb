import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CostCurve } from '@/lessons/directions/cost.ts';
import type { Run } from '@/lessons/directions/run.ts';
import type { Found } from '@/lessons/directions/search.ts';
import { fields, keyOf, planted, problemOf, resized } from '@/lessons/directions/state.ts';
import { runText, stepText } from '@/lessons/directions/words.ts';
import { FigureActions, Select } from '../controls/controls.tsx';
import { Island, useAnnouncement } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Costs } from './Costs.tsx';
import { Misses } from './Misses.tsx';
import { Settings } from './Settings.tsx';
import { Tree } from './Tree.tsx';
import { type Reveal, useReveal } from './use-reveal.ts';
import { useRun } from './use-run.ts';
import { Verdict } from './Verdict.tsx';
import './directions.css';

/**
 * The check along random directions on up to a million elements: plant wrong ones and watch them being found. `first`
 * and `curve` are made at build time: use it through `components/Directions.astro`.
 */
export default function Directions({ first, curve }: { readonly first: Found; readonly curve: CostCurve }) {
  const { state, update, reset, awake } = useUrlState('directions', fields);
  const problem = problemOf(state);
  const { run, start, stop } = useRun(problem, first);
  const reveal = useReveal(run.id, run.steps.length);
  const waiting = keyOf(problem) !== keyOf(run.problem);
  const [chosen, setChosen] = useState(0);
  const focus = problem.wrong.includes(chosen) ? chosen : (problem.wrong[0] ?? 0);
  const move = (from: number, to: number) => {
    if (!state.wrong.includes(to)) update({ wrong: state.wrong.map((index) => (index === from ? to : index)) });
  };
  return (
    <Island name="directions" title="Find the wrong element" awake={awake}>
      <Announced run={run} />
      <Settings state={state} update={update} />
      <Tree
        n={state.n}
        wrong={problem.wrong}
        run={run}
        shown={reveal.shown}
        focus={focus}
        onPlant={(index) => update({ wrong: planted(state, index) })}
        onMove={move}
      />
      <Replay run={run} reveal={reveal}>
        <Select
          label="Spread out around"
          options={problem.wrong.length > 0 ? problem.wrong.map(option) : [option(0)]}
          value={String(focus)}
          onValue={(index) => setChosen(Number(index))}
        />
      </Replay>
      <Verdict run={run} waiting={waiting} onStart={start} onStop={stop} />
      <Costs n={state.n} run={run} curve={curve} onN={(n) => update(resized(state, n))} />
      <Misses
        errors={state.errors}
        seed={state.seed}
        onErrors={(errors) => update({ errors })}
        onToss={() => update({ seed: (state.seed % 999) + 1 })}
      />
      <FigureActions onReset={reset} />
    </Island>
  );
}

const option = (index: number) => ({ value: String(index), label: `x[${index}]` });

function Announced({ run }: { readonly run: Run }) {
  useAnnouncement(runText(run));
  return null;
}

/** Comparison by comparison: what was compared last, and what came of it. */
function Replay({
  run: { steps },
  reveal: { shown, show, play },
  children,
}: {
  readonly run: Run;
  readonly reveal: Reveal;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  const last = steps[shown - 1];
  return (
    <div class="directions-replay">
      <div class="directions-scrub needs-script">
        <label for={id}>Comparison</label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, steps.length)}
          step={1}
          value={shown}
          aria-valuetext={`${shown} of ${steps.length}`}
          onInput={(event) => show(Math.min(steps.length, Number(event.currentTarget.value)))}
        />
        <button type="button" onClick={play} disabled={steps.length === 0}>
          Play
        </button>
      </div>
      {children}
      <p class="directions-step">
        {last ? `${shown} of ${steps.length}: ${stepText(last)}` : `${steps.length} comparisons.`}
      </p>
    </div>
  );
}
