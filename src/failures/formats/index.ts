/** All formats, the special before the general: the first that knows a text and can read it is taken. */
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
import { numpyAllclose } from './numpy-allclose.ts';
import { octaveColumns } from './octave-columns.ts';
import { openmdao } from './openmdao.ts';
import { optimx } from './optimx.ts';
import { paddle } from './paddle.ts';
import { petsc } from './petsc.ts';
import { pytensor } from './pytensor.ts';
import { snopt } from './snopt.ts';
import { stan } from './stan.ts';
import { discretize, manopt, pyadjoint } from './taylor.ts';
import { tensorflow } from './tensorflow.ts';
import { torchAssertClose } from './torch-assert-close.ts';
import { torchGradcheck } from './torch-gradcheck.ts';
import { torchNotReentrant, torchOther } from './torch-other.ts';

export const FORMATS: readonly Format[] = [
  torchGradcheck,
  torchNotReentrant,
  torchAssertClose,
  torchOther,
  pytensor,
  chainer,
  mxnet,
  jax,
  tensorflow,
  numpyAllclose,
  autograd,
  nloptr,
  ipopt,
  caffe,
  gtest,
  dl4j,
  ceres,
  petsc,
  stan,
  openmdao,
  gpy,
  julia,
  manopt,
  discretize,
  pyadjoint,
  optimx,
  matlab,
  snopt,
  paddle,
  gtsam,
  dlib,
  dynet,
  cs224n,
  deeplearningAi,
  octaveColumns,
  cs231n,
];
