import { transform } from 'sucrase';
import { LIMITS, type SourcePosition } from './protocol.ts';

export type Compiled =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly text: string; readonly position?: SourcePosition };

/**
 * Strips the types of the reader's TypeScript and turns its imports and exports into calls, line by line: what was on
 * line 7 stays on line 7. Nothing is run.
 */
export function compile(source: string): Compiled {
  if (source.length > LIMITS.code) {
    return { ok: false, text: `The code has ${source.length} characters; at most ${LIMITS.code} are taken.` };
  }
  const lines = source.replace(/\r\n?/g, '\n');
  const comment = htmlComment(lines);
  if (comment !== undefined) return comment;
  try {
    const { code } = transform(lines, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: false,
    });
    // taking out the types may have made an HTML comment of text that was none
    return htmlComment(code) ?? { ok: true, code };
  } catch (error) {
    return syntaxError(error);
  }
}

/**
 * A script, unlike a module, treats the signs of an HTML comment as a comment, and leaves out the rest of the line. No program
 * needs that, and one could hide its purpose with it.
 */
function htmlComment(code: string): Compiled | undefined {
  const found = /<!--|(?:^|\*\/|[\n\u2028\u2029])[^\S\n\u2028\u2029]*(-->)/u.exec(code);
  if (found === null) return undefined;
  const signs = found[1] ?? found[0];
  const before = code.slice(0, found.index + found[0].length).split('\n');
  return {
    ok: false,
    text: `“${signs}” begins a comment of HTML here, and the rest of the line would not run. Put spaces between its signs.`,
    position: { line: before.length, column: before[before.length - 1].length - signs.length + 1 },
  };
}

/** Sucrase ends its messages with the place: `Unexpected token (3:5)`. */
function syntaxError(error: unknown): Compiled {
  const message = error instanceof Error ? error.message : String(error);
  const place = /\((\d+):(\d+)\)\s*$/.exec(message);
  const text = message.replace(/^Error transforming [^:]*:\s*/, '').replace(/\s*\(\d+:\d+\)\s*$/, '');
  if (place === null) return { ok: false, text };
  return { ok: false, text, position: { line: Number(place[1]), column: Number(place[2]) } };
}
