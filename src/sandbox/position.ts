import { KEPT } from './doors.ts';
import type { SourcePosition } from './protocol.ts';

/** What is written before the reader's first line, on the same line, and after the last. */
export const PROGRAM_PREFIX = '__define(async (require, module, exports, console) => {';
const PROGRAM_SUFFIX = '\n});';

/**
 * Refuses a script that declares anything outside of its functions. A program that the compiler and the browser read
 * differently may end its function early; its declarations then replace the language's own names before the first statement
 * runs. That first statement is this one, and it uses none of those names: a declared function or variable is a global that
 * cannot be removed, of which the language has three, and a name declared by `let` or `class` cannot be asked for its type yet.
 */
const NOTHING_DECLARED = `{
  const { entries, getOwnPropertyDescriptors } = ({}).constructor;
  const declared = entries(getOwnPropertyDescriptors(this)).find(
    ([name, { configurable }]) => !configurable && !['NaN', 'Infinity', 'undefined'].includes(name),
  );
  if (declared) throw 'The code declares “' + declared[0] + '” outside of its own function.';
  ${[...KEPT].map((name) => `typeof ${name};`).join(' ')}
}`.replaceAll('\n', ' ');

/**
 * The worker's whole script: the runtime, then the reader's program. A policy without `eval` allows no other way. It is
 * strict throughout, so that no function can be asked who called it.
 */
export const wholeScript = (runtime: string, code: string): string =>
  `'use strict';${NOTHING_DECLARED}${runtime}\n${PROGRAM_PREFIX}${code}${PROGRAM_SUFFIX}`;

/** What ends a line for the language, and so in the places that a browser gives. */
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/g;

export const linesOf = (text: string): number => text.split(LINE_ENDS).length;

/**
 * A place in the compiled code as the editor counts lines: for the language U+2028 and U+2029 end a line too.
 *
 * @param code with `\n` alone at the ends of lines
 */
export function editorPosition(code: string, { line, ...rest }: SourcePosition): SourcePosition {
  const lines = code.split(LINE_ENDS).slice(0, line - 1);
  const at = lines.reduce((sum, { length }) => sum + length + 1, 0);
  const own = code.slice(0, at).split('\n').length;
  return own === line ? { line, ...rest } : { line: own };
}

/** The reader's own line and column, from those of the whole script; undefined within the runtime. */
export function sourcePosition(
  line: number,
  column: number | undefined,
  linesBefore: number,
): SourcePosition | undefined {
  const own = line - linesBefore;
  if (own < 1) return undefined;
  const shift = own === 1 ? PROGRAM_PREFIX.length : 0;
  return { line: own, ...(column !== undefined && column > shift && { column: column - shift }) };
}

/** Where in the reader's code an exception came from: the first frame of its stack that lies below the runtime. */
export function positionIn(stack: string | undefined, linesBefore: number): SourcePosition | undefined {
  for (const [, line, column] of (stack ?? '').matchAll(/blob:[^\s)]*?:(\d+):(\d+)/g)) {
    const position = sourcePosition(Number(line), Number(column), linesBefore);
    if (position !== undefined) return position;
  }
  return undefined;
}
