import { useMemo } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import { missDrawing, missesOf, PATTERNS, type PatternId, TRIALS } from '@/lessons/directions/miss.ts';
import { Select } from '../controls/controls.tsx';

interface MissesProps {
  readonly errors: PatternId;
  readonly seed: number;
  readonly onErrors: (errors: PatternId) => void;
  readonly onToss: () => void;
}

const OPTIONS = PATTERNS.map(({ id, label }) => ({ value: id, label }));

/** The probability of a miss against the number of directions: the bound, and what tossing signs comes to. */
export function Misses({ errors, seed, onErrors, onToss }: MissesProps) {
  const pattern = PATTERNS.find(({ id }) => id === errors)!;
  const spec = useMemo(() => missDrawing(missesOf(pattern, seed)), [pattern, seed]);
  return (
    <LineChart
      {...spec}
      ratio={0.5}
      title="The probability of a miss"
      description={`Errors: ${pattern.label}. The share of ${TRIALS} trials in which K directions of random signs all missed them, beside the bound 2^−K, and the same for directions of ones only.`}
      fileName="misses"
      controls={
        <div class="controls directions-misses">
          <Select label="Errors" options={OPTIONS} value={errors} onValue={onErrors} />
          <p class="needs-script">
            <button type="button" onClick={onToss}>
              Toss again
            </button>{' '}
            <span class="caption">
              {TRIALS} trials, seed {seed}
            </span>
          </p>
        </div>
      }
    />
  );
}
