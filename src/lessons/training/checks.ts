/** What is known of each gradient before the first step: the check's verdict, the angle, the line. Made at build time. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { PointRecord } from '@/checker/types.ts';
import { add, scale, subtract, type Vector } from '@/examples/programs/matrix.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { affineOf, largestEigenvalue } from './descent.ts';
import { data, flat, gradientOf, loss, named, RUNS, type RunId, right, start } from './problem.ts';

export interface Check {
  readonly id: RunId;
  readonly diagnosis: DiagnosisText;
  readonly evaluations: number;
  /** Between this gradient and the right one at the start, in degrees. */
  readonly angle: number;
  /** The learning rate above which the run diverges; 0 where it does at any. */
  readonly fastest: number;
  /** The line that is wrong, and the one that mends it. */
  readonly line?: { readonly code: string; readonly mend: string };
}

const DEGREES = 180 / Math.PI;
/** What is finer than this in an angle is rounding. */
const FINEST_ANGLE = 1e-9;

/** Exact also where the cosine is 1 up to rounding: Kahan, How Futile are Mindless Assessments of Roundoff (2006), section 12. */
function angleBetween(a: Vector, b: Vector): number {
  const [u, v] = [a, b].map((vector) => scale(vector, 1 / Math.hypot(...vector)));
  const angle = 2 * DEGREES * Math.atan2(Math.hypot(...subtract(u, v)), Math.hypot(...add(u, v)));
  return Math.round(angle / FINEST_ANGLE) * FINEST_ANGLE;
}

const ASSIGNED = { dw: 'dw = ', db: 'db = ', result: 'return ' } as const;

function lineOf(wrong: (typeof RUNS)[number]['wrong']): Check['line'] {
  for (const [name, prefix] of Object.entries(ASSIGNED) as [keyof typeof ASSIGNED, string][]) {
    const line = wrong[name];
    if (line) return { code: prefix + line.text, mend: prefix + right[name].text };
  }
  return undefined;
}

/** 2 over the largest curvature that a run feels. With the sign of the bias turned, one curvature is negative. */
function fastestRate(run: (typeof RUNS)[number]): number {
  const { A } = affineOf((x) => flat(gradientOf(run)(named(x))), flat(start).length);
  const symmetric = A.every((row, i) => row.every((value, j) => Math.abs(value - A[j][i]) < 1e-9));
  return symmetric ? 2 / largestEigenvalue(A) : 0;
}

/** The check of all four gradients at the start of training. */
export function trainingChecks(): Check[] {
  const truth = flat(gradientOf(RUNS[0])(start));
  return RUNS.map((run) => {
    const gradient = gradientOf(run);
    const report = diagnoseGradient(
      loss as unknown as (x: PointRecord) => number,
      gradient as unknown as (x: PointRecord) => PointRecord,
      start as unknown as PointRecord,
      { sizes: { n: data.n } },
    );
    const slope = flat(gradient(start));
    const line = lineOf(run.wrong);
    return {
      id: run.id,
      diagnosis: diagnosisOf(report),
      evaluations: report.evaluations,
      angle: angleBetween(slope, truth),
      fastest: fastestRate(run),
      ...(line && { line }),
    };
  });
}
