/** Four functions on the same axes: where the valley of the central difference lies, and how far that is from 1e-5. */

import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { logspace } from '@/checker/textbook/logspace.ts';
import type { StepExample } from '@/examples/example.ts';
import { fastWave, largeArgument, largeOffset, smallArgument } from '@/examples/functions/step-size.ts';
import { RECOMMENDED_RULE, SCHEME_LOOKS } from '../differences/schemes.ts';
import { armsTable } from './arms.ts';
import { sweep } from './sweep.ts';

const EXPONENTS = [-14, 4] as const;
const STEPS_PER_DECADE = 2;
const STEPS = logspace(...EXPONENTS, (EXPONENTS[1] - EXPONENTS[0]) * STEPS_PER_DECADE + 1);

export interface PoorStep {
  readonly example: StepExample;
  readonly drawing: LineChartSpec;
}

function failureOf(example: StepExample): PoorStep {
  const size = Math.hypot(...example.gradient(example.x));
  const points = sweep(example, 'central', 'float64', STEPS)
    .filter(({ error }) => !Number.isNaN(error))
    .map(({ step, error }) => [step, error / size] as const);
  return {
    example,
    drawing: withTable(
      {
        x: { label: 'step *h*', kind: 'log', domain: [STEPS[0], STEPS.at(-1)!] },
        y: { label: 'relative error', kind: 'log', domain: [1e-13, 10] },
        series: [lineOnly('error', example.title, points, SCHEME_LOOKS.central.tone)],
        rules: [RECOMMENDED_RULE],
      },
      armsTable,
    ),
  };
}

export const FAILURES = [largeOffset, largeArgument, smallArgument, fastWave].map(failureOf);
