/** Bugs of constants and terms: what they look like, and where to look for them. */
import { are, beside, figure, penalty, times, type Words } from './sentence.ts';

export const BUGS = {
  'missing-mean': {
    title: 'A 1/n forgotten or doubled',
    says: (facts, finding) =>
      `${are(finding)} ${times(facts)}, and ${facts.sizeName} is ${figure(facts.size)}: ${
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
  'constant-offset': {
    title: 'A constant offset',
    says: (facts, finding) =>
      facts.per
        ? `${are(finding)} off by one amount in each ${facts.per}`
        : `${are(finding)} off by ${figure(facts.offset)}`,
    next: 'Look for a mean that must be subtracted, or a scalar that was added to a whole array.',
  },
} satisfies Readonly<Record<string, Words>>;
