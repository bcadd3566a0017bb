/** Loads the module that is to be checked. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotRun } from './core/errors.ts';
import { type Subject, subjectOf } from './core/subject.ts';

/** Why Node does not load a file, told by its error, and what to do about it. The first that fits counts. */
const REASONS: readonly (readonly [
  fits: (error: NodeJS.ErrnoException) => boolean,
  advice: (file: string) => string,
])[] = [
  [
    ({ code, message }) => code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[cm]?tsx?\b/.test(message),
    () =>
      process.features.typescript
        ? 'Node reads TypeScript in files that end in .ts, .mts or .cts alone. Compile it to JavaScript first.'
        : `Node ${process.versions.node} does not read TypeScript. Use Node 22.18 or later, or compile it to JavaScript first.`,
  ],
  [
    ({ code }) => code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
    () =>
      'Node takes types out and changes nothing else, so it cannot read enums, namespaces or parameter properties. Write them otherwise, or compile the file to JavaScript first.',
  ],
  [
    ({ name, message }) =>
      name === 'SyntaxError' && /^Unexpected token 'export'|^Cannot use import statement outside/.test(message),
    (file) =>
      `Its package.json says "type": "commonjs", as \`npm init -y\` writes it, and the file is written as a module. Run \`npm pkg set type=module\`, or call it ${file.replace(/\.([jt])s$/, '.m$1s')}.`,
  ],
];

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
    const known = error as NodeJS.ErrnoException;
    const [, advice] = REASONS.find(([fits]) => fits(known)) ?? [];
    const lines = (known.stack ?? known.message).split('\n').filter((line) => !/^ +at .*\bnode:/.test(line));
    throw new CannotRun(`${file} cannot be loaded. ${advice ? `${advice(file)}\n${known.message}` : lines.join('\n')}`);
  }
}
