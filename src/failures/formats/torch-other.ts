/** The other complaints of PyTorch's gradcheck, without two tensors: each sentence in our words. */
import type { Fact } from '../reading.ts';
import type { Format } from './format.ts';

type Contract = Extract<Fact, { kind: 'contract' }>;

const SENTENCES: readonly { readonly words: string; readonly is: Contract['is']; readonly says: string }[] = [
  {
    words: 'nalytical gradient has incorrect size',
    is: 'wrong-shape',
    says: 'The backward pass returned a gradient of another size than the input. Return one of the shape of each input.',
  },
  {
    words: 'Gradient has dtype mismatch',
    is: 'other',
    says: 'The backward pass returned another dtype than the input has. Cast it to the dtype of the input.',
  },
  {
    words: 'umerical gradient for function expected to be zero',
    is: 'wrong-shape',
    says: 'The backward pass gives no gradient (None) for an input that moves the output. Return one, or mark the output as not differentiable.',
  },
  {
    words: 'backward not multiplied by grad_output',
    is: 'other',
    says: 'The backward pass returns a gradient that is not zero although zeros come from above. Multiply by grad_output everywhere.',
  },
  {
    words: 'grad is incorrect type',
    is: 'other',
    says: 'The backward pass returned a tensor of another type or device than the input. Return it like the input.',
  },
  {
    words: 'grad is sparse tensor, but has incorrect sparse_dim',
    is: 'wrong-shape',
    says: 'The backward pass returned a sparse gradient of another layout than the input.',
  },
  {
    words: 'did not return a scalar',
    is: 'other',
    says: 'The function does not return what the check can differentiate. Return a tensor of floats that depends on the input.',
  },
  {
    words: 'not require grad. gradcheck expects at least one input tensor to require gradient',
    is: 'other',
    says: 'No input asks for a gradient. Set requires_grad=True on the inputs.',
  },
  {
    words: 'ated gradients',
    is: 'other',
    says: 'The batched gradient (vmap over backward) differs from the gradients one by one: the backward pass is not right for a batch of cotangents. The plain gradient may be right.',
  },
];

export const torchNotReentrant: Format = {
  knows: (text) => text.includes('Backward is not reentrant'),
  read: () => ({
    tool: 'PyTorch gradcheck',
    pairs: [],
    facts: [{ kind: 'not-reentrant' }],
    claims: 'failure',
    snippet: 'torch-twice',
  }),
};

export const torchOther: Format = {
  knows: (text) =>
    (text.includes('gradcheck') || text.includes('Gradcheck')) && SENTENCES.some(({ words }) => text.includes(words)),
  read: ({ text }) => ({
    tool: 'PyTorch gradcheck',
    pairs: [],
    facts: SENTENCES.filter(({ words }) => text.includes(words)).map(({ is, says }) => ({
      kind: 'contract',
      is,
      says,
    })),
    claims: 'failure',
    snippet: 'torch',
  }),
};
