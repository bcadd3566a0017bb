/** What the command writes when a check has ended, and the exit code. */
import type { Outcome } from './check.ts';
import { junit } from './junit.ts';
import { writeValue } from './values.ts';

/** How the check ended: with a verdict, or without one. */
export type Result =
  | { readonly outcome: Omit<Outcome, 'report'>; readonly json: string | undefined }
  | { readonly cannotRun: string };

/** Exit codes, for the shell and for continuous integration. */
const EXIT = { pass: 0, fail: 1, inconclusive: 2 } as const;
export const COULD_NOT_RUN = 3;

export interface Output {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The same as JUnit XML. */
  readonly xml: string;
}

/** A message of the command's own. */
export const complaint = (message: string): string => `gradient-check: ${message.trimEnd()}\n`;

/**
 * @param name what was checked: `model.ts`
 * @param json whether the report is printed as JSON
 */
export function outputOf(result: Result, name: string, seconds: number, json: boolean): Output {
  if ('cannotRun' in result) {
    const { cannotRun: text } = result;
    const [message] = text.split('\n');
    const problem = { tag: 'error', type: 'could not run', message } as const;
    return {
      code: COULD_NOT_RUN,
      out: json ? `${writeValue({ verdict: null, error: text })}\n` : '',
      err: complaint(text),
      xml: junit({ name, seconds, problem, text }),
    };
  }
  const { verdict, summary, text } = result.outcome;
  // nothing was shown to be right by an inconclusive check: for a test that is a failure
  const problem = verdict === 'pass' ? undefined : ({ tag: 'failure', type: verdict, message: summary } as const);
  return {
    code: EXIT[verdict],
    out: `${result.json ?? text}\n`,
    err: '',
    xml: junit({ name, seconds, problem, text }),
  };
}
