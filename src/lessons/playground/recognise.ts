/** Which language a text is written in, by lines that one of the two has and the other has not. */

/*
 * Each pattern is tried on one line without its blanks in front, and no two of its repetitions can take the same
 * characters: the text may come from a link, and is read on the page's own thread at every key.
 */
const PYTHON =
  /^(def \w+\s*\([^)]*\)[^:]*:|import \w+( as \w+)?$|from [\w.]+ import |class \w+(\(.*\))?:|(if|for|while|else|elif)\b[^{(]*:$|(\w+\s*=\s*)?lambda )/;

const TYPESCRIPT =
  /^(export |(const|let|var) [\w$[{]|(async )?function\b.*\{|interface \w|type \w[^=]*=|import .* from ['"]|\/\/)/;

const hasLine = (code: string, like: RegExp): boolean => code.split('\n').some((line) => like.test(line.trimStart()));

/** Whether a text has lines that Python has and TypeScript has not. */
const isPython = (code: string): boolean => hasLine(code, PYTHON);

/** The language that a text is surely written in; undefined where it could be either. */
export function languageOf(code: string): 'python' | 'typescript' | undefined {
  const python = isPython(code);
  if (python === hasLine(code, TYPESCRIPT)) return undefined;
  return python ? 'python' : 'typescript';
}
