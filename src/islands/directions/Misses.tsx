import { useMemo } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import { fields, missDrawing, missesOf, PATTERN_OPTIONS, PATTERNS, TRIALS } from '@/lessons/directions/miss.ts';
import { nextToss } from '@/lessons/directions/signs.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './signs.css';

/** The probability of a miss against the number of directions: the bound, and what tossing signs comes to. */
export default function Misses() {
  const { state, update, bind, awake } = useUrlState('misses', fields);
  const { errors, seed } = state;
  const pattern = PATTERNS.find(({ id }) => id === errors)!;
  const spec = useMemo(() => missDrawing(missesOf(pattern, seed)), [pattern, seed]);
  return (
    <Island name="misses" title="How often all directions miss" awake={awake} says={`Errors: ${pattern.label}.`}>
      <LineChart
        {...spec}
        compact
        ratio={0.4}
        title="The probability of a miss"
        description={`Errors: ${pattern.label}. The share of ${TRIALS} trials in which K directions of random signs all missed them, beside the bound 2^−K, and the same for directions of ones only.`}
        fileName="misses"
      />
      <div class="controls">
        <Select label="Errors" options={PATTERN_OPTIONS} {...bind('errors')} />
        <p class="signs-toss needs-script">
          <button type="button" onClick={() => update({ seed: nextToss(seed) })}>
            Toss again
          </button>{' '}
          <span class="caption">
            {TRIALS} trials, seed {seed}
          </span>
        </p>
      </div>
    </Island>
  );
}
