/** A Hessian as written, as measured, and what the check says of it. Heavy (the whole checker): loaded when first wanted. */
import { diagnoseJacobian, numericalGradient, summarizeLayer } from '@/checker/index.ts';
import { type DiagnosisText, diagnosisWith } from '../report/diagnosis.ts';
import { fitOf, POINT, type State } from './fit.ts';

export interface HessianOutcome {
  readonly written: readonly (readonly number[])[];
  readonly measured: readonly (readonly number[])[];
  /** Entries that the check finds wrong, as `row,column`. */
  readonly wrong: readonly string[];
  readonly diagnosis: DiagnosisText;
  readonly evaluations: number;
}

/** The check of a Hessian against the gradient that it belongs to. */
export function checkHessian(state: State): HessianOutcome {
  const { gradient, hessian } = fitOf(state);
  const report = diagnoseJacobian(gradient, hessian, POINT, { symmetric: true });
  return {
    written: hessian(POINT),
    measured: POINT.map((_, i) => numericalGradient((x: number[]) => gradient(x)[i], POINT)),
    wrong: report.entries.filter(({ verdict }) => verdict === 'fail').map(({ output, index }) => `${output},${index}`),
    diagnosis: diagnosisWith(report, () => summarizeLayer(report)),
    evaluations: report.evaluations,
  };
}
