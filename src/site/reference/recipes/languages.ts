import { INSTALL, type Recipe } from './recipe.ts';

/** Other languages, by the protocol. */
export const LANGUAGES: readonly Recipe[] = [
  {
    id: 'python',
    title: 'Python',
    text: 'The command starts your program and asks it, line by line. `gradient_check.py` answers for NumPy, PyTorch, JAX and plain numbers: the loss gets the kind of arrays that `x` is made of.',
    needs: { 'python3 with NumPy and pytest': ['python3', '-c', 'import numpy, pytest'] },
    steps: [
      { run: INSTALL },
      { save: 'gradient_check.py' },
      {
        file: 'model.py',
        text: `import numpy as np
import gradient_check

X = np.array([[1.0, 0.5], [-0.3, 2.0], [0.8, -1.1]])
t = np.array([0.9, -0.4, 1.7])

def loss(w):
    return np.mean((X @ w - t) ** 2)

def gradient(w):
    return 2 * X.T @ (X @ w - t) / len(t)

if __name__ == "__main__":
    gradient_check.serve(loss, gradient, np.array([0.6, -1.2]))
`,
      },
      {
        run: 'npx gradient-check -- python3 model.py',
        prints: 'PASS: The gradient is right: both elements agree',
      },
      {
        file: 'test_model.py',
        text: `import gradient_check

def test_gradient():
    gradient_check.check("model.py")
`,
      },
      { run: 'python3 -m pytest', prints: '1 passed' },
    ],
    after:
      'A layer is served by `serve_vjp(forward, vjp, x)`. What the program prints goes to standard error, and does no harm.',
  },
  {
    id: 'cpp',
    title: 'C++',
    text: '`model.cpp` is a program in the standard library alone. Put your loss, gradient and point in place of its own.',
    needs: { 'g++': ['g++', '--version'] },
    steps: [
      { run: INSTALL },
      { save: 'model.cpp' },
      { run: 'g++ -std=c++17 -O2 model.cpp -o model' },
      { run: 'npx gradient-check -- ./model', prints: 'PASS: The gradient is right: all 3 elements agree' },
    ],
    after:
      'For Julia there is [model.jl](/model.jl). Any other language can answer too: the [protocol](/tools/protocol/) is a line of JSON for each question.',
  },
];
