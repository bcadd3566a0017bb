import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { compile } from '@/sandbox/compile.ts';
import {
  editorPosition,
  linesOf,
  PROGRAM_PREFIX,
  positionIn,
  sourcePosition,
  wholeScript,
} from '@/sandbox/position.ts';
import { LIMITS } from '@/sandbox/protocol.ts';

describe('the reader’s TypeScript', () => {
  it('loses its types and keeps its lines', () => {
    const compiled = compile(
      'type A = number;\nexport const x: A[] = [1, 2];\nexport function loss(x: number[]): number {\n  return x[0];\n}',
    );
    expect(compiled.ok).toBe(true);
    if (!compiled.ok) return;
    expect(compiled.code).not.toContain(': number');
    expect(compiled.code.split('\n')[3]).toContain('return x[0]');
    expect(compiled.code).toContain('exports');
  });

  it('says where it cannot be read', () => {
    const compiled = compile('const a = 1;\nconst b = (;\n');
    expect(compiled).toMatchObject({ ok: false, position: { line: 2 } });
    if (!compiled.ok) expect(compiled.text).not.toMatch(/\(\d+:\d+\)/);
  });

  it('is refused when it is too long to be anybody’s gradient', () => {
    const compiled = compile(`// ${'x'.repeat(LIMITS.code)}`);
    expect(compiled.ok).toBe(false);
  });
});

describe('what only a script takes for a comment', () => {
  it.each([
    ['<!--', 'const a = 1; <!-- }); escaped(); (() => {', 1],
    ['-->', 'const a = 1;\n--> 2', 2],
    ['-->', 'const a = 1; /* two\nlines */ --> 2', 2],
    ['-->', 'const a = 1; // one\u2028--> 2', 1],
  ])('is refused: %s in %j', (signs, code, line) => {
    const compiled = compile(code);
    expect(compiled).toMatchObject({ ok: false, position: { line } });
    if (!compiled.ok) expect(compiled.text).toContain(`“${signs}”`);
  });

  it('is no comment where it counts down or compares', () => {
    for (const code of ['let n = 3; while (n --> 0) {}', 'const a = 1 < ! --b;', '// a --> b'])
      expect(compile(code).ok).toBe(true);
  });
});

describe('the place of an exception', () => {
  const before = 40;
  it('is the first frame below the runtime, in Chromium’s stacks and in Firefox’s', () => {
    const chromium =
      'TypeError: no\n    at f (blob:null/1b2c-3d:5:1)\n    at loss (blob:null/1b2c-3d:47:13)\n    at check (blob:null/1b2c-3d:8:2)';
    const firefox = 'f@blob:null/1b2c-3d:5:1\nloss@blob:null/1b2c-3d:47:13\n';
    expect(positionIn(chromium, before)).toEqual({ line: 7, column: 13 });
    expect(positionIn(firefox, before)).toEqual({ line: 7, column: 13 });
  });
  it('is unknown where the stack does not reach the reader’s code', () => {
    expect(positionIn('Error\n at blob:null/1:3:1', before)).toBeUndefined();
    expect(positionIn(undefined, before)).toBeUndefined();
  });
  it('counts columns of the first line from the reader’s first character', () => {
    expect(sourcePosition(before + 1, PROGRAM_PREFIX.length + 5, before)).toEqual({ line: 1, column: 5 });
    expect(sourcePosition(before + 2, 60, before)).toEqual({ line: 2, column: 60 });
  });
  it('counts lines as the editor does, though the language counts more', () => {
    const code = "const a = 'x\u2028y';\nconst b = `\u2029`;\nthrow a;";
    expect(editorPosition(code, { line: 5, column: 7 })).toEqual({ line: 3 });
    expect(editorPosition(code, { line: 2, column: 1 })).toEqual({ line: 1 });
    expect(editorPosition(code, { line: 99 })).toEqual({ line: 3 });
    expect(editorPosition('a;\nb;', { line: 2, column: 1 })).toEqual({ line: 2, column: 1 });
  });
  it('is the same for the three ways to end a line', () => {
    for (const end of ['\n', '\r', '\r\n'])
      expect(compile(`const a = 1;${end}const b = (;`)).toMatchObject({ position: { line: 2 } });
  });
  it('agrees with the script that is run', () => {
    const runtime = 'a;\nb;';
    const lines = wholeScript(runtime, 'first;\nsecond;').split('\n');
    expect(lines[linesOf(runtime) + 1]).toBe('second;');
    expect(sourcePosition(linesOf(runtime) + 2, 1, linesOf(runtime))).toEqual({ line: 2, column: 1 });
  });
});

describe('a program that the compiler reads otherwise than the browser', () => {
  /** What becomes of the script of a program: what its runtime says, or an error before it. */
  const running = (program: string): Promise<string> => {
    const compiled = compile(program);
    if (!compiled.ok) throw new Error(compiled.text);
    const runtime = "globalThis.__define = () => {}; require('node:worker_threads').parentPort.postMessage('ran');";
    const script = `globalThis.require = require; require('vm').runInThisContext(${JSON.stringify(wholeScript(runtime, compiled.code))})`;
    const worker = new Worker(script, { eval: true });
    return new Promise((resolve) => {
      worker.on('message', resolve);
      worker.on('error', (error) => resolve(String(error)));
    });
  };
  const outside = {
    'a regular expression to one of them': (text: string) =>
      `function begin() { return await /1}}); ${text} (async () => { { 1/g }`,
    'a comment to one of them, once its types are gone': (text: string) =>
      `1 /<any>/x/.y; (() => {\n}); ${text} (async () => {\n1 /<any>/x/; })`,
  };

  it.each(Object.entries(outside))('by %s declares nothing before the judge is there', async (_, way) => {
    expect(await running('const a: number = 1;')).toBe('ran');
    for (const text of ['function Set() {}', 'var own = 1;', 'function performance() {}'])
      expect(await running(way(text))).toMatch(/^The code declares “\w+” outside of its own function\.$/);
    for (const text of ['let JSON = {};', 'class Map {}', 'const isNaN = 1;'])
      expect(await running(way(text))).toMatch(/^ReferenceError/);
  });
});
