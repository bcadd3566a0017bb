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
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: false,
    });
    return { ok: true, code };
  } catch (error) {
    return syntaxError(error);
  }
}

/** Sucrase ends its messages with the place: `Unexpected token (3:5)`. */
function syntaxError(error: unknown): Compiled {
  const message = error instanceof Error ? error.message : String(error);
  const place = /\((\d+):(\d+)\)\s*$/.exec(message);
  const text = message.replace(/^Error transforming [^:]*:\s*/, '').replace(/\s*\(\d+:\d+\)\s*$/, '');
  if (place === null) return { ok: false, text };
  return { ok: false, text, position: { line: Number(place[1]), column: Number(place[2]) } };
}
