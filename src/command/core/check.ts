/** The check itself: what is known of a subject, and what to say of it. */
import { checkDirections, diagnoseGradient, formatReport, summarize, type Verdict } from '../../checker/index.ts';
import type { Settings } from './arguments.ts';
import { directionsSummary, formatDirections } from './directions-text.ts';
import type { Subject } from './subject.ts';

export interface Outcome {
  readonly verdict: Verdict;
  /** One line. */
  readonly summary: string;
  /** The report for a person. */
  readonly text: string;
  /** The report as data. */
  readonly report: object;
}

/** Ends a check early, and hears how far it has come. */
export interface Hooks {
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/**
 * Checks a subject at its x: every element, or along as many directions as the settings say.
 *
 * @throws CheckError where x or what a function returned holds no numbers
 */
export function check(subject: Subject, { directions, seed }: Settings, { signal, onProgress }: Hooks): Outcome {
  const { functions, x, sizes } = subject;
  const { loss, gradient } = functions as Subject<'loss'>['functions'];
  if (directions !== undefined) {
    let comparisons = 0;
    const onStep = () => onProgress(`${++comparisons} comparisons`);
    const report = checkDirections(loss, gradient, x, { directions, signal, seed, onStep });
    return { verdict: report.verdict, summary: directionsSummary(report), text: formatDirections(report), report };
  }
  const said = (share: number) => onProgress(`${Math.floor(100 * share)} %`);
  const report = diagnoseGradient(loss, gradient, x, { signal, seed, sizes, onProgress: said });
  return { verdict: report.verdict, summary: summarize(report), text: formatReport(report), report };
}
