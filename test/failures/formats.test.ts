/** Every format on its least message: the tool, the first pair, which side is which; and on one that only looks like it. */
import { describe, expect, it } from 'vitest';
import { ANY_FORMATS, FORMATS } from '../../src/failures/formats/index.ts';
import { readFailure } from '../../src/failures/index.ts';

interface Case {
  readonly format: string;
  readonly text: string;
  /** The analytic and the numeric number of the first pair, where it prints pairs. */
  readonly pair?: readonly [number, number];
  readonly visible?: number;
  readonly conclusion?: string;
}

const BODY = 'Mismatched elements: 2 / 2 (100%)\n x: array([1.25, 2.5])\n y: array([0.625, 1.25])\n';

const CASES: readonly Case[] = [
  {
    format: 'torch-gradcheck',
    text: 'Jacobian mismatch for output 0 with respect to input 1,\nnumerical:tensor([[0.5000],\n        [1.5000]])\nanalytical:tensor([[1.0000],\n        [3.0000]])',
    pair: [1, 0.5],
    visible: 2,
  },
  {
    format: 'torch-not-reentrant',
    text: 'GradcheckError: Backward is not reentrant, i.e.',
    conclusion: 'not-repeatable',
  },
  {
    format: 'torch-assert-close',
    text: 'Tensor-likes are not close!\n\nMismatched elements: 4 / 4 (100.0%)\nGreatest absolute difference: 3.0 at index (0, 1) (up to 1e-07 allowed)\nGreatest relative difference: 2.0 at index (0, 0) (up to 1e-07 allowed)',
    conclusion: 'wrong',
  },
  {
    format: 'torch-assert-close',
    text: 'Scalars are not close!\n\nExpected 1.5 but got 4.5.\nAbsolute difference: 3.0',
    pair: [4.5, 1.5],
  },
  {
    format: 'torch-other',
    text: 'torch.autograd.gradcheck.GradcheckError: Analytical gradient has incorrect size',
    conclusion: 'wrong',
  },
  {
    format: 'pytensor',
    text: 'numeric gradient and analytic gradient exceed tolerance:\n        At position 7 of argument 0 with shape (3, 4),\n            val1 = -0.412003      ,  val2 = 0.412003',
    pair: [-0.412003, 0.412003],
  },
  {
    format: 'chainer',
    text: 'check_backward failed (eps=0.001)\ngradients (numeric):  2.5\ngradients (backward): 1.25\n',
    pair: [1.25, 2.5],
  },
  {
    format: 'mxnet',
    text: 'Error 2 exceeds tolerance rtol=1e-3, atol=1e-3.  Location of maximum error:(0,), a=1, b=2\n NUMERICAL_w: array([1.25, 2.5])\n BACKWARD_w: array([2.5, 5. ])',
    pair: [2.5, 1.25],
    visible: 2,
  },
  {
    format: 'jax',
    text: `Not equal to tolerance rtol=1e-05, atol=1e-05\nJVP tangent\n${BODY}`,
    pair: [1.25, 0.625],
    visible: 2,
  },
  {
    format: 'tensorflow',
    text: 'not close where = (array([0, 1]),)\nnot close lhs = [1.25 2.5 ]\nnot close rhs = [0.625 1.25 ]',
    pair: [1.25, 0.625],
  },
  {
    format: 'tensorflow-near',
    text: "b'x and y not equal to tolerance rtol = 1e-6, atol = 1e-6'\nb'x (shape=(2,) dtype=float32) = '\n1.25, 2.5\nb'y (shape=(2,) dtype=float32) = '\n0.625, 1.25\n",
    pair: [1.25, 0.625],
    visible: 2,
  },
  {
    format: 'tensorflow-gradient',
    text: '>>> tf.test.compute_gradient(f, [x, y])\n((array([[1.25]]), array([[9.5]])), (array([[0.625]]), array([[9.5]])))',
    pair: [1.25, 0.625],
    visible: 2,
  },
  { format: 'numpy', text: `Not equal to tolerance rtol=1e-05, atol=0\n\n${BODY}`, pair: [1.25, 0.625] },
  {
    format: 'numpy',
    text: 'Arrays are not almost equal to 6 decimals\n ACTUAL: array([1.25])\n DESIRED: array([0.625])',
    pair: [1.25, 0.625],
  },
  {
    format: 'numpy',
    text: 'Not equal to tolerance rtol=1e-07, atol=0\nMismatch at index:\n [1, 2]: 1.25 (ACTUAL), 0.625 (DESIRED)',
    pair: [1.25, 0.625],
  },
  {
    format: 'autograd',
    text: 'Derivative (VJP) check of f failed with arg 0.3:\nanalytic: 1.25\nnumeric:  0.625',
    pair: [1.25, 0.625],
  },
  {
    format: 'nloptr',
    text: 'Derivative checker results: 1 error(s) detected.\n\n* grad_f[ 2 ] = 1.25e+00 ~ 6.25e-01   [1e+00]',
    pair: [1.25, 0.625],
  },
  {
    format: 'ipopt',
    text: '* grad_f[          2] =  1.2500000000000000e+00    ~  6.2500000000000000e-01  [ 1.000e+00]\n\nDerivative checker detected 1 error(s).',
    pair: [1.25, 0.625],
  },
  {
    format: 'caffe',
    text: 'computed_gradient evaluates to 1.25,\nestimated_gradient evaluates to 0.625, and\nthreshold_ * scale evaluates to 0.001.',
    pair: [1.25, 0.625],
  },
  {
    format: 'gtest',
    text: 'The difference between fd and grad is 0.6, which exceeds 1e-7, where\nfd evaluates to 0.625,\ngrad evaluates to 1.25, and\n1e-7 evaluates to 9.9e-08.',
    pair: [1.25, 0.625],
    visible: 1,
  },
  {
    format: 'dl4j',
    text: 'Param 0 (0_W) FAILED: grad= 1.25, numericalGrad= 0.625, relError= 0.33',
    pair: [1.25, 0.625],
  },
  {
    format: 'ceres',
    text: '========== Jacobian for block 0: (1 by 1)) ==========\n block row col user dx/dy num diff dx/dy abs error relative error parameter residual\n     0    0    0   1.25   0.625   0.625   0.5   0.3   1.7',
    pair: [1.25, 0.625],
    visible: 1,
  },
  {
    format: 'petsc',
    text: '  Hand-coded Jacobian ----------\nMat Object: 1 MPI process\nrow 0: (0, 1.25) \n  Finite difference Jacobian ----------\nMat Object: 1 MPI process\nrow 0: (0, 0.625) \n',
    pair: [1.25, 0.625],
  },
  { format: 'petsc', text: '  ||J - Jfd||_F/||J||_F = 0.517794, ||J - Jfd||_F = 1.39341', conclusion: 'undecided' },
  {
    format: 'stan',
    text: ' param idx           value           model     finite diff           error\n         0            0.19            1.25           0.625           0.625',
    pair: [1.25, 0.625],
  },
  {
    format: 'openmdao',
    text: "  c: 'f' wrt 'x'\n\n    Raw Forward Derivative (Jfwd)\n    [[1.25]]\n\n    Raw FD Derivative (Jfd)\n    [[0.625]]\n",
    pair: [1.25, 0.625],
  },
  {
    format: 'openmdao-compact',
    text: "| 'of' variable | 'wrt' variable | calc val | fd val | (calc-fd) - (a + r*fd) | error desc |\n+===+===+===+===+===+===+\n| f | x |  1.250000e+00 |  6.250000e-01 | 6.2e-01 | >TOL |",
    pair: [1.25, 0.625],
    visible: 1,
  },
  {
    format: 'openmdao-compact',
    text: "'<output>' wrt '<variable>' | fwd mag. | rev mag. | check mag. | a(fwd-chk)\n---\n'f' wrt 'x' | 6.2500e-01 | 1.2500e+00 | 6.2500e-01 | 0.0",
    pair: [0.625, 0.625],
    visible: 2,
  },
  {
    format: 'gpy',
    text: ' Name | Ratio | Difference | Analytical | Numerical | dF_ratio \n rbf.variance | 0.500000 | 0.625000 | 1.250000 | 0.625000 | 2e-08 ',
    pair: [1.25, 0.625],
  },
  {
    format: 'julia',
    text: 'Problem: cotangent for input 2, Float64\n   Evaluated: isapprox([1.25, 2.5], [0.625, 1.25]; rtol = 1.0e-9)',
    pair: [1.25, 0.625],
  },
  { format: 'manopt', text: 'The slope should be 2. It appears to be: 1.0003.', conclusion: 'wrong' },
  {
    format: 'manopt',
    text: 'The slope should be 2. It appears to be: 2.0003.\nThe residual should be close to 0: 0.73.',
    conclusion: 'wrong',
  },
  {
    format: 'discretize',
    text: 'iter    h         |ft-f0|   |ft-f0-h*J0*dx|  Order\n 0   1.00e-01    4.561e-01     1.120e-01      nan\n 1   1.00e-02    4.412e-02     1.120e-03      2.000\n 2   1.00e-03    4.398e-03     1.120e-05      2.000\n',
    conclusion: 'right',
  },
  { format: 'pyadjoint', text: 'Computed convergence rates: [1.0005, 1.0003, 1.0001]', conclusion: 'wrong' },
  {
    format: 'optimx',
    text: 'Compute analytic gradient\n[1] 1.25 2.5\nCompute numeric gradient\n[1] 0.625 1.25\n',
    pair: [1.25, 0.625],
  },
  {
    format: 'matlab',
    text: 'Supplied derivative element (2,1):  1.25\n  Finite-difference derivative element (2,1):  0.625',
    pair: [1.25, 0.625],
  },
  {
    format: 'snopt',
    text: '        j         x(j)        dx(j)           g(j)  Difference approxn\n        1   1.0E+00  1.5E-06   1.25E+00   6.25E-01  bad?',
    pair: [1.25, 0.625],
  },
  {
    format: 'paddle',
    text: 'Variable X max gradient diff 1.000000 over limit 0.005000, the first error element is 4, expected 0.625000, but got 1.250000',
    pair: [1.25, 0.625],
  },
  {
    format: 'gtsam',
    text: 'not equal:\nexpected = [\n\t0.625, 1.25\n]\nactual = [\n\t1.25, 2.5\n]',
    pair: [1.25, 0.625],
  },
  { format: 'dlib', text: 'Gradient error in parameter #3.  Relative error: 1', conclusion: 'undecided' },
  { format: 'dynet', text: '***[1] 1.25 0.625\n0.5 0.5\n', pair: [1.25, 0.625], visible: 2 },
  {
    format: 'cs224n',
    text: 'First gradient error found at index (0, 3)\nYour gradient: 1.250000 \t Numerical gradient: 0.625000',
    pair: [1.25, 0.625],
  },
  {
    format: 'deeplearning-ai',
    text: 'There is a mistake in the backward propagation! difference = 0.2850931567761624',
    conclusion: 'wrong',
  },
  {
    format: 'octave-columns',
    text: '   6.2500e-01   1.2500e+00\n   1.2500e+00   2.5000e+00\n(Left-Your Numerical Gradient, Right-Analytical Gradient)',
    pair: [1.25, 0.625],
  },
  { format: 'notebook', text: 'Test 2 (buggy 1/n): FAIL  rel_err=3.333333e-01', conclusion: 'wrong' },
  { format: 'cs231n', text: 'numerical: 0.625000 analytic: 1.250000, relative error: 3.3e-01', pair: [1.25, 0.625] },
  { format: 'number', text: '>>> check_grad(f, g, x)\n0.28', conclusion: 'undecided' },
  { format: 'arrays', text: 'numeric = [0.625, 1.25]\nanalytic = [1.25, 2.5]', pair: [1.25, 0.625] },
  { format: 'arrays', text: '{"analytic": [1.25, 2.5], "numeric": [0.625, 1.25]}', pair: [1.25, 0.625] },
  { format: 'lines', text: '数值梯度： 0.625， 解析梯度： 1.25', pair: [1.25, 0.625] },
  {
    format: 'matrices',
    text: 'numgrad =\n\n   0.625   1.25   3.5\n\ngrad =\n\n   1.25   2.5   7.0\n',
    pair: [1.25, 0.625],
  },
  { format: 'columns', text: 'numeric;analytic\n0,625;1,25\n1,25;2,5', pair: [1.25, 0.625] },
];

