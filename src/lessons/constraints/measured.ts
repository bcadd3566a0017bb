/** What the production check says of gradients behind solvers and in surfaces. Brings the whole checker: runs at build time alone. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { Report, Verdict } from '@/checker/types.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { gradientWith, lossWith, METHODS, type Method, ORBIT, TRUTH, type Way } from './kepler.ts';
import { TOLERANCE_OPTIONS } from './solver.ts';
import { alongCurves, HANDED, type Handed, handedBack, SURFACES, type Surface } from './surfaces.ts';

/** The check of a gradient of the loss behind a solver, where the solver stops at a tolerance. */
export const checkSolver = (method: Method, tolerance: number, way: Way = 'implicit'): Report =>
  diagnoseGradient(
    (x: { e: number; m: number }) => lossWith(method, tolerance)(x),
    (x) => gradientWith(method, tolerance, way)(x),
    { ...ORBIT },
  );

export interface SolverChecked {
  readonly method: string;
  readonly verdict: Verdict;
  /** How far the measured slope along e is from the true one, and the error bar that the check gives it. */
  readonly off: number;
  readonly bar: number;
}

/** By the tolerance at which the solvers stop. */
export const solverChecks: Readonly<Record<string, readonly SolverChecked[]>> = Object.fromEntries(
  TOLERANCE_OPTIONS.map(({ value }) => [
    value,
    METHODS.map(({ id, label }): SolverChecked => {
      const { verdict, elements } = checkSolver(id, Number(value));
      return { method: label, verdict, off: Math.abs(elements[0].numeric - TRUTH.e), bar: elements[0].errorBar };
    }),
  ]),
);

export interface SurfaceChecked {
  readonly byElement: DiagnosisText;
  readonly along: DiagnosisText;
}

function checkSurface(surface: Surface, handed: Handed): SurfaceChecked {
  const gradient = handedBack(surface, handed);
  const curves = alongCurves(surface, gradient);
  return {
    byElement: diagnosisOf(diagnoseGradient(surface.loss, gradient, [...surface.x])),
    along: diagnosisOf(diagnoseGradient(curves.loss, curves.gradient, curves.start)),
  };
}

/** By surface and by what is handed back: `sphere tangent`. */
export const surfaceChecks: Readonly<Record<string, SurfaceChecked>> = Object.fromEntries(
  SURFACES.flatMap((surface) =>
    HANDED.map(({ value }) => [`${surface.id} ${value}`, checkSurface(surface, value)] as const),
  ),
);
