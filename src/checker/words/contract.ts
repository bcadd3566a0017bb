/** Gradients and losses that break the contract: what they do, and what they must do. */
import { are, figure, given, many, subject, type Words } from './sentence.ts';

export const CONTRACT = {
  'wrong-shape': {
    title: 'A gradient of another shape',
    tells: ({ message }) => figure(message ?? 'The gradient has not the shape of x'),
    next: 'Give each element of x its slope, at the place where x has the element.',
  },
  'not-finite': {
    title: 'Not a finite number',
    tells: ({ by, value }, finding) =>
      finding.where.count === 0 && by !== 'the gradient'
        ? `${by ?? 'f'}(x) is ${value ?? 'not finite'}`
        : `${subject(finding)} ${are(finding)} ${value ?? 'not finite'} in the gradient`,
    next: 'Look for a division by zero, log 0, an overflow of exp, or an index past the end.',
  },
  'mutates-x': {
    title: 'x is changed',
    tells: ({ by, what }) => `A call of ${by ?? 'f or its gradient'} changes ${what ?? 'x'}`,
    next: ({ what }) => `Work on a copy of ${what ?? 'x'}.`,
  },
  'aliases-x': {
    title: 'A shared buffer',
    tells: ({ what }) => `The gradient shares its memory with ${what ?? 'x or with the result of the next call'}`,
    next: 'Return a fresh array from each call.',
  },
  'not-repeatable': {
    title: 'The gradient does not repeat',
    tells: ({ difference }) => `The gradient differs between two calls at the same x${given(difference, 'by ')}`,
    next: 'Fix the random numbers and whatever is kept between calls.',
  },
  'ignores-cotangent': {
    title: 'v is not used',
    says: ({ output, kept }, finding) => {
      if (kept !== undefined)
        return `${many(finding, 'has', 'have')} the share of ${figure(kept)} alone: the rest of v is not used`;
      return output === undefined
        ? `${are(finding)} the same whatever v is: the gradient is not multiplied by what comes from above`
        : `${are(finding)} the same whatever v is for ${figure(output)}: its share is missing`;
    },
    next: ({ output, kept }) =>
      output === undefined && kept === undefined
        ? 'Multiply by v: the derivative of each output times its own element of v, summed over the outputs.'
        : 'Add the missing shares: the derivative of each output times its own element of v.',
  },
  'not-linear': {
    title: 'Not linear in v',
    says: ({ atZero }, finding) =>
      `${are(finding)} not linear in v${atZero === undefined ? ': two cotangents together give another answer than one after the other' : `: for v = 0 the answer is not 0 (up to ${figure(atZero)})`}`,
    next: 'Use v as a factor once: no square, no clipping, no term without it.',
  },
  throws: {
    title: 'An error was thrown',
    tells: ({ by, message }) => `A call of ${by ?? 'f or its gradient'} throws${message ? `: ${message}` : ''}`,
    next: 'Make f and its gradient run at this point first.',
  },
} satisfies Readonly<Record<string, Words>>;
