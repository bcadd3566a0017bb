/** How often errors escape K directions: tossed many times over, beside the bound 2^-K. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly, marksOnly } from '@/charts/marks/series.ts';
import { seededRandom } from '@/checker/random.ts';
import { sum } from '@/examples/programs/matrix.ts';
import { idField, integerField } from '@/input/fields.ts';

export type PatternId = 'swap' | 'equal' | 'four' | 'three' | 'single';

export interface Pattern {
  readonly id: PatternId;
  readonly label: string;
  /** The errors of the wrong elements, in units of one of them. */
  readonly errors: readonly number[];
}

export const PATTERNS: readonly Pattern[] = [
  { id: 'swap', label: 'two swapped: +d, −d', errors: [1, -1] },
  { id: 'equal', label: 'two equal: +d, +d', errors: [1, 1] },
  { id: 'four', label: 'four equal', errors: [1, 1, 1, 1] },
  { id: 'three', label: 'three equal', errors: [1, 1, 1] },
  { id: 'single', label: 'one alone', errors: [1] },
];

/** For a control that chooses one of them. */
export const PATTERN_OPTIONS = PATTERNS.map(({ id, label }) => ({ value: id, label }));

export const fields = {
  errors: idField(PATTERNS),
  seed: integerField(1, { min: 1, max: 999 }),
};

export const MOST_DIRECTIONS = 10;
export const TRIALS = 10_000;

export interface Misses {
  /** By number of directions, from 1 on. */
  readonly bound: readonly number[];
  /** The share of the trials that every direction of random signs missed. */
  readonly tossed: readonly number[];
  /** The same with ones only: each direction is the same, so it sees the errors or never does. */
  readonly ones: readonly number[];
}

/** Tosses the signs of the wrong elements, direction after direction, until one shows the errors. */
export function missesOf({ errors }: Pattern, seed: number): Misses {
  const random = seededRandom(seed);
  const missed = new Array<number>(MOST_DIRECTIONS).fill(0);
  for (let trial = 0; trial < TRIALS; trial++) {
    for (let k = 0; k < MOST_DIRECTIONS; k++) {
      if (sum(errors.map((error) => (random() < 0.5 ? -error : error))) !== 0) break;
      missed[k]++;
    }
  }
  return {
    bound: missed.map((_, k) => 2 ** -(k + 1)),
    tossed: missed.map((count) => count / TRIALS),
    ones: missed.map(() => (sum([...errors]) === 0 ? 1 : 0)),
  };
}

const against = (values: readonly number[]) => values.map((value, k) => [k + 1, value] as const);

export function missDrawing({ bound, tossed, ones }: Misses): LineChartSpec {
  return {
    x: { label: 'number of directions *K*', domain: [0.5, MOST_DIRECTIONS + 0.5] },
    y: { label: 'probability of a miss', kind: 'log', domain: [1e-4, 1], gutters: ['zero'] },
    series: [
      lineOnly('bound', 'at most 2^{−K}', against(bound), 'truth'),
      marksOnly('tossed', 'random signs, tossed', against(tossed), 'numeric', 'circle'),
      marksOnly('ones', 'ones only', against(ones), 'error', 'diamond'),
    ],
  };
}
