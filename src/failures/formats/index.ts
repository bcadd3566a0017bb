/** All formats, the special before the general: the first that knows a text and can read it is taken. */
import { anyArrays, anyMatrices } from './any-arrays.ts';
import { anyColumns } from './any-columns.ts';
import { anyLines, loneNumber } from './any-lines.ts';
import { autograd } from './autograd.ts';
import { caffe, gtest } from './caffe.ts';
import { ceres } from './ceres.ts';
import { chainer } from './chainer.ts';
import { cs224n } from './cs224n.ts';
import { cs231n } from './cs231n.ts';
import { deeplearningAi } from './deeplearning-ai.ts';
import { dl4j } from './dl4j.ts';
import { dlib } from './dlib.ts';
import { dynet } from './dynet.ts';
import type { Format } from './format.ts';
import { gpy } from './gpy.ts';
import { gtsam } from './gtsam.ts';
import { ipopt } from './ipopt.ts';
import { jax } from './jax.ts';
import { julia } from './julia.ts';
import { matlab } from './matlab.ts';
import { mxnet } from './mxnet.ts';
import { nloptr } from './nloptr.ts';
import { notebook } from './notebook.ts';
import { numpyAllclose } from './numpy-allclose.ts';
import { octaveColumns } from './octave-columns.ts';
import { openmdao } from './openmdao.ts';
import { openmdaoCompact } from './openmdao-compact.ts';
import { optimx } from './optimx.ts';
import { paddle } from './paddle.ts';
import { petsc } from './petsc.ts';
import { pytensor } from './pytensor.ts';
import { snopt } from './snopt.ts';
import { stan } from './stan.ts';
import { discretize, manopt, pyadjoint } from './taylor.ts';
import { tensorflow, tensorflowGradient, tensorflowNear } from './tensorflow.ts';
import { torchAssertClose } from './torch-assert-close.ts';
import { torchGradcheck } from './torch-gradcheck.ts';
import { torchNotReentrant, torchOther } from './torch-other.ts';

/** A format by its name. */
export interface NamedFormat {
  /** Stands in a menu's value. */
  readonly id: string;
  readonly name: string;
  readonly format: Format;
}

export const FORMATS: readonly NamedFormat[] = [
  { id: 'torch-gradcheck', name: 'PyTorch gradcheck', format: torchGradcheck },
  { id: 'torch-not-reentrant', name: 'PyTorch gradcheck: not reentrant', format: torchNotReentrant },
  { id: 'torch-assert-close', name: 'PyTorch assert_close', format: torchAssertClose },
  { id: 'torch-other', name: 'PyTorch gradcheck: other complaints', format: torchOther },
  { id: 'pytensor', name: 'PyTensor or Theano verify_grad', format: pytensor },
  { id: 'chainer', name: 'Chainer check_backward', format: chainer },
  { id: 'mxnet', name: 'MXNet check_numeric_gradient', format: mxnet },
  { id: 'jax', name: 'JAX check_grads', format: jax },
  { id: 'tensorflow', name: 'TensorFlow assertAllClose', format: tensorflow },
  { id: 'tensorflow-near', name: 'TensorFlow assert_near', format: tensorflowNear },
  { id: 'tensorflow-gradient', name: 'TensorFlow compute_gradient', format: tensorflowGradient },
  { id: 'numpy', name: 'NumPy assert_allclose', format: numpyAllclose },
  { id: 'autograd', name: 'HIPS autograd check_grads', format: autograd },
  { id: 'nloptr', name: 'R nloptr check.derivatives', format: nloptr },
  { id: 'ipopt', name: 'Ipopt derivative_test', format: ipopt },
  { id: 'caffe', name: 'Caffe GradientChecker', format: caffe },
  { id: 'gtest', name: 'GoogleTest', format: gtest },
  { id: 'dl4j', name: 'Deeplearning4j', format: dl4j },
  { id: 'ceres', name: 'Ceres GradientChecker', format: ceres },
  { id: 'petsc', name: 'PETSc SNES or TAO', format: petsc },
  { id: 'stan', name: 'Stan diagnose', format: stan },
  { id: 'openmdao', name: 'OpenMDAO', format: openmdao },
  { id: 'openmdao-compact', name: 'OpenMDAO, compact', format: openmdaoCompact },
  { id: 'gpy', name: 'GPy checkgrad', format: gpy },
  { id: 'julia', name: 'Julia ChainRules or Enzyme', format: julia },
  { id: 'manopt', name: 'Manopt or pymanopt', format: manopt },
  { id: 'discretize', name: 'discretize check_derivative', format: discretize },
  { id: 'pyadjoint', name: 'pyadjoint taylor_test', format: pyadjoint },
  { id: 'optimx', name: 'R optimx grchk', format: optimx },
  { id: 'matlab', name: 'MATLAB checkGradients', format: matlab },
  { id: 'snopt', name: 'SNOPT or MINOS', format: snopt },
  { id: 'paddle', name: 'Paddle OpTest', format: paddle },
  { id: 'gtsam', name: 'GTSAM assert_equal', format: gtsam },
  { id: 'dlib', name: 'dlib test_layer', format: dlib },
  { id: 'dynet', name: 'DyNet check_grad', format: dynet },
  { id: 'cs224n', name: 'CS224n gradcheck_naive', format: cs224n },
  { id: 'deeplearning-ai', name: 'deeplearning.ai gradient_check_n', format: deeplearningAi },
  { id: 'octave-columns', name: 'checkNNGradients (Octave)', format: octaveColumns },
  { id: 'notebook', name: 'The notebook of this course', format: notebook },
  { id: 'cs231n', name: 'CS231n', format: cs231n },
];

/** For texts in which no tool is recognised. */
export const ANY_FORMATS: readonly NamedFormat[] = [
  { id: 'number', name: 'One number', format: loneNumber },
  { id: 'arrays', name: 'Two arrays', format: anyArrays },
  { id: 'lines', name: 'Numbers with names', format: anyLines },
  { id: 'matrices', name: 'Two matrices without brackets', format: anyMatrices },
  { id: 'columns', name: 'Columns, CSV, TSV', format: anyColumns },
];
