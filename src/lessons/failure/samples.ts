/** Messages to try, one for each of the commonest tools. Each is fetched when it is asked for. */

export interface MessageSample {
  readonly id: string;
  readonly label: string;
  readonly load: () => Promise<{ readonly default: string }>;
}

export const SAMPLES = [
  {
    id: 'gradcheck',
    label: 'PyTorch gradcheck',
    load: () => import('../../../corpus/messages/syn-torch-transposed.txt?raw'),
  },
  {
    id: 'gradcheck-float32',
    label: 'PyTorch gradcheck, in float32',
    load: () => import('../../../corpus/messages/syn-torch-float32-right-gradient.txt?raw'),
  },
  {
    id: 'assert-close',
    label: 'PyTorch assert_close',
    load: () => import('../../../corpus/messages/torch-assert-close-resnet-float32.txt?raw'),
  },
  {
    id: 'numpy',
    label: 'NumPy assert_allclose',
    load: () => import('../../../corpus/messages/syn-numpy24-missing-mean.txt?raw'),
  },
  {
    id: 'jax',
    label: 'JAX check_grads',
    load: () => import('../../../corpus/messages/syn-numpy124-row-sign-cut-rows.txt?raw'),
  },
  {
    id: 'scipy',
    label: 'SciPy check_grad',
    load: () => import('../../../corpus/messages/syn-scipy-check-grad-float.txt?raw'),
  },
  {
    id: 'autograd',
    label: 'HIPS autograd check_grads',
    load: () => import('../../../corpus/messages/syn-autograd-factor-two.txt?raw'),
  },
  {
    id: 'cs231n',
    label: 'CS231n grad_check_sparse',
    load: () => import('../../../corpus/messages/cs231n-softmax-most-columns-zero.txt?raw'),
  },
  {
    id: 'deeplearning-ai',
    label: 'deeplearning.ai gradient_check_n',
    load: () => import('../../../corpus/messages/coursera-two-planted-bugs.txt?raw'),
  },
  { id: 'stan', label: 'Stan diagnose', load: () => import('../../../corpus/messages/syn-stan-sign.txt?raw') },
  {
    id: 'ipopt',
    label: 'Ipopt derivative_test',
    load: () => import('../../../corpus/messages/syn-ipopt-constraint-row-sign.txt?raw'),
  },
] as const satisfies readonly MessageSample[];

export type SampleId = (typeof SAMPLES)[number]['id'];

/** A message that another page of this site prints. */
export interface PrintedSample {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** The text of a sample. */
export const loadSample = async (id: SampleId): Promise<string> =>
  (await SAMPLES.find((sample) => sample.id === id)!.load()).default;

export const isSample = (id: string): id is SampleId => SAMPLES.some((sample) => sample.id === id);
