import { readFileSync } from 'node:fs';
import type { PythonModules } from '../../python/interpreter.ts';
import { GLUE } from '../../python/seal.ts';

/** The texts of the glue, for Node, from the project's folder; `sandbox/python.worker.ts` has them in its bundle. */
export const glueModules = (): PythonModules =>
  GLUE.map((name) => [name, readFileSync(`src/python/glue/${name}.py`, 'utf8')]);
