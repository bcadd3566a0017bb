/**
 * Protocol version 1: one request and one answer a line, as JSON. The content page of the protocol says the same to those
 * who write a program for it.
 */
import { CannotRun } from './errors.ts';
import { isRecord, numbersIn, readJson, writeValue } from './values.ts';

export const PROTOCOL = 1;

/** The operations; every request has its number, one of these, and its argument. */
export type Operation = 'hello' | 'point' | 'loss' | 'gradient' | 'forward' | 'vjp';

export interface Request {
  readonly id: number;
  readonly operation: Operation;
  readonly line: string;
}

/** The request as it is sent, without the end of its line: `{"id":3,"loss":[1.5,-2.3]}`. */
export const requestOf = (id: number, operation: Operation, argument: unknown): Request => ({
  id,
  operation,
  line: `{"id":${id},"${operation}":${writeValue(argument)}}`,
});

/** Characters of a line that are shown in a message. */
const SHOWN = 160;

/** A line in a message: cut where it is long, with marks for what a terminal would obey. */
export function shown(line: string): string {
  const visible = line
    .slice(0, SHOWN)
    .replace(/\p{Cc}/gu, (mark) => `\\x${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return line.length > SHOWN ? `${visible}… (${line.length} characters)` : visible;
}

/** `request 3, {"id":3,"loss":[1.5,-2.3]}` */
const described = ({ id, line }: Request): string => `request ${id}, ${shown(line)}`;

/** Why no answer came. */
export type Trouble =
  | { readonly kind: 'not-started'; readonly reason: string }
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'unasked'; readonly line: string }
  | { readonly kind: 'endless'; readonly megabytes: number };

const STDOUT_IS_FOR_ANSWERS = 'Standard output is for answers alone: print to standard error instead.';

/** The trouble in words: which request, what came instead of its answer, and what to do. */
export function troubleText(trouble: Trouble, program: string, request: Request): string {
  switch (trouble.kind) {
    case 'not-started':
      return `${program} could not be started: ${trouble.reason}`;
    case 'ended': {
      const how = trouble.signal ? `was ended by ${trouble.signal}` : `ended with exit code ${trouble.code}`;
      return `${program} ${how} before it answered ${described(request)}. What it printed to standard error stands above.`;
    }
    case 'late':
      return `${program} did not answer ${described(request)} within ${trouble.seconds} s. Give it longer with --timeout SECONDS.`;
    case 'unasked':
      return `${program} wrote a line that no request asked for, before ${described(request)}: ${shown(trouble.line)}\n${STDOUT_IS_FOR_ANSWERS}`;
    case 'endless':
      return `${program} has answered ${described(request)} with ${trouble.megabytes} MB without the end of a line. End every answer with a line break.`;
  }
}

/**
 * What a line answers to a request: numbers in lists and records.
 *
 * @throws CannotRun where the line is no answer to this request
 * @throws Error with the program's own words where it says that it failed: `{"id": 3, "error": "…"}`
 */
export function answerIn(line: string, request: Request, program: string): unknown {
  const wrong = (what: string, advice: string) =>
    new CannotRun(`${program} answered ${described(request)} ${what}: ${shown(line)}\n${advice}`);
  let message: unknown;
  try {
    message = readJson(line);
  } catch {
    throw wrong('with what is no JSON', STDOUT_IS_FOR_ANSWERS);
  }
  if (!isRecord(message) || !('id' in message))
    throw wrong('without its number', `An answer reads {"id": ${request.id}, "answer": …}. ${STDOUT_IS_FOR_ANSWERS}`);
  if (message['id'] !== request.id)
    throw wrong(
      `with the number ${shown(JSON.stringify(message['id']))}`,
      'Answer every request once, in order, with its own id.',
    );
  if ('error' in message) throw new Error(String(message['error']));
  if (!('answer' in message))
    throw wrong('with neither an answer nor an error', `An answer reads {"id": ${request.id}, "answer": …}.`);
  return numbersIn(message['answer']);
}
