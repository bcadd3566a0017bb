import vm from 'node:vm';
import { compile } from '../../sandbox/compile.ts';
import { boundedConsole } from '../../sandbox/output.ts';
import { PROGRAM_PREFIX } from '../../sandbox/position.ts';
import { type Body, execute } from '../../sandbox/program.ts';
import type { ConsoleLevel } from '../../sandbox/protocol.ts';

export interface OutputLine {
  readonly level: ConsoleLevel;
  readonly text: string;
}

/**
 * Runs a cell of the course while the site is built, with the runtime that runs it in the page, so that its output is
 * in the HTML before any script. A cell that fails fails the build. For the course's own code only: it is not confined.
 */
export async function runCell(source: string, title: string): Promise<readonly OutputLine[]> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(`The code cell “${title}” cannot be read: ${compiled.text}`);
  const lines: OutputLine[] = [];
  const console = boundedConsole(
    (level, text) => lines.push({ level, text }),
    () => {
      throw new Error(`The code cell “${title}” prints more than can be shown.`);
    },
  );
  const body: Body = vm.runInThisContext(`(${PROGRAM_PREFIX.replace('__define(', '')}${compiled.code}\n})`);
  await execute(body, console);
  return lines;
}
