/** What both checks say of a setting. A module of its own: it brings the whole checker, and is fetched when first needed. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import type { Verdict } from '@/checker/types.ts';
import { summarize } from '@/checker/words/wording.ts';
import { type FindingText, findingText } from '../report/diagnosis.ts';
import { gradientUnderTest } from './model.ts';
import type { State } from './state.ts';
import { SUBJECTS } from './subjects.ts';

/** Plain data, so that the page can carry the first one. */
export interface Checks {
  readonly textbook: {
    readonly status: 'PASS' | 'FAIL';
    readonly relativeError: number;
    readonly analytic: number;
    readonly numeric: number;
    readonly step: number;
  };
  readonly production: {
    readonly verdict: Verdict;
    readonly summary: string;
    readonly findings: readonly FindingText[];
    readonly numeric: number;
    readonly errorBar: number;
    readonly evaluations: number;
  };
}

/** Runs the textbook check, at the step set, and the production check, which chooses its own. */
export function checksOf(state: State): Checks {
  const { loss, x } = SUBJECTS[state.tab](state);
  const gradient = gradientUnderTest(state);
  const textbook = gradientCheck(loss(), gradient, x, { step: state.h });
  const report = diagnoseGradient(loss(), gradient, x);
  const [{ numeric, errorBar }] = report.elements;
  return {
    textbook: { ...textbook, step: state.h },
    production: {
      verdict: report.verdict,
      summary: summarize(report),
      findings: report.findings.map((finding) => findingText(finding, report)),
      numeric,
      errorBar,
      evaluations: report.evaluations,
    },
  };
}
