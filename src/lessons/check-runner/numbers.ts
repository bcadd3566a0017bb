/** The numbers of the chapter “Three checks”: what its three figures show as they come. */
import { scientific } from '@/checker/words/scientific.ts';
import { initialState } from '@/input/url-state.ts';
import { type CheckedExample, runCheck } from './model.ts';
import { FIELDS, type RunnerState } from './state.ts';

function figure(example: string, change: Partial<RunnerState> = {}): CheckedExample {
  const outcome = runCheck({ ...initialState(FIELDS[example]), ...change });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.checked;
}

export const checks = {
  quadratic: figure('quadratic'),
  forgotten: figure('mean-square-forgotten'),
  corrected: figure('mean-square-corrected'),
};

/** The two elements of the quadratic's analytic gradient are equal; the two numeric ones differ by this much. */
const [first, second] = checks.quadratic.elements;
export const apart = Math.abs(first.numeric - second.numeric);

/** What the notebook prints, in the notebook's own format. */
export const printed = [
  `Test 1 (quadratic): ${line(checks.quadratic)}`,
  `Test 2 (buggy 1/n): ${line(checks.forgotten)}`,
  `Test 3 (corrected): ${line(checks.corrected)}`,
];

function line({ status, relativeError }: CheckedExample): string {
  return `${status}  rel_err=${scientific(relativeError)}`;
}

/** The forgotten 1/n for more parameters: the relative error tends to 1. */
export const forgottenFor = [2, 3, 10, 100].map((n) => {
  const x = Array.from({ length: n }, (_, i) => 1 + i / n);
  return { n, error: figure('mean-square-forgotten', { x }).relativeError };
});

/** The verdicts on the right gradient and on the one without its 1/n when the check is set badly. */
const VERDICTS: readonly (readonly [change: string, state: Partial<RunnerState>])[] = [
  ['as they come', {}],
  ['threshold 10⁻¹²', { threshold: 1e-12 }],
  ['h = 10⁻¹³', { step: 1e-13 }],
  ['h = 10⁻¹⁷', { step: 1e-17 }],
  ['w at the origin', { x: [0, 0] }],
];

function verdictOf(example: string, change: Partial<RunnerState>): string {
  const outcome = runCheck({ ...initialState(FIELDS[example]), ...change });
  return outcome.ok ? `${outcome.checked.status}, ${scientific(outcome.checked.relativeError)}` : 'refused';
}

export const setBadly = VERDICTS.map(([change, state]) => ({
  change,
  right: verdictOf('mean-square-corrected', state),
  forgotten: verdictOf('mean-square-forgotten', state),
}));
