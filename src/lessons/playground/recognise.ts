/** Which language a text is written in, by lines that one of the two has and the other has not. */

const PYTHON =
  /^\s*(def \w+\s*\(.*\).*:|import \w+( as \w+)?$|from [\w.]+ import |class \w+(\(.*\))?:|(if|for|while|else|elif)\b[^{(]*:$|lambda )/m;

const TYPESCRIPT =
  /^\s*(export |(const|let|var) [\w$[{]|(async )?function\b.*\{|interface \w+|type \w+.*=|import .* from ['"]|\/\/)/m;

/** Whether a text has lines that Python has and TypeScript has not. */
export const isPython = (code: string): boolean => PYTHON.test(code);

/** The language that a text is surely written in; undefined where it could be either. */
export function languageOf(code: string): 'python' | 'typescript' | undefined {
  const python = isPython(code);
  if (python === TYPESCRIPT.test(code)) return undefined;
  return python ? 'python' : 'typescript';
}
