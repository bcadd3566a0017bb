/**
 * The one place where something from the sandbox becomes a value of a known type. A message is untrusted: every field is
 * checked and bounded, and one field of a wrong type makes the whole message invalid.
 */
import type { Entry } from '@/checker/index.ts';
import { type Element, FINDING_KINDS, type Finding, type Group } from '@/checker/types.ts';
import { nameShown, showHidden } from '@/input/hidden.ts';
import type { Reader } from '@/input/readers.ts';
import {
  attempt,
  count,
  list,
  number,
  object,
  oneOf,
  optional,
  record,
  text,
  type UnreadFields,
} from '@/input/readers.ts';
import {
  type CheckResult,
  LIMITS,
  type OutputsResult,
  type RunMessage,
  type SourcePosition,
  type Stage,
  type StopReason,
} from './protocol.ts';
import { FUNCTION_NAMES } from './subjects.ts';

const MOST_SUSPECTS = 100;
const MOST_GROUPS = 500;
const MOST_EVIDENCE = 30;
const MOST_AXES = 16;

/** Names stand in sentences: hidden characters in them must not reverse the text around. */
const name: Reader<string> = (value) => nameShown(text(LIMITS.name)(value)).slice(0, LIMITS.name);
const verdict = oneOf(['pass', 'fail', 'inconclusive']);

/** What a program says in its own words. */
const said =
  (longest: number): Reader<string> =>
  (value) =>
    showHidden(text(longest)(value)).slice(0, longest);

const fact: Reader<number | string | boolean> = (value) =>
  typeof value === 'string' ? said(LIMITS.report)(value) : typeof value === 'boolean' ? value : number(value);

const evidence: Reader<Finding['evidence']> = (value) => {
  const entries = Object.entries(record(value)).slice(0, MOST_EVIDENCE);
  return Object.fromEntries(entries.map(([key, item]) => [name(key), fact(item)]));
};

const finding = object<Finding>({
  kind: oneOf(FINDING_KINDS),
  role: oneOf(['bug', 'doubt', 'note']),
  where: object({
    groups: list(name, MOST_GROUPS),
    indices: list(count, LIMITS.elements),
    elements: list(name, LIMITS.elements),
    count,
  }),
  evidence,
  confidence: oneOf(['high', 'medium', 'low']),
});

const element = object<Element>({
  index: count,
  name,
  group: name,
  analytic: number,
  numeric: number,
  errorBar: number,
  tolerance: number,
  relativeError: number,
  step: number,
  slopes: optional(object({ left: number, right: number })),
  verdict,
});

const group = object<Group>({
  name,
  shape: list(count, MOST_AXES),
  start: count,
  size: count,
  wrong: count,
  undecided: count,
  relativeError: number,
  verdict,
});

const report = object<CheckResult['report']>({
  verdict,
  findings: list(finding, LIMITS.findings),
  elements: list(element, LIMITS.elements),
  groups: list(group, MOST_GROUPS),
  ranking: list(count, LIMITS.elements),
  evaluations: count,
  gradientEvaluations: count,
  value: number,
  lossName: optional(name),
  derivative: optional(name),
  noise: number,
  relativeFloor: number,
  detectable: object({ worst: number, median: number }),
});

const entry = object<Entry>({
  name,
  output: count,
  index: count,
  outputGroup: name,
  group: name,
  analytic: number,
  numeric: number,
  errorBar: number,
  tolerance: number,
  relativeError: number,
  verdict,
});

const many = object<OutputsResult>({
  subject: oneOf(['layer', 'jacobian', 'hessian']),
  summary: said(LIMITS.report),
  outputs: list(group, MOST_GROUPS),
  entries: list(entry, LIMITS.entries),
  outputCount: count,
  full: (value) => value === true,
});

const result = object<CheckResult>({
  report,
  size: count,
  text: said(LIMITS.report),
  textbook: optional(object({ status: oneOf(['PASS', 'FAIL']), relativeError: number })),
  directions: optional(
    object({
      used: count,
      agreed: count,
      missProbability: number,
      suspects: list(object({ first: name, last: name, size: count }), MOST_SUSPECTS),
    }),
  ),
  many: optional(many),
});

function position({ line, column }: UnreadFields): { position: SourcePosition } | undefined {
  const placeOf = (value: unknown) => (Number.isSafeInteger(value) && (value as number) >= 1 ? (value as number) : 0);
  if (placeOf(line) === 0) return undefined;
  return { position: { line: placeOf(line), ...(placeOf(column) > 0 && { column: placeOf(column) }) } };
}

const STOPPED: Readonly<Record<StopReason, string>> = {
  asked: 'Stopped.',
  deadline: 'Stopped at the time limit.',
  output: 'Stopped: the code sent more messages than can be shown.',
  failed: 'The code stopped before it was done.',
  lost: 'Ended by the browser: most likely the code took more memory than there is.',
};

export const stoppedMessage = (reason: StopReason): Extract<RunMessage, { kind: 'stopped' }> => ({
  kind: 'stopped',
  reason,
  text: STOPPED[reason],
});
const reasonOf = oneOf(Object.keys(STOPPED) as StopReason[]);

/** Messages from the sandbox; the page gets all of them but the stages. */
type Heard = Exclude<RunMessage, { kind: 'loading' }> | ({ readonly kind: 'stage' } & Stage);

const READERS: { readonly [K in Heard['kind']]: (fields: UnreadFields) => Extract<Heard, { kind: K }> } = {
  output: object({
    kind: oneOf(['output']),
    level: oneOf(['log', 'info', 'warn', 'error']),
    text: said(LIMITS.lineLength + 1),
  }),
  stage: object({
    kind: oneOf(['stage']),
    called: oneOf(['program', ...FUNCTION_NAMES]),
    call: count,
    milliseconds: number,
  }),
  progress: ({ share }) => ({ kind: 'progress', share: Math.min(1, Math.max(0, number(share))) }),
  result: object({ kind: oneOf(['result']), result }),
  error: (fields) => ({ kind: 'error', text: said(LIMITS.lineLength)(fields['text']), ...position(fields) }),
  stopped: ({ reason }) => stoppedMessage(reasonOf(reason)),
  done: object({ kind: oneOf(['done']), milliseconds: number }),
};
const kindOf = oneOf(Object.keys(READERS) as Heard['kind'][]);

const message: Reader<Heard> = (value) => {
  const fields = record(value);
  return READERS[kindOf(fields['kind'])](fields);
};

/** Reads one message; undefined where it is not one of those that a run may send. */
export const readMessage = (value: unknown): Heard | undefined => attempt(message, value);
