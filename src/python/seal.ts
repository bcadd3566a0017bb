/** Tells whether the code between the checker and the reader's functions is unchanged since before the reader's code ran. */
import { BUILTINS, type Interpreter } from './interpreter.ts';

/** The modules between the checker and the reader's code, each after those that it imports. */
export const GLUE = ['check_errors', 'check_points', 'check_program', 'check_names', 'check_pair', 'check_sums'];
/** Modules with which the glue writes its answers. */
const WRITERS = ['json', 'json.encoder'];

/** Names under which the glue keeps the reader's program, its pair and the results. */
const CHANGING = ['space', 'source', 'took', 'pair', 'functions', 'result'];

/**
 * Remembers what the glue and Python's own functions are made of. The function that it returns says whether all of that
 * is still there; a program may add to Python's own names, but not to the names of the glue.
 *
 * It does not see a change that was undone before it was called. That gains nothing: a loss and a gradient may in any case
 * answer each call as they like, and the code that judges the answers is not in Python.
 *
 * @param changing names of the glue that may stand for something else later: once a pair is read, there are none
 */
export function sealed(python: Interpreter, changing: readonly string[] = CHANGING): () => boolean {
  const partsNow = () => [...GLUE, ...WRITERS].map((name) => python.partsOf(name, changing).join(';')).join('\n');
  const before = partsNow();
  const builtins = python.partsOf(BUILTINS, []);
  return () => {
    const now = new Set(python.partsOf(BUILTINS, []));
    return partsNow() === before && builtins.every((each) => now.has(each));
  };
}
