/** Tests that draw shapes, and what runs them: the page on continuous integration. A test follows these recipes too. */
import { ARCHIVE, type Recipe } from './recipe.ts';

const LAYER = `const sumOver = (list, term) => list.reduce((sum, each, i) => sum + term(each, i), 0);

// y = x Wᵀ + b, for a batch of rows
export const forward = ({ x, W, b }) =>
  x.map((row) => W.map((w, k) => b[k] + sumOver(w, (weight, j) => weight * row[j])));

// from the gradient v with respect to y, those with respect to x, W and b
export const backward = ({ x, W }, v) => ({
  x: x.map((row, i) => row.map((_, j) => sumOver(W, (w, k) => v[i][k] * w[j]))),
  W: W.map((w, k) => w.map((_, j) => sumOver(x, (row, i) => v[i][k] * row[j]))),
  b: W.map((_, k) => sumOver(v, (row) => row[k])),
});
`;

const TEST = `import { test } from 'node:test';
import fc from 'fast-check';
import { assertVjp } from 'gradient-checking/node';
import { backward, forward } from './layer.mjs';

// numbers from -2 to 2, the same ones for the same seed
const numbers = (seed) => () => {
  seed = (1664525 * seed + 1013904223) % 2 ** 32;
  return seed / 2 ** 30 - 2;
};
const size = fc.integer({ min: 1, max: 4 });
const anySeed = fc.integer({ min: 0 });

test('the backward pass is right in every shape', () => {
  fc.assert(
    fc.property(size, size, size, anySeed, (batch, inputs, outputs, seed) => {
      const next = numbers(seed);
      const vector = (n) => Array.from({ length: n }, next);
      const matrix = (m, n) => Array.from({ length: m }, () => vector(n));
      assertVjp(backward, forward, {
        x: matrix(batch, inputs),
        W: matrix(outputs, inputs),
        b: vector(outputs),
      });
    }),
    { seed: Number(process.env.SEED ?? 1), numRuns: 20 },
  );
});
`;

const PYTHON_LAYER = `def forward(p):
    return p["x"] @ p["W"].T + p["b"]


def vjp(p, v):
    return {"x": v @ p["W"], "W": v.T @ p["x"], "b": v.sum(0)}
`;

const PYTHON_TEST = `import numpy as np
from hypothesis import given, settings, strategies as st
from layer import forward, vjp

size = st.integers(1, 4)


@settings(max_examples=100, deadline=None)
@given(batch=size, inputs=size, outputs=size, seed=st.integers(0, 2**31 - 1))
def test_the_backward_pass_is_right_in_every_shape(batch, inputs, outputs, seed):
    draw = np.random.default_rng(seed).standard_normal
    shapes = {"x": (batch, inputs), "W": (outputs, inputs), "b": (outputs,)}
    p = {name: draw(shape) for name, shape in shapes.items()}
    u = {name: draw(shape) for name, shape in shapes.items()}
    v = draw((batch, outputs))

    back = vjp(p, v)
    assert {name: part.shape for name, part in back.items()} == shapes

    def seen(h):  # the outputs as one number, a step of h along u
        return np.vdot(v, forward({name: p[name] + h * u[name] for name in p}))

    measured = (seen(1e-5) - seen(-1e-5)) / 2e-5
    written = sum(np.vdot(back[name], u[name]) for name in u)
    assert abs(measured - written) <= 1e-6 * max(1, abs(measured), abs(written))
`;

export const CI: readonly Recipe[] = [
  {
    id: 'shapes',
    title: 'In JavaScript',
    text: 'With Node’s own runner and `fast-check`; vitest and Jest take the same.',
    steps: [
      { run: 'npm init -y' },
      { run: `npm install --save-dev fast-check ${ARCHIVE}`, fetches: true },
      { file: 'layer.mjs', text: LAYER },
      { file: 'layer.test.mjs', text: TEST },
      { run: 'SEED=7 node --test', prints: 'pass 1' },
    ],
  },
  {
    id: 'shapes-python',
    title: 'In Python',
    text: 'With pytest and `hypothesis`, which `python3 -m pip install -r requirements.txt` installs.',
    needs: { 'python3 with NumPy, pytest and hypothesis': ['python3', '-c', 'import hypothesis, numpy, pytest'] },
    steps: [
      { file: 'requirements.txt', text: 'hypothesis\nnumpy\npytest\n' },
      { file: 'layer.py', text: PYTHON_LAYER },
      { file: 'test_layer.py', text: PYTHON_TEST },
      { run: 'python3 -m pytest --hypothesis-seed=7', prints: '1 passed' },
    ],
    after:
      'One random direction *u* in, one random *v* out, and a central difference between them: no program has to be started for an example, so a hundred of them take about a second. The shapes are compared first, since NumPy would stretch a bias gradient that was never summed, and it would pass. For names and error bars add the test of the [reference](/tools/reference/#python), at one point.',
  },
];

const TRIGGERS = `on:
  pull_request:
  schedule:
    - cron: '17 3 * * *' # every night
permissions:
  contents: read
`;

/** One job that is tried at every change and each night: its environment, and the steps after the checkout. */
const workflow = (environment: string, steps: string): string => `name: gradients
${TRIGGERS}env:
${environment}jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
${steps}`;

const WORKFLOW_NODE = workflow(
  `  SEED: \${{ github.event_name == 'schedule' && github.run_number || 1 }}
`,
  `      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: node --test
`,
);

const WORKFLOW_PYTHON = workflow(
  `  PYTEST_ADDOPTS: >-
    \${{ github.event_name == 'schedule' && format(
    '--hypothesis-profile=default --hypothesis-seed={0}',
    github.run_number) || '' }}
`,
  `      - uses: actions/setup-python@v6
        with:
          python-version: '3.13'
          cache: pip
      - run: python3 -m pip install -r requirements.txt
      - run: python3 -m pytest
`,
);

const FILE = '.github/workflows/gradients.yml';

/** What runs those tests on GitHub: at every proposed change, and each night from another seed. */
export const WORKFLOWS: readonly Recipe[] = [
  {
    id: 'workflow-node',
    title: 'A workflow for Node',
    text: 'It runs the JavaScript above; in place of `node --test` write whatever runs your tests.',
    steps: [{ file: FILE, text: WORKFLOW_NODE }],
  },
  {
    id: 'workflow-python',
    title: 'A workflow for Python',
    text: 'Recent versions of `hypothesis` draw the same examples in every run on a CI server, whatever seed they are given. So the nightly run asks for its other profile.',
    steps: [{ file: FILE, text: WORKFLOW_PYTHON }],
  },
];
