import vm from 'node:vm';
import { remembered } from '../../remembered/remembered.ts';
import { compile } from '../../sandbox/compile.ts';
import { type BoundedConsole, boundedConsole } from '../../sandbox/output.ts';
import { PROGRAM_PREFIX } from '../../sandbox/position.ts';
import { type Body, execute } from '../../sandbox/program.ts';
import type { ConsoleLevel } from '../../sandbox/protocol.ts';
import { executePython, flushPython } from '../../sandbox/python-program.ts';
import { textLines } from '../../sandbox/text-lines.ts';
import { freshPython } from '../python/fresh-python.ts';
import { glueModules } from '../python/glue.ts';

export interface OutputLine {
  readonly level: ConsoleLevel;
  readonly text: string;
}

/** A console that keeps its lines. */
function keeping(title: string): { readonly lines: OutputLine[]; readonly console: BoundedConsole } {
  const lines: OutputLine[] = [];
  const console = boundedConsole(
    (level, text) => lines.push({ level, text }),
    () => {
      throw new Error(`The code cell “${title}” prints more than can be shown.`);
    },
  );
  return { lines, console };
}

/**
 * Runs a cell of the course while the site is built, with the runtime that runs it in the page, so that its output is
 * in the HTML before any script. A cell that fails fails the build. For the course's own code only: it is not confined.
 */
export async function runCell(source: string, title: string): Promise<readonly OutputLine[]> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(`The code cell “${title}” cannot be read: ${compiled.text}`);
  const { lines, console } = keeping(title);
  const body: Body = vm.runInThisContext(`(${PROGRAM_PREFIX.replace('__define(', '')}${compiled.code}\n})`);
  await execute(body, console);
  return lines;
}

/** The same for a cell in Python, in the Python of the page. What it printed is kept from one build to the next. */
export function runPythonCell(source: string, title: string): readonly OutputLine[] {
  const run = () => {
    const { lines, console } = keeping(title);
    const printed = [textLines(console.log), textLines(console.warn)];
    const python = freshPython((stream, bytes) => printed[stream - 1].add(bytes));
    executePython(python, source);
    flushPython(python);
    for (const { end } of printed) end();
    return lines;
  };
  return remembered('src/site/text/run-cell.ts', run, JSON.stringify([source, glueModules()]));
}
