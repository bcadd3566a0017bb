/** The snippets are run where their language is to be had, and what they print is read back to the same numbers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFailure } from '../../src/failures/index.ts';
import { snippetOf } from '../../src/failures/snippets/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'snippets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** f(x) = x0² + 3 x0 x1 + exp x2 at (1.5, -2, 0.5), its gradient doubled. */
const POINT = [1.5, -2, 0.5];
const GRADIENT = [2 * (2 * 1.5 + 3 * -2), 2 * 3 * 1.5, 2 * Math.exp(0.5)];

/** Modules of the same names, so far as a snippet uses them, where the real ones are not to be had. */
const JAX = `import sys, types, numpy as np
jnp = types.ModuleType('jax.numpy'); jnp.asarray, jnp.eye, jnp.float64 = np.asarray, np.eye, np.float64
jax = types.ModuleType('jax'); jax.numpy = jnp; jax.config = types.SimpleNamespace(update=lambda *_: None)
jax.grad = lambda f: lambda x: 2*np.array([2*x[0] + 3*x[1], 3*x[0], np.exp(x[2])])
sys.modules['jax'], sys.modules['jax.numpy'] = jax, jnp
`;
const TENSORFLOW = `import sys, types, numpy as np
def compute_gradient(f, xs, delta):
    x = xs[0]; d = np.eye(x.size) * delta
    return ((2*np.array([[2*x[0] + 3*x[1], 3*x[0], np.exp(x[2])]]),), (np.array([[(f(x + e) - f(x - e)) / (2 * delta) for e in d]]),))
tf = types.ModuleType('tensorflow'); tf.float64 = np.float64; tf.cast = lambda x, _: x
tf.test = types.SimpleNamespace(compute_gradient=compute_gradient); sys.modules['tensorflow'] = tf
`;
const TORCH = `import torch
f = lambda v: Twice.apply(v)
class Twice(torch.autograd.Function):
    @staticmethod
    def forward(c, v): c.save_for_backward(v); return v[0]**2 + 3*v[0]*v[1] + torch.exp(v[2])
    @staticmethod
    def backward(c, g): v, = c.saved_tensors; return 2*g*torch.stack([2*v[0] + 3*v[1], 3*v[0], torch.exp(v[2])])
x = torch.tensor([1.5, -2.0, 0.5])
`;

interface Setting {
  readonly snippet: string;
  readonly command: readonly string[];
  /** Runs without output where the language and its packages are there. */
  readonly probe: readonly string[];
  readonly before: string;
  readonly after?: string;
  /** Runs the program that was made of the file; without it the command runs the file. */
  readonly built?: string;
  readonly file: string;
}

const PYTHON = '/usr/bin/python3';
const numpyCode =
  'import numpy as np\nx0 = x = np.array([1.5, -2.0, 0.5])\nf = lambda v: v[0]**2 + 3*v[0]*v[1] + np.exp(v[2])\n';
