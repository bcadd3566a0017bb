/** The functions whose first element is measured in the chapter, and the line through x along which that is done. */
import type { Line } from '@/checker/slope/line.ts';
import { realiseStep } from '@/checker/slope/line.ts';
import { FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import type { Point } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { total } from '@/examples/functions/arithmetic.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { stepExample } from '@/examples/functions/step-example.ts';
import { fastWave, largeOffset } from '@/examples/functions/step-size.ts';
import type { Precision } from '../differences/precisions.ts';
import { problemOf } from '../step-size/problem.ts';

/** So large that the slope drowns in the last digits of f. */
const hugeOffset = stepExample({
  id: 'huge-offset',
  title: 'A huge constant added',
  shows: 'Of the sum hardly a digit is left beside the constant.',
  formula: String.raw`f(x) = 10^{13} + \sum_i \sin x_i`,
  over: (a, x) => a.add(a.constant(1e13), total(a, x.map(a.sin))),
  x: largeOffset.x,
});

interface Subject {
  readonly label: string;
  readonly example: StepExample;
  readonly precision: Precision;
}

const SUBJECTS = {
  double: { label: 'sin x₀ · exp x₁', example: sineExponential, precision: 'float64' },
  single: { label: 'the same in float32', example: sineExponential, precision: 'float32' },
  wave: { label: 'sin 1000x₀ + x₁²', example: fastWave, precision: 'float64' },
  offset: { label: '10⁸ + Σ sin xᵢ', example: largeOffset, precision: 'float64' },
  huge: { label: '10¹³ + Σ sin xᵢ', example: hugeOffset, precision: 'float64' },
} satisfies Record<string, Subject>;

export type SubjectId = keyof typeof SUBJECTS;
export const SUBJECT_IDS = Object.keys(SUBJECTS) as SubjectId[];

/** For a control that chooses one of some. */
export const optionsOf = <Id extends SubjectId>(ids: readonly Id[]) =>
  ids.map((value) => ({ value, label: SUBJECTS[value].label }));

export const subjectOf = (id: SubjectId): Subject => SUBJECTS[id];

/** f along its first element, by distance from x. */
export interface Along {
  at(offset: number): number;
  /** The nearest step that x can make exactly. */
  realise(step: number): number;
  /** The true slope. */
  readonly exact: number;
}

export function along(id: SubjectId): Along {
  const { example, precision } = subjectOf(id);
  const { f, x, exact } = problemOf(example, precision);
  const first = (x as number[])[0];
  const { unit } = precision === 'float32' ? FLOAT32 : FLOAT64;
  return {
    exact: exact[0],
    realise: (step) => realiseStep(first, step, unit),
    at(offset) {
      const moved = (x as number[] | Float32Array).slice();
      moved[0] = first + offset;
      return f(moved as Point);
    },
  };
}

/** The same as the checker's stencil takes it: with the noise that was measured. */
export const lineWith = (
  { at }: Along,
  { value, noise, unit }: { readonly value: number; readonly noise: number; readonly unit: number },
): Pick<Line, 'at' | 'value' | 'precision'> => ({
  at,
  value,
  precision: { noise, quiet: noise, unit, format: FLOAT64, grid: FLOAT64, stairs: 'none', height: 0 },
});
