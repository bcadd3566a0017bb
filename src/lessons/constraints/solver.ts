/** The slope through a solver that stops at its tolerance, against the step of the difference. */
import type { LineChartSpec, Series } from '@/charts/line-chart.ts';
import { choiceField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { stepsFrom } from '../differences/schemes.ts';
import { lossWith, METHODS, type Method, ORBIT, TRUTH } from './kepler.ts';

const TOLERANCES = ['1e-4', '1e-8', '1e-12'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

export const TOLERANCE_OPTIONS = TOLERANCES.map((value) => ({ value, label: value.replace('-', '−') }));

export const fields = { tolerance: choiceField<Tolerance>('1e-4', TOLERANCES) };

const STEPS = stepsFrom(-11).filter((step) => step < 0.2);

/** The error of the central difference along e at every step. */
export function slopeErrors(method: Method, tolerance: number): readonly (readonly [step: number, error: number])[] {
  const f = lossWith(method, tolerance);
  return STEPS.map((step) => {
    const slope = (f({ ...ORBIT, e: ORBIT.e + step }) - f({ ...ORBIT, e: ORBIT.e - step })) / (2 * step);
    return [step, Math.abs(slope - TRUTH.e)] as const;
  });
}

const LOOKS: Readonly<Record<Method, Pick<Series, 'tone' | 'shape'>>> = {
  newton: { tone: 'ink', shape: 'circle' },
  'fixed-point': { tone: 'series-2', shape: 'square' },
  bisection: { tone: 'series-1', shape: 'triangle' },
};

export function solverDrawing({ tolerance }: StateOf<typeof fields>): LineChartSpec {
  return {
    x: { label: 'step *h*', kind: 'log' },
    y: { label: 'error of the slope', kind: 'log' },
    series: METHODS.map(({ id, label }) => ({
      key: id,
      label,
      points: slopeErrors(id, Number(tolerance)),
      dash: 'solid',
      ...LOOKS[id],
    })),
    endLabels: false,
  };
}