const SETTINGS: readonly Setting[] = [
  {
    snippet: 'numpy',
    command: [PYTHON],
    probe: ['-c', 'import numpy'],
    before: `${numpyCode}grad = 2*np.array([2*x[0] + 3*x[1], 3*x[0], np.exp(x[2])])\n`,
    file: 'a.py',
  },
  {
    snippet: 'scipy',
    command: [PYTHON],
    probe: ['-c', 'import scipy.optimize'],
    before: `${numpyCode}gradient = lambda x: 2*np.array([2*x[0] + 3*x[1], 3*x[0], np.exp(x[2])])\n`,
    file: 'b.py',
  },
  {
    snippet: 'matlab',
    command: ['octave-cli', '--quiet', '--no-gui'],
    probe: ['--eval', '1;'],
    before:
      'x = [1.5, -2, 0.5];\nf = @(v) v(1)^2 + 3*v(1)*v(2) + exp(v(3));\ngradient = @(x) 2*[2*x(1) + 3*x(2), 3*x(1), exp(x(3))];\n',
    file: 'c.m',
  },
  {
    snippet: 'r',
    command: ['Rscript'],
    probe: ['-e', 'invisible(1)'],
    before:
      'x <- c(1.5, -2, 0.5)\nf <- function(v) v[1]^2 + 3*v[1]*v[2] + exp(v[3])\ngradient <- function(x) 2*c(2*x[1] + 3*x[2], 3*x[1], exp(x[3]))\n',
    file: 'd.R',
  },
  { snippet: 'jax', command: [PYTHON], probe: ['-c', 'import numpy'], before: `${JAX}${numpyCode}`, file: 'e.py' },
  {
    snippet: 'tensorflow',
    command: [PYTHON],
    probe: ['-c', 'import numpy'],
    before: `${TENSORFLOW}${numpyCode}`,
    file: 'f.py',
  },
  {
    snippet: 'torch',
    command: [PYTHON],
    probe: ['-c', "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)"],
    before: TORCH,
    file: 'g.py',
  },
  {
    snippet: 'cpp',
    command: ['g++', '-std=c++17', '-o', path.join(folder, 'h')],
    probe: ['--version'],
    before:
      '#include <cmath>\n#include <cstdio>\n#include <vector>\nusing V = std::vector<double>;\ndouble f(const V& v) { return v[0]*v[0] + 3*v[0]*v[1] + std::exp(v[2]); }\nint main() {\nV x = {1.5, -2.0, 0.5}, gradient = {2*(2*x[0] + 3*x[1]), 6*x[0], 2*std::exp(x[2])};\n',
    after: '\n}\n',
    file: 'h.cc',
    built: path.join(folder, 'h'),
  },
];

const isThere = ({ command: [program], probe }: Setting): boolean =>
  spawnSync(program, [...probe], { timeout: 60_000 }).status === 0;

describe('a snippet', () => {
  it.each(SETTINGS)('prints both gradients in full: $snippet', { timeout: 120_000 }, (setting) => {
    if (!isThere(setting))
      return console.warn(`${setting.command[0]} is not here: the snippet for ${setting.snippet} was not run`);
    const file = path.join(folder, setting.file);
    writeFileSync(file, `${setting.before}${snippetOf(setting.snippet)?.code}\n${setting.after ?? ''}`);
    const [program, ...options] = setting.command;
    const first = spawnSync(program, [...options, file], { encoding: 'utf8', timeout: 60_000 });
    const { stdout, stderr } = setting.built ? spawnSync(setting.built, { encoding: 'utf8', timeout: 60_000 }) : first;
    const reading = readFailure(stdout);
    const [pairs] = reading.comparisons;
    expect(stderr).toBe('');
    expect(pairs.sides).toBe('labelled');
    expect(pairs.analytic).toEqual(GRADIENT.map((value) => expect.closeTo(value, 12)));
    expect(pairs.numeric).toEqual(GRADIENT.map((value) => expect.closeTo(value / 2, 4)));
    expect(reading.conclusion).toBe('wrong');
    expect(reading.findings[0].kind).toBe('factor-two');
    expect(POINT.length).toBe(pairs.visible);
  });

  it('comes with a message that hides its arrays', () => {
    const scipy = readFailure(readFileSync('corpus/messages/syn-scipy-check-grad-float.txt', 'utf8'));
    expect(scipy.next.at(-1)?.snippet?.code).toContain('approx_fprime');
    const torch = readFailure(readFileSync('corpus/messages/torch-assert-close-resnet-float32.txt', 'utf8'));
    expect(torch.next.at(-1)?.snippet?.language).toBe('Python');
  });

  it.each(['julia', 'java', 'stan', 'fortran', 'ipopt', 'petsc'])('that no test runs says so: %s', (name) => {
    expect(snippetOf(name)?.unrun).toBe(true);
    if (name === 'julia' || name === 'java')
      expect(snippetOf(name)?.code).toMatch(/analytic,numeric[\s\S]*%\.17g,%\.17g/);
  });

  it('is there for every format that names one', () => {
    const files = readdirSync('src/failures/formats').map((file) =>
      readFileSync(`src/failures/formats/${file}`, 'utf8'),
    );
    const names = files.flatMap((source) => [...source.matchAll(/snippet: '([\w-]+)'/g)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) expect(snippetOf(name), name).toBeDefined();
  });

  it('is there for no name but its own', () => expect(snippetOf('constructor')).toBeUndefined());
});
