import { readFileSync } from 'node:fs';
import type { PythonModules } from '../../python/interpreter.ts';

/** The modules between the checker and the reader's code, each after those that it imports. */
const NAMES = ['check_errors', 'check_points', 'check_program', 'check_names', 'check_pair', 'check_sums'];

/** Their texts, for Node, from the project's folder; `sandbox/python.worker.ts` has them in its bundle. */
export const glueModules = (): PythonModules =>
  NAMES.map((name) => [name, readFileSync(`src/python/glue/${name}.py`, 'utf8')]);
