import { readFileSync } from 'node:fs';
import type { PythonModules } from '../../python/interpreter.ts';

/** The modules between the checker and the reader's code, each after those that it imports. */
const NAMES = ['check_errors', 'check_points', 'check_program', 'check_names', 'check_pair'];

/** They as texts, for Node; `sandbox/python.worker.ts` has them in its bundle. */
export const glueModules = (): PythonModules =>
  NAMES.map((name) => [name, readFileSync(new URL(`../../python/glue/${name}.py`, import.meta.url), 'utf8')]);
