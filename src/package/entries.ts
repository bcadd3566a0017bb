/** What the package offers: each entry by the name that it is imported by, with the module it is made of. */
import { existsSync } from 'node:fs';

export interface Entry {
  /** As it is in `exports`: `.` for the package itself. */
  readonly name: string;
  /** From the folder `src`. */
  readonly source: string;
  /** Also for `require`: Jest in its default setup loads nothing else, even where Node could. */
  readonly commonJs?: boolean;
}

const OFFERED: readonly Entry[] = [
  { name: '.', source: 'checker/index.ts', commonJs: true },
  { name: './textbook', source: 'checker/textbook/index.ts', commonJs: true },
  { name: './vitest', source: 'matchers/vitest.ts' },
  { name: './jest', source: 'matchers/jest.ts', commonJs: true },
  { name: './node', source: 'matchers/node.ts', commonJs: true },
  { name: './cli', source: 'command/run.ts' },
];

/** The program `gradient-check`. */
export const COMMAND = { name: 'gradient-check', source: 'command/cli.ts' };

/** A module that the command starts by its address, so that no import leads to it. */
const THREAD = { source: 'command/thread.ts' };

export const isThere = ({ source }: { readonly source: string }): boolean => existsSync(`src/${source}`);

export const ENTRIES: readonly Entry[] = OFFERED.filter(isThere);

/** Everything that the package is made from; what these import comes with them. */
export const SOURCES: readonly string[] = [...ENTRIES, ...[COMMAND, THREAD].filter(isThere)].map(
  ({ source }) => `src/${source}`,
);
