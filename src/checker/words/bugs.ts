/** Bugs in the values of a gradient: what they look like, and where to look for them. */
import { are, beside, figure, many, penalty, times, type Words } from './sentence.ts';

export const BUGS = {
  'missing-mean': {
    title: 'A 1/n forgotten or doubled',
    says: (facts, finding) =>
      `${are(finding)} ${times(facts)}; ${facts.sizeName} = ${figure(facts.size)} is in sight: ${
        Number(facts.factor) > 1 ? 'the 1/n of a mean was forgotten' : 'it was divided by n once too often'
      }`,
    next: 'Divide by n exactly once between the loss and these elements.',
  },
  'factor-two': {
    title: 'A factor of two',
    says: (facts, finding) =>
      `${are(finding)} ${Number(facts.factor) > 1 ? 'twice' : 'half'} the numeric slope${beside(facts)}: ${
        Number(facts.factor) > 1 ? 'a 1/2 of the loss was overlooked' : 'the 2 of a square was lost'
      }, or something counts ${Number(facts.factor) > 1 ? 'twice' : 'once that acts twice'}`,
    next: 'Differentiate the square again, with the factor in front of it.',
  },
  'constant-factor': {
    title: 'A constant factor',
    says: (facts, finding) =>
      `${are(finding)} ${times(facts)}${
        facts.whole
          ? `: is there a size of ${figure(facts.whole)}, such as the batch, that the check was not told of?`
          : ''
      }`,
    next: 'Look for a constant that only one of f and its gradient has.',
  },
  sign: {
    title: 'The wrong sign',
    says: (facts, finding) => `${are(finding)} minus the numeric slope${beside(facts)}: the sign is wrong`,
    next: 'Look for a difference taken the other way round.',
  },
  'log-base': {
    title: 'The base of a logarithm',
    says: (facts, finding) => `${are(finding)} ${times(facts)}, the constant between two bases of the logarithm`,
    next: 'Put the 1/ln b of a logarithm to base b into the gradient.',
  },
  degrees: {
    title: 'Degrees and radians',
    says: (facts, finding) => `${are(finding)} ${times(facts)}, the constant between degrees and radians`,
    next: 'Multiply by π/180 where f takes degrees.',
  },
  'missing-l2': {
    title: 'Weight decay in one place only',
    says: penalty('times the parameter itself'),
    next: 'Add λ w to the gradient for a term λ/2 ‖w‖² of the loss, and to no parameter that it leaves out.',
  },
  'missing-l1': {
    title: 'An L1 penalty in one place only',
    says: penalty("times the parameter's sign"),
    next: 'Add λ sign(w) to the gradient for a term λ Σ|w| of the loss.',
  },
  'zeroed-group': {
    title: 'Nothing flows back',
    says: (_, finding) => `${are(finding)} exactly 0, though f moves with ${many(finding, 'it', 'them')}`,
    next: 'Follow these elements through the backward pass: they are detached, overwritten or left out of a loop.',
  },
  'unused-parameter': {
    title: 'f does not depend on it',
    says: (_, finding) =>
      `${many(finding, 'has', 'have')} a slope, but f stays exactly the same whatever ${many(finding, 'its value', 'their values')}`,
    next: 'Check that f reads these elements from its argument and not from a copy.',
  },
  transposed: {
    title: 'Transposed',
    says: (_, finding) => `${many(finding, 'holds', 'hold')} the numbers of the transposed matrix`,
    next: 'Exchange the factors of the matrix product, or transpose its result.',
  },
  swapped: {
    title: 'Exchanged',
    says: ({ from, both }, finding) =>
      from && !both
        ? `${many(finding, 'holds', 'hold')} the slopes of ${from}`
        : "hold the right numbers in each other's places",
    next: 'Compare the order in which the gradient is put together with the order of x.',
  },
  'off-by-one': {
    title: 'Off by one',
    says: (facts, finding) =>
      `${many(finding, 'holds', 'hold')} the slope of the place ${facts.by === -1 ? 'before' : 'after'}`,
    next: 'Check where the index starts, in the gradient and in f.',
  },
  reversed: {
    title: 'Reversed',
    says: () => 'hold the right numbers in reverse order',
    next: 'Flip the kernel, or the index, once more (or once less).',
  },
  'broadcast-not-summed': {
    title: 'Not summed over the batch',
    says: (facts, finding) =>
      `came back ${facts.rows} times over (shape ${facts.shape}), and ${many(finding, 'its', 'their')} sums are right`,
    next: 'Sum over the axis that the parameter was spread along.',
  },
  accumulates: {
    title: 'The gradient accumulates',
    tells: () => 'The gradient grows with every call: the second returns twice the first',
    next: 'Set the sums back to zero at the start of each call.',
  },
  'stale-cache': {
    title: 'The gradient of an earlier point',
    tells: ({ after }) => `The gradient is kept from an earlier point${after ? `, as shows after ${after}` : ''}`,
    next: 'Compute the forward pass anew in each call, or key the cache by x.',
  },
  'activation-derivative': {
    title: 'The derivative of an activation',
    says: ({ per, least, most, upstream }) =>
      `are off by a factor of their ${per ?? 'row'}, from ${figure(least)} to ${figure(most)}: the derivative of an activation is missing or taken at the wrong argument${
        upstream ? `, and ${upstream}, before it, is wrong in consequence` : ''
      }`,
    next: 'Multiply by the derivative of the activation, at what went into it.',
  },
  'layer-boundary': {
    title: 'Wrong from one layer backwards',
    tells: ({ last, next }) => `All groups up to ${last} are wrong, while ${next} and what follows is right`,
    next: 'Look at the step that carries the slope back into that layer: its activation, its weights, their transpose.',
  },
  'softmax-target': {
    title: 'The target is not subtracted',
    says: (facts) =>
      `carry an error that sums to ${figure(facts.mass)} over the classes where it must sum to 0: softmax without its target`,
    next: 'Subtract the one-hot target from the probabilities: the slope of the logits is q - y.',
  },
  'single-element': {
    title: 'A single element',
    says: (facts) => `alone is wrong, by ${figure(facts.difference)}`,
    next: 'Look at the first and last turn of the loop, and at anything that treats this element apart.',
  },
  'constant-offset': {
    title: 'A constant offset',
    says: (facts, finding) =>
      facts.per
        ? `${are(finding)} off by one amount in each ${facts.per}`
        : `${are(finding)} off by ${figure(facts.offset)}`,
    next: 'Look for a mean that must be subtracted, or a scalar that was added to a whole array.',
  },
  'unknown-pattern': {
    title: 'Wrong, with no known pattern',
    says: (_, finding) => `${many(finding, 'follows', 'follow')} no known pattern`,
    next: 'Check a smaller case: one sample, one layer, one term of the loss at a time.',
  },
} satisfies Readonly<Record<string, Words>>;
