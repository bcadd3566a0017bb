/** The floor between the two arms, where the values of f carry κ times the rounding of the best case. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { numberField } from '@/input/fields.ts';
import { EXAMPLES } from './state.ts';
import { roundOffAt, type Theory, theory, truncationAt } from './theory.ts';

export const fields = { kappa: numberField(1, { min: 1, max: 1e4 }) };

export interface Floor {
  readonly theory: Theory;
  readonly best: number;
  /** The sum of the two errors there. */
  readonly error: number;
}

/** Of the central difference of the notebook's function: the minimum of C h² + κR/h is at h³ = κR/2C. */
export function floorOf(kappa: number): Floor {
  const bare = theory(EXAMPLES[0], 'central', 'float64');
  const noisy = { ...bare, roundOff: kappa * bare.roundOff };
  const best = Math.cbrt(noisy.roundOff / (2 * noisy.truncation));
  return { theory: noisy, best, error: truncationAt(noisy, best) + roundOffAt(noisy, best) };
}

const [SMALLEST, LARGEST] = [1e-10, 1e-1];
const STEPS = Array.from({ length: 19 }, (_, i) => 10 ** (i / 2 - 10));

export function floorDrawing({ theory: noisy, best, error }: Floor): LineChartSpec {
  const plain = { dash: 'dashed', marks: false } as const;
  const ends = (at: (step: number) => number) => [SMALLEST, LARGEST].map((h) => [h, at(h)] as const);
  return {
    x: { label: 'step *h*', kind: 'log', domain: [SMALLEST, LARGEST] },
    y: { label: 'error', kind: 'log', domain: [1e-13, 1] },
    endLabels: false,
    series: [
      {
        ...plain,
        key: 'truncation',
        label: 'truncation',
        points: ends((h) => truncationAt(noisy, h)),
        tone: 'series-2',
      },
      {
        ...plain,
        key: 'round-off',
        label: 'round-off',
        points: ends((h) => roundOffAt(noisy, h)),
        tone: 'series-1',
      },
      {
        key: 'sum',
        label: 'their sum',
        points: STEPS.map((h) => [h, truncationAt(noisy, h) + roundOffAt(noisy, h)] as const),
        tone: 'error',
        dash: 'solid',
        marks: false,
      },
    ],
    highlights: [{ x: best, y: error, label: 'best', tone: 'ink' }],
  };
}
