/** Loads the module that is to be checked. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotRun } from './core/errors.ts';
import { type Subject, subjectOf } from './core/subject.ts';

/** Why Node does not read a file of TypeScript, by the code of its error, and what to do about it. */
const TYPESCRIPT: Readonly<Record<string, string>> = {
  ERR_UNKNOWN_FILE_EXTENSION: process.features.typescript
    ? 'Node reads TypeScript in files that end in .ts, .mts or .cts alone. Compile it to JavaScript first.'
    : `Node ${process.versions.node} does not read TypeScript. Use Node 22.18 or later, or compile it to JavaScript first.`,
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX:
    'Node takes types out and changes nothing else, so it cannot read enums, namespaces or parameter properties. Write them otherwise, or compile the file to JavaScript first.',
};

/**
 * The subject that a module exports.
 *
 * @throws CannotRun where there is no such file, it cannot be loaded, or it exports something else
 */
export async function loadModule(file: string): Promise<Subject> {
  const full = path.resolve(file);
  if (!existsSync(full)) throw new CannotRun(`There is no file ${file} in ${process.cwd()}.`);
  try {
    return subjectOf(await import(pathToFileURL(full).href), file);
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const { code = '', message, stack } = error as NodeJS.ErrnoException;
    const advice = /\.[cm]?tsx?\b/.test(message) || code.includes('TYPESCRIPT') ? TYPESCRIPT[code] : undefined;
    throw new CannotRun(`${file} cannot be loaded. ${advice ? `${advice}\n${message}` : (stack ?? message)}`);
  }
}
