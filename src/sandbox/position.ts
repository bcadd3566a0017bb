import type { SourcePosition } from './protocol.ts';

/** What is written before the reader's first line, on the same line, and after the last. */
export const PROGRAM_PREFIX = '__define(async (require, module, exports, console) => {';
const PROGRAM_SUFFIX = '\n});';

/** The worker's whole script: the runtime, then the reader's program. A policy without `eval` allows no other way. */
export const wholeScript = (runtime: string, code: string): string =>
  `${runtime}\n${PROGRAM_PREFIX}${code}${PROGRAM_SUFFIX}`;

export const linesOf = (text: string): number => text.split('\n').length;

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