describe('a format', () => {
  it.each(CASES)(
    'is recognised, and its sides are told apart: $format',
    ({ format, text, pair, visible, conclusion }) => {
      const reading = readFailure(text);
      expect(reading.format).toBe(format);
      expect(reading.problem).toBeUndefined();
      const [first] = reading.comparisons;
      if (pair) expect([first?.analytic[0], first?.numeric[0]]).toEqual(pair);
      if (visible) expect(reading.comparisons.reduce((sum, each) => sum + each.visible, 0)).toBe(visible);
      if (conclusion) expect(reading.conclusion).toBe(conclusion);
    },
  );

  it('has a case here, each of them', () => {
    const tried = new Set(CASES.map(({ format }) => format));
    expect([...FORMATS, ...ANY_FORMATS].map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it.each([...FORMATS, ...ANY_FORMATS])(
    'answers to any text, and is not seen in prose: $id',
    ({ id, format, name }) => {
      const prose =
        'My gradient check fails, and I do not know whether the numerical gradient or my backward pass is wrong.';
      if (id !== 'matrices' && id !== 'columns' && id !== 'number') expect(format.knows(prose)).toBe(false);
      const reading = readFailure(prose, { format: id });
      expect(reading).toMatchObject({ tool: expect.any(String), conclusion: expect.any(String), comparisons: [] });
      expect(name).not.toBe('');
    },
  );
});

describe('a format that the reader chooses', () => {
  const text = 'numerical: [0.625, 1.25] analytic: [1.25, 2.5]';

  it('takes the place of the one that is recognised', () => {
    const other = CASES.find(({ format }) => format === 'octave-columns') as Case;
    const reading = readFailure(other.text, { format: 'columns' });
    expect(reading.format).toBe('columns');
    expect(reading.comparisons[0]).toMatchObject({ sides: 'assumed', analytic: [0.625, 1.25] });
  });

  it('says what it expected where the text has none of it', () => {
    expect(readFailure(text, { format: 'ceres' }).problem).toContain('num diff dx/dy');
    expect(readFailure(text, { format: 'pyadjoint' }).conclusion).toBe('undecided');
  });

  it('is ignored where there is none of that name', () => {
    expect(readFailure(text, { format: 'constructor' })).toEqual(readFailure(text));
  });
});
