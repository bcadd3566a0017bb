import template from './test_file_template.py?raw';

/** Statements that Python takes at the top of a file alone. */
const FUTURE = /^from __future__ import .*\n?/gm;
/** A notebook's own commands, which are no Python. */
const COMMAND = /^(\s*)([%!].*)$/gm;

/**
 * The check of the reader's Python as a file for pytest, which passes or fails as the page did. The code stays as it is,
 * but for a notebook's own commands.
 */
export function pythonTestFile(code: string): string {
  const future = code.match(FUTURE) ?? [];
  const program = code.replace(FUTURE, '').replace(COMMAND, '$1# $2').trim();
  return future.map((line) => `${line.trim()}\n`).join('') + template.replace('# [the program]', () => program);
}
