/** The check itself: what is known of a subject, and what to say of it. */
import {
  checkDirections,
  diagnoseGradient,
  diagnoseVjp,
  formatLayerReport,
  formatReport,
  summarize,
  summarizeLayer,
  type Verdict,
} from '../../checker/index.ts';
import type { Settings } from './arguments.ts';
import { directionsSummary, formatDirections } from './directions-text.ts';
import { CannotRun } from './errors.ts';
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
 * @throws CannotRun where directions are asked for that this kind of check has not
 * @throws CheckError where x or what a function returned holds no numbers
 */
export function check(subject: Subject, settings: Settings, hooks: Hooks): Outcome {
  const { directions, seed } = settings;
  const { signal, onProgress } = hooks;
  const options = {
    signal,
    seed,
    sizes: subject.sizes,
    onProgress: (share: number) => onProgress(`${Math.floor(100 * share)} %`),
  };
  const { x } = subject;
  if (subject.kind === 'vjp') {
    if (directions !== undefined)
      throw new CannotRun(
        '--directions compares a loss with its gradient. Leave it out: of a vjp every element is compared.',
      );
    const { forward, vjp } = subject.functions;
    const report = diagnoseVjp(forward, vjp, x, options);
    return { verdict: report.verdict, summary: summarizeLayer(report), text: formatLayerReport(report), report };
  }
  const { loss, gradient } = subject.functions;
  if (directions === undefined) {
    const report = diagnoseGradient(loss, gradient, x, options);
    return { verdict: report.verdict, summary: summarize(report), text: formatReport(report), report };
  }
  let comparisons = 0;
  const onStep = () => onProgress(`${++comparisons} comparisons`);
  const report = checkDirections(loss, gradient, x, { directions, signal, seed, onStep });
  return { verdict: report.verdict, summary: directionsSummary(report), text: formatDirections(report), report };
}
