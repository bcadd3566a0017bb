/** The check itself: from a subject to its verdict and its report. */
import {
  checkDirectionsAsync,
  diagnoseGradientAsync,
  diagnoseVjpAsync,
  formatLayerReport,
  formatReport,
  type Point,
  summarize,
  summarizeLayer,
  type Verdict,
} from '../../checker/index.ts';
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

/** The two functions that are compared. A forward pass that returns one number is taken for a loss, and v is then 1. */
function pairOf(subject: Subject): [(x: Point) => unknown, (x: Point, v?: unknown) => Point] {
  if (subject.kind === 'loss') return [subject.functions.loss, subject.functions.gradient];
  const { forward, vjp } = subject.functions;
  return [forward, (x, v = 1) => vjp(x, v)];
}

/**
 * Checks a subject at its x: every element, or along as many directions as the settings say. Its functions may return promises.
 *
 * @throws CheckError where x or the result of a function holds no numbers
 */
export async function check(subject: Subject, settings: Settings, hooks: Hooks): Promise<Outcome> {
  const { directions, seed } = settings;
  const { signal, onProgress } = hooks;
  const options = {
    signal,
    seed,
    sizes: subject.sizes,
    onProgress: (share: number) => onProgress(`${Math.floor(100 * share)} %`),
  };
  const { kind, x } = subject;
  if (directions !== undefined) {
    let comparisons = 0;
    const onStep = () => onProgress(`${++comparisons} comparisons`);
    const report = await checkDirectionsAsync(...pairOf(subject), x, { directions, signal, seed, onStep });
    const { verdict } = report;
    return { verdict, summary: directionsSummary(report, kind), text: formatDirections(report, kind), report };
  }
  if (subject.kind === 'vjp') {
    const { forward, vjp } = subject.functions;
    const report = await diagnoseVjpAsync(forward, vjp, x, options);
    return { verdict: report.verdict, summary: summarizeLayer(report), text: formatLayerReport(report), report };
  }
  const { loss, gradient } = subject.functions;
  const report = await diagnoseGradientAsync(loss, gradient, x, options);
  return { verdict: report.verdict, summary: summarize(report), text: formatReport(report), report };
}
