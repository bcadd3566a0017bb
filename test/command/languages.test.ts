import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, file } from './children/kit.ts';

beforeAll(() => {
  vi.stubEnv('PYTHONPATH', path.resolve('public'));
  vi.stubEnv('PYTHONDONTWRITEBYTECODE', '1');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const folder = mkdtempSync(path.join(tmpdir(), 'languages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** Debian's Python first: it is the one for which NumPy and PyTorch are packages of the system. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => runs(python, '-c', '')) ?? '';
const has = (module: string): boolean => PYTHON !== '' && runs(PYTHON, '-c', `import ${module}`);
const python = (way: string, ...options: string[]) => command(...options, '--', PYTHON, file('model.py'), way);

/** A group of tests that says in its title what it would need, where that is missing. */
const where = (there: boolean, tool: string) =>
  [describe.skipIf(!there), there ? '' : ` (skipped: no ${tool} here)`] as const;

const [withPython, noPython] = where(PYTHON !== '', 'python3');
/** The answers of one way of the model to these requests, each without its number. */
function answers(way: string, ...requests: string[]): unknown[] {
  const input = requests.map((request, i) => `{"id":${i},${request}}\n`).join('');
  const { stdout } = spawnSync(PYTHON, [file('model.py'), way], { input, encoding: 'utf8' });
  return stdout.split('\n').flatMap((line, i) => {
    if (line === '') return [];
    const { id, answer, error } = JSON.parse(line);
    expect(id).toBe(i);
    return [answer ?? error];
  });
}

withPython(`gradient_check.py without any package${noPython}`, () => {
  it('answers with the structure of the point; what the program prints goes elsewhere', () => {
    expect(
      answers('lists', '"hello":1', '"point":null', '"loss":{"w":[1,2],"b":3}', '"gradient":{"w":[1,2],"b":3}'),
    ).toEqual([{ protocol: 1, checks: 'loss' }, { w: [1.5, -2.3], b: 0.5 }, 15, { w: [6, 12], b: 5 }]);
  });

  it('gives the seed to a point that is drawn', () => {
    expect(answers('seed', '"point":2', '"loss":2')).toEqual([2, Math.exp(2)]);
  });

  it.each([
    ['raises', '"loss":1', 'ZeroDivisionError: division by zero'],
    ['NaN', '"loss":1', 'NaN'],
    ['no numbers', '"loss":1', 'TypeError: the loss holds object, which is no number'],
    ['complex', '"point":null', expect.stringContaining('real and imaginary parts as arrays of their own')],
  ])('%s: says so', (way, request, says) => {
    expect(answers(way, request)).toEqual([says]);
  });
});

withPython(`gradient_check.check, for a test in Python${noPython}`, () => {
  const wrapper = path.join(folder, 'gradient-check');
  writeFileSync(wrapper, `#!/bin/sh\nexec ${process.execPath} ${path.resolve('src/command/cli.ts')} "$@"\n`);
  chmodSync(wrapper, 0o755);
  const check = (script: string): string =>
    execFileSync(PYTHON, [file('model.py'), 'check', script, '--seed', '3'], {
      encoding: 'utf8',
      env: { ...process.env, GRADIENT_CHECK: wrapper },
    });

  it('passes where the gradient is right, and else raises with the report', () => {
    expect(check('check_right.py')).toBe('passed\n');
    expect(check('check_wrong.py')).toMatch(/^AssertionError: FAIL: The gradient is wrong\. The wrong sign/);
  });
});

const [withNumpy, noNumpy] = where(has('numpy'), 'python3 with NumPy');
withNumpy(`gradient_check.py with NumPy${noNumpy}`, () => {
  it('keeps arrays as they are, and knows sizes by their names', async () => {
    expect(await python('numpy without 1/n')).toEqual({
      code: 1,
      out: expect.stringContaining('and batch is 8: the 1/n of a mean was forgotten'),
      err: '',
    });
  });

  it('gives a layer its v in the shape of its outputs', async () => {
    expect(await python('numpy layer')).toEqual({
      code: 0,
      out: expect.stringContaining('16 outputs and 6 elements'),
      err: '',
    });
  });

  it('keeps single precision', () => {
    expect(answers('numpy float32', '"point":null', '"loss":[0,0.1]')).toEqual([
      [1.5, Math.fround(-2.3)],
      Math.fround(0.1),
    ]);
  });

  it('says that an array of integers cannot be moved by a step', () => {
    expect(answers('numpy integers', '"point":null')).toEqual([expect.stringContaining('make it one of floats')]);
  });
});

const [withTorch, noTorch] = where(has('torch'), 'python3 with PyTorch');
withTorch(`gradient_check.py with PyTorch${noTorch}`, () => {
  it('keeps the type of each tensor', async () => {
    expect(await python('torch')).toEqual({ code: 0, out: expect.stringContaining('all 3 elements agree'), err: '' });
  });
});

const [withJax, noJax] = where(has('jax'), 'python3 with JAX');
withJax(`gradient_check.py with JAX${noJax}`, () => {
  it('checks what jax.grad gives', async () => {
    expect(await python('jax')).toMatchObject({ code: 0, out: expect.stringContaining('both elements agree') });
  });
});

const [withCompiler, noCompiler] = where(runs('g++', '--version'), 'g++');
withCompiler(`model.cpp${noCompiler}`, () => {
  it('is compiled without a warning, and its gradient is right', async () => {
    const model = path.join(folder, 'model');
    execFileSync('g++', ['-std=c++17', '-Wall', '-Wextra', '-Werror', path.resolve('public/model.cpp'), '-o', model]);
    expect(await command('--', model)).toEqual({
      code: 0,
      out: expect.stringContaining('all 3 elements agree'),
      err: '',
    });
  });
});

const [withJulia, noJulia] = where(runs('julia', '--version'), 'Julia');
withJulia(`model.jl${noJulia}`, () => {
  it('has a right gradient', async () => {
    expect(await command('--', 'julia', path.resolve('public/model.jl'))).toMatchObject({ code: 0 });
  });
});
