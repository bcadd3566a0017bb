import type { LiveOutcome } from '@/lessons/live-check/model.ts';
import { CHOICES, fields, type State } from '@/lessons/live-check/state.ts';
import { Choice, FigureActions } from '../controls/controls.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputedFigure } from '../run/use-computed.ts';
import { BackwardPass } from './BackwardPass.tsx';
import { Elements } from './Elements.tsx';
import { ElementTable } from './ElementTable.tsx';
import { Says } from './Says.tsx';
import './live-check.css';

const load = async () => {
  const { runLiveCheck } = await import('@/lessons/live-check/model.ts');
  return ({ bug }: State): Run => {
    const start = performance.now();
    const outcome = runLiveCheck(bug);
    return { outcome, took: performance.now() - start };
  };
};

interface Run {
  readonly outcome: LiveOutcome;
  /** Milliseconds it took in this browser; absent for the outcome computed at build time. */
  readonly took?: number;
}

/** Plant a bug in the backward pass of a network, and see verdict, elements and name. `first` is computed at build time. */
export default function LiveCheck({ first }: { readonly first: LiveOutcome }) {
  const { bind, reset, awake, run } = useComputedFigure('live-check', fields, load, { outcome: first });
  const { outcome, took } = run.value;
  const { verdict, summary, findings } = outcome.diagnosis;
  const says = summary ?? `${verdict}: ${findings[0].title}. ${findings[0].says}`;
  return (
    <Island name="live-check" title="A network’s backward pass, checked" awake={awake} says={says}>
      <div {...run.prepare}>
        <Choice label="Plant a bug, here or in a line of the code" options={CHOICES} {...bind('bug')} />
      </div>
      <NotLoaded {...run} />
      <div class="live-check" data-stale={run.stale ? '' : undefined}>
        <div class="live-verdict">
          <VerdictBanner verdict={verdict}>
            <Says outcome={outcome} />
          </VerdictBanner>
        </div>
        <Elements outcome={outcome} />
        <div class="live-code" {...run.prepare}>
          <BackwardPass lines={outcome.program} onPlant={bind('bug').onValue} />
        </div>
      </div>
      <ElementTable outcome={outcome} took={took} />
      <FigureActions onReset={reset} />
    </Island>
  );
}
