import { useAwake } from '@/charts/wake/awake.ts';
import { LOW_LAYOUTS } from '@/lessons/directions/scene.ts';
import type { Found } from '@/lessons/directions/search.ts';
import { foundText } from '@/lessons/directions/words.ts';
import { Island } from '../frame/Island.tsx';
import { Replay } from './Replay.tsx';
import { Tree } from './Tree.tsx';
import { useReveal } from './use-reveal.ts';
import './directions.css';

/** Long enough to read what was compared, and to see which half the search goes on in. */
const READING = { pace: 1100, mostTicks: Number.POSITIVE_INFINITY };

/** One wrong element among a million, halving by halving. The run is made at build time. */
export default function Bisection({ run }: { readonly run: Found }) {
  const awake = useAwake();
  const { problem, steps, named } = run;
  // it opens at the step that found the element; the later steps look for others
  const found = steps.findLastIndex(({ part }) => part === 'search') + 1;
  const reveal = useReveal(0, steps.length, READING, found);
  return (
    <Island name="bisection" title="A million elements, halved until one is left" awake={awake} says={foundText(run)}>
      <div class="bisection">
        <Tree
          n={problem.n}
          wrong={problem.wrong}
          steps={steps}
          named={named}
          shown={reveal.shown}
          focus={problem.wrong[0]}
          layouts={LOW_LAYOUTS}
          compact
        />
        <Replay steps={steps} reveal={reveal} />
      </div>
    </Island>
  );
}
