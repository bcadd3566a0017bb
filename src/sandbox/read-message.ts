/**
 * The one place where something from the sandbox becomes a value of a known type. A message is what a stranger says:
 * every field is checked and bounded, and a field that is not of its type makes the message nothing.
 */
import { type Element, FINDING_KINDS, type Finding, type Group, type Report, type Where } from '@/checker/types.ts';
import {
  type CheckResult,
  type ConsoleLevel,
  type DirectionsResult,
  LIMITS,
  type RunMessage,
  type SourcePosition,
} from './protocol.ts';

class Refused extends Error {}

type Fields = Readonly<Record<string, unknown>>;
type Reader<T> = (value: unknown) => T;

const refuse = (): never => {
  throw new Refused();
};

const MOST_SUSPECTS = 100;
const MOST_GROUPS = 500;
const MOST_EVIDENCE = 30;

const record: Reader<Fields> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : refuse();
const number: Reader<number> = (value) => (typeof value === 'number' ? value : refuse());
const count: Reader<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse();
const text =
  (longest: number): Reader<string> =>
  (value) =>
    typeof value === 'string' ? value.slice(0, longest) : refuse();
const name = text(LIMITS.name);
const oneOf =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value) ?? refuse();
const list =
  <T>(item: Reader<T>, most: number): Reader<T[]> =>
  (value) =>
    Array.isArray(value) ? value.slice(0, most).map(item) : refuse();
const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value) =>
    value === undefined ? undefined : reader(value);

const verdict = oneOf(['pass', 'fail', 'inconclusive'] as const);

const evidence: Reader<Finding['evidence']> = (value) => {
  const entries = Object.entries(record(value)).slice(0, MOST_EVIDENCE);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      name(key),
      typeof item === 'string' ? item.slice(0, LIMITS.report) : typeof item === 'boolean' ? item : number(item),
    ]),
  );
};

const where: Reader<Where> = (value) => {
  const fields = record(value);
  return {
    groups: list(name, MOST_GROUPS)(fields['groups']),
    indices: list(count, LIMITS.elements)(fields['indices']),
    elements: list(name, LIMITS.elements)(fields['elements']),
    count: count(fields['count']),
  };
};

const finding: Reader<Finding> = (value) => {
  const fields = record(value);
  return {
    kind: oneOf(FINDING_KINDS)(fields['kind']),
    role: oneOf(['bug', 'doubt', 'note'] as const)(fields['role']),
    where: where(fields['where']),
    evidence: evidence(fields['evidence']),
    confidence: oneOf(['high', 'medium', 'low'] as const)(fields['confidence']),
  };
};

const slopes: Reader<{ left: number; right: number }> = (value) => {
  const fields = record(value);
  return { left: number(fields['left']), right: number(fields['right']) };
};

const element: Reader<Element> = (value) => {
  const fields = record(value);
  const sides = optional(slopes)(fields['slopes']);
  return {
    index: count(fields['index']),
    name: name(fields['name']),
    group: name(fields['group']),
    analytic: number(fields['analytic']),
    numeric: number(fields['numeric']),
    errorBar: number(fields['errorBar']),
    tolerance: number(fields['tolerance']),
    relativeError: number(fields['relativeError']),
    step: number(fields['step']),
    ...(sides !== undefined && { slopes: sides }),
    verdict: verdict(fields['verdict']),
  };
};

const group: Reader<Group> = (value) => {
  const fields = record(value);
  return {
    name: name(fields['name']),
    shape: list(count, 16)(fields['shape']),
    start: count(fields['start']),
    size: count(fields['size']),
    wrong: count(fields['wrong']),
    undecided: count(fields['undecided']),
    relativeError: number(fields['relativeError']),
    verdict: verdict(fields['verdict']),
  };
};

const report: Reader<Report> = (value) => {
  const fields = record(value);
  const detectable = record(fields['detectable']);
  return {
    verdict: verdict(fields['verdict']),
    findings: list(finding, LIMITS.findings)(fields['findings']),
    elements: list(element, LIMITS.elements)(fields['elements']),
    groups: list(group, MOST_GROUPS)(fields['groups']),
    ranking: list(count, LIMITS.elements)(fields['ranking']),
    evaluations: count(fields['evaluations']),
    gradientEvaluations: count(fields['gradientEvaluations']),
    value: number(fields['value']),
    noise: number(fields['noise']),
    detectable: { worst: number(detectable['worst']), median: number(detectable['median']) },
  };
};

const directions: Reader<DirectionsResult> = (value) => {
  const fields = record(value);
  const suspect: Reader<DirectionsResult['suspects'][number]> = (item) => {
    const { first, last, size } = record(item);
    return { first: name(first), last: name(last), size: count(size) };
  };
  return {
    used: count(fields['used']),
    agreed: count(fields['agreed']),
    missProbability: number(fields['missProbability']),
    suspects: list(suspect, MOST_SUSPECTS)(fields['suspects']),
  };
};

const result: Reader<CheckResult> = (value) => {
  const fields = record(value);
  const textbook = optional(record)(fields['textbook']);
  const along = optional(directions)(fields['directions']);
  return {
    report: report(fields['report']),
    size: count(fields['size']),
    text: text(LIMITS.report)(fields['text']),
    ...(textbook !== undefined && {
      textbook: {
        status: oneOf(['PASS', 'FAIL'] as const)(textbook['status']),
        relativeError: number(textbook['relativeError']),
      },
    }),
    ...(along !== undefined && { directions: along }),
  };
};

function position(fields: Fields): { position: SourcePosition } | undefined {
  const { line, column } = fields;
  if (!Number.isSafeInteger(line) || (line as number) < 1) return undefined;
  const known = Number.isSafeInteger(column) && (column as number) >= 1;
  return { position: { line: line as number, ...(known && { column: column as number }) } };
}

const STOPPED: Readonly<Record<string, string>> = {
  asked: 'Stopped.',
  deadline:
    'Stopped at the time limit. If the code only needs longer, raise the limit; if it loops for ever, look there.',
  output: 'Stopped: the code sent more messages than can be shown.',
  failed: 'The code stopped before it was done.',
  lost: 'Ended by the browser: most likely the code took more memory than there is.',
};

const READERS: Readonly<Record<string, (fields: Fields) => RunMessage>> = {
  output: (fields) => ({
    kind: 'output',
    level: oneOf(['log', 'info', 'warn', 'error'] as const satisfies readonly ConsoleLevel[])(fields['level']),
    text: text(LIMITS.lineLength + 1)(fields['text']),
  }),
  progress: (fields) => ({ kind: 'progress', share: Math.min(1, Math.max(0, number(fields['share']))) }),
  result: (fields) => ({ kind: 'result', result: result(fields['result']) }),
  error: (fields) => ({ kind: 'error', text: text(LIMITS.lineLength)(fields['text']), ...position(fields) }),
  stopped: (fields) => {
    const reason = oneOf(['asked', 'deadline', 'output', 'failed', 'lost'] as const)(fields['reason']);
    return { kind: 'stopped', reason, text: STOPPED[reason] };
  },
  done: (fields) => ({ kind: 'done', milliseconds: number(fields['milliseconds']) }),
};

/** Reads one message; undefined where it is not one of those that a run may send. */
export function readMessage(value: unknown): RunMessage | undefined {
  try {
    const fields = record(value);
    const kind = text(20)(fields['kind']);
    return Object.hasOwn(READERS, kind) ? READERS[kind](fields) : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
