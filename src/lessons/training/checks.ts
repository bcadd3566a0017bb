/** For each gradient, before the first step: the check's verdict, its angle to the right one, its wrong line. Made at build time. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { add, scale, subtract, type Vector } from '@/examples/programs/matrix.ts';
import { bare, shownLines } from '@/examples/programs/program.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { affineOf, largestEigenvalue } from './descent.ts';
import { flat, loss, named, RUNS, type RunId, ridge, start } from './problem.ts';

export interface Check {
  readonly id: RunId;
  readonly diagnosis: DiagnosisText;
  readonly evaluations: number;
  /** Between this gradient and the right one at the start, in degrees. */
  readonly angle: number;
  /** The learning rate above which the run diverges; 0 where it does at any. */
  readonly fastest: number;
  /** The wrong line, and the right one. */
  readonly line?: { readonly code: string; readonly mend: string };
}

const DEGREES = 180 / Math.PI;
/** Smaller differences of an angle than this are rounding. */
const FINEST_ANGLE = 1e-9;

/** Exact also where the cosine is 1 up to rounding: Kahan, How Futile are Mindless Assessments of Roundoff (2006), section 12. */
function angleBetween(a: Vector, b: Vector): number {
  const [u, v] = [a, b].map((vector) => scale(vector, 1 / Math.hypot(...vector)));
  const angle = 2 * DEGREES * Math.atan2(Math.hypot(...subtract(u, v)), Math.hypot(...add(u, v)));
  return Math.round(angle / FINEST_ANGLE) * FINEST_ANGLE;
}

function lineOf({ bugs }: (typeof RUNS)[number]): Check['line'] {
  const line = shownLines(ridge, ...bugs).backward.find(({ mend }) => mend !== undefined);
  return line?.mend === undefined ? undefined : { code: bare(line.code), mend: bare(line.mend) };
}

/** 2 over the largest curvature that a run feels. With the sign of the bias turned, one curvature is negative. */
function fastestRate({ gradient }: (typeof RUNS)[number]): number {
  const { A } = affineOf((x) => flat(gradient(named(x))), flat(start).length);
  const symmetric = A.every((row, i) => row.every((value, j) => Math.abs(value - A[j][i]) < 1e-9));
  return symmetric ? 2 / largestEigenvalue(A) : 0;
}

/** The check of all four gradients at the start of training. */
export function trainingChecks(): Check[] {
  const truth = flat(RUNS[0].gradient(start));
  return RUNS.map((run) => {
    const { gradient } = run;
    const report = diagnoseGradient(loss, gradient, start, { sizes: ridge.sizes });
    const slope = flat(gradient(start));
    const line = lineOf(run);
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
