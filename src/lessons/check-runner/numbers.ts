/** The numbers of the chapter “Three checks”: what its three figures show as they come. */
import { scientific } from '@/checker/words/scientific.ts';
import { initialState } from '@/input/url-state.ts';
import { type CheckedExample, runCheck } from './model.ts';
import { FIELDS, type RunnerState } from './state.ts';

function figure(example: string, change: Change = {}): CheckedExample {
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

type Change = Partial<RunnerState>;

/** A check that is set badly: as the table names it, and what is changed. */
const BADLY: Readonly<Record<'not' | 'threshold' | 'tiny' | 'gone' | 'origin', readonly [name: string, Change]>> = {
  not: ['as they come', {}],
  threshold: ['threshold', { threshold: 1e-12 }],
  tiny: ['h =', { step: 1e-13 }],
  gone: ['h =', { step: 1e-17 }],
  origin: ['w at the origin', { x: [0, 0] }],
};

const RIGHT = 'mean-square-corrected';
const WRONG = 'mean-square-forgotten';

function verdictOf(example: string, change: Change): string {
  const outcome = runCheck({ ...initialState(FIELDS[example]), ...change });
  return outcome.ok ? `${outcome.checked.status}, ${scientific(outcome.checked.relativeError)}` : 'refused';
}

/** The verdicts on the right gradient and on the one without its 1/n. */
export const setBadly = Object.values(BADLY).map(([change, state]) => ({
  change,
  /** What it is changed to, where that is a number. */
  to: state.threshold ?? state.step,
  right: verdictOf(RIGHT, state),
  forgotten: verdictOf(WRONG, state),
}));

/** The last figure of the chapter set in one of these ways, as a phrase sets it: in all fields, so that no other change stays. */
function fieldsOf(way: keyof typeof BADLY, example = RIGHT): Readonly<Record<string, string>> {
  const fields = FIELDS[RIGHT];
  const { x, step, threshold } = { ...initialState(fields), ...BADLY[way][1] };
  return { example, x: fields.x.write(x), step: fields.step.write(step), threshold: fields.threshold.write(threshold) };
}

export const phrases = {
  threshold: fieldsOf('threshold'),
  tiny: fieldsOf('tiny'),
  gone: fieldsOf('gone'),
  origin: fieldsOf('origin', WRONG),
};
