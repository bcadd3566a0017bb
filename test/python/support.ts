/** The whole way without a browser: the packed file, a machine set up from an image, the reader's code, the site's check. */
import { readFileSync } from 'node:fs';
import type { Interpreter } from '@/python/interpreter.ts';
import type { PythonError } from '@/python/pair.ts';
import type { CheckResult } from '@/sandbox/protocol.ts';
import { checkPython, describePythonError, executePython, flushPython } from '@/sandbox/python-program.ts';
import * as python from '@/site/python/fresh-python.ts';

let output = '';

/** A Python that has heard no code yet. */
export const freshPython = (): Interpreter =>
  python.freshPython((_, written) => {
    output += new TextDecoder().decode(written);
  });

export interface Outcome {
  readonly output: string;
  readonly notes: readonly string[];
  readonly error?: PythonError;
  readonly result?: CheckResult;
}

/** Runs code, or checks what it defines. One after the other in one Python, which is quicker than a fresh one for each. */
export function runIn(python: Interpreter, source: string, task: 'run' | 'check' = 'check'): Outcome {
  output = '';
  const notes: string[] = [];
  let error: PythonError | undefined;
  let result: CheckResult | undefined;
  const onThrow = (thrown: unknown) => {
    error ??= describePythonError(thrown);
  };
  try {
    const untouched = executePython(python, source);
    if (task === 'check') result = checkPython(python, untouched, { onThrow, onNote: (text) => notes.push(text) });
    flushPython(python);
  } catch (thrown) {
    onThrow(thrown);
  }
  return { output, notes, ...(error && { error }), ...(result && { result }) };
}

/** Code before that of every case. */
const BEFORE = 'import numpy as np\nrs = np.random.RandomState(0)\n';
export const LINES_BEFORE = 2;

export interface Case {
  readonly name: string;
  /** What is said of it, after the name: `verdict | kind or word | line`. */
  readonly expected: readonly string[];
  readonly source: string;
}

/**
 * Cases of a file: `## name | …`, then the program. `#= other: old => new` stands for the program of another case with one
 * text replaced.
 */
export function casesOf(file: string, before = BEFORE): readonly Case[] {
  const sources = new Map<string, string>();
  const text = readFileSync(new URL(`./cases/${file}`, import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [title, ...lines] = block.split('\n');
      const [name, ...expected] = title.split('|').map((each) => each.trim());
      const [, other, from, to] = /^#= (.+?): (.+) => (.*)$/.exec(lines[0]) ?? [];
      const own = other === undefined ? lines.join('\n') : (sources.get(other) ?? '').replace(from, () => to);
      if (other !== undefined && own === sources.get(other)) throw new Error(`${name}: there is no “${from}”.`);
      sources.set(name, own);
      return { name, expected, source: own.startsWith('from __future__') ? own : before + own };
    });
}
