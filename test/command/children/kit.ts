import path from 'node:path';
import { run } from '@/command/run.ts';

/** A file beside this one. */
export const file = (name: string): string => path.join(import.meta.dirname, name);

/** The program that misbehaves in one of its ways, as it is typed after the command. */
export const program = (way: string): string[] => ['--', process.execPath, file('program.mjs'), way];

/** What the command wrote, and its exit code. */
export async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
  });
  return { code, out, err };
}
