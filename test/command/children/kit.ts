import path from 'node:path';
import { run } from '@/command/run.ts';

/** A file beside this one. */
export const file = (name: string): string => path.join(import.meta.dirname, name);

/** The program that misbehaves in one of its ways, as it is typed after the command. */
export const program = (way: string): string[] => ['--', process.execPath, file('program.mjs'), way];

interface Written {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What the command wrote, and its exit code. */
export const command = (...argv: string[]): Promise<Written> => started(argv, false);

/** The same on a terminal that somebody watches. */
export const watched = (...argv: string[]): Promise<Written> => started(argv, true);

async function started(argv: readonly string[], isWatched: boolean): Promise<Written> {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: isWatched,
  });
  return { code, out, err };
}
