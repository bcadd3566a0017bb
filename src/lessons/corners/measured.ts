/** What the check measures at a corner. A module of its own: it brings the whole checker, and runs at build time alone. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import type { Corner } from './corners.ts';

export interface MeasuredCorner {
  /** Slopes to the left and to the right; alike where the function is smooth. */
  readonly left: number;
  readonly right: number;
  readonly diagnosis: DiagnosisText;
}

/** What the production check measures at the corner, and what it says of the slope that is returned there. */
export function measuredAt({ f, x, returned }: Corner): MeasuredCorner {
  const report = diagnoseGradient(f, () => returned, x);
  const [{ numeric, slopes }] = report.elements;
  return { left: slopes?.left ?? numeric, right: slopes?.right ?? numeric, diagnosis: diagnosisOf(report) };
}
