import vm from 'node:vm';
import { compile } from '@/sandbox/compile.ts';
import { PROGRAM_PREFIX } from '@/sandbox/position.ts';
import type { Body } from '@/sandbox/program.ts';

/** A program as the compiler and the sandbox make it, but for the walls. */
export function bodyOf(code: string): Body {
  const compiled = compile(code);
  if (!compiled.ok) throw new Error(compiled.text);
  return vm.runInThisContext(`(${PROGRAM_PREFIX.replace('__define(', '')}${compiled.code}\n})`);
}
