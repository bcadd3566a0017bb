import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pythonTestFile } from '@/lessons/playground/python-test-file.ts';
import { PYTHON_TEMPLATES } from '@/lessons/playground/templates.ts';

/** Debian's Python first: it is the one for which NumPy is a package of the system. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import numpy']).status === 0);
const HAS_PYTEST = PYTHON !== undefined && spawnSync(PYTHON, ['-c', 'import pytest']).status === 0;
if (PYTHON === undefined) console.warn('There is no python3 with NumPy here: the downloaded file is not run.');

/** What pytest does where it is not installed. */
const CALLED = 'import runpy, sys; runpy.run_path(sys.argv[1])["test_the_gradient_is_that_of_the_loss"]()';

const template = (id: string) => PYTHON_TEMPLATES.find((each) => each.id === id)?.code ?? '';

describe.skipIf(PYTHON === undefined)('the file for pytest that the playground gives, run by Python and NumPy', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pytest-file-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync('public/gradient_check.py', path.join(folder, 'gradient_check.py'));
  const command = path.join(folder, 'gradient-check');
  writeFileSync(command, `#!/bin/sh\nexec ${process.execPath} ${path.resolve('src/command/cli.ts')} "$@"\n`);
  chmodSync(command, 0o755);

  const run = (code: string) => {
    const file = path.join(folder, 'test_gradient.py');
    writeFileSync(file, pythonTestFile(code));
    const options = HAS_PYTEST ? ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', file] : ['-c', CALLED, file];
    const { status, stdout, stderr } = spawnSync(PYTHON ?? '', options, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GRADIENT_CHECK: command },
    });
    return { passed: status === 0, said: stdout + stderr };
  };

  it('passes for a right layer, of forward and vjp', () => {
    expect(run(template('layer'))).toMatchObject({ passed: true });
  });

  it('fails as the page does where a bias is not summed over the batch, and names it', () => {
    const { passed, said } = run(template('two-layer-network').replaceAll('dh.sum(axis=0)', 'dh'));
    expect(passed).toBe(false);
    expect(said).toMatch(/AssertionError[\s\S]*came back 5 times over/);
  });

  it('says what is missing where there is neither a pair nor a layer', () => {
    expect(run('import numpy as np\nx = np.ones(2)').said).toContain('this file has neither');
  });
});
