/** Entries of the bug list: gradients that break the contract, whatever their values. */
import { type BugEntry, defineLeast } from './entry.ts';

/** The sum of squares, where only the gradient's behaviour is wrong. */
const SQUARES = defineLeast({
  x: [1.5, -2.3, 0.7],
  f: (x) => x.reduce((s, v) => s + v * v, 0),
  right: (x) => x.map((v) => 2 * v),
});

export const stateEntries = {
  accumulates: {
    meaning: 'The sums are kept from call to call and never set back to zero.',
    signature: 'The second call at the same x returns twice the first.',
    formula: 'a^{(2)}(x) = 2\\, a^{(1)}(x)',
    example: defineLeast({
      ...SQUARES,
      fresh: () => {
        const total = [0, 0, 0];
        return (x) => {
          x.forEach((v, i) => {
            total[i] += 2 * v;
          });
          return [...total];
        };
      },
    }),
  },
  'stale-cache': {
    meaning: 'The forward pass of an earlier call is reused at a point where it no longer holds.',
    signature: 'The gradient at another point is that of the point before.',
    formula: 'a(y) = a(x)',
    example: defineLeast({
      ...SQUARES,
      fresh: () => {
        const cache = [0, 0, 0];
        return (x) =>
          x.map((v, i) => {
            cache[i] ||= 2 * v;
            return cache[i];
          });
      },
    }),
  },
  'wrong-shape': {
    meaning: 'The gradient has not the structure of x: an element, a row or a group is missing or one too many.',
    signature: 'The shapes differ before any number is compared.',
    formula: '\\mathrm{shape}(a) \\neq \\mathrm{shape}(x)',
    example: defineLeast({
      ...SQUARES,
      gradient: (x) => x.slice(1).map((v) => 2 * v),
    }),
  },
  'not-finite': {
    meaning: 'A division by zero, a logarithm of zero or an overflow of exp on the way back.',
    signature: 'NaN or infinity in the gradient, where the loss is finite.',
    formula: 'a_i \\in \\{\\mathrm{NaN}, \\pm\\infty\\}',
    example: defineLeast({
      x: [1.5, 0, 0.7],
      f: (x) => x.reduce((s, v) => s + Math.abs(v) ** 3, 0),
      gradient: (x) => x.map((v) => (3 * v ** 3) / Math.abs(v)),
      right: (x) => x.map((v) => 3 * v * Math.abs(v)),
    }),
  },
  'mutates-x': {
    meaning: 'The loss or its gradient writes into x: what is evaluated next is another point.',
    signature: 'After the call the array that was handed in holds other numbers.',
    formula: 'x_{\\text{after}} \\neq x_{\\text{before}}',
    example: defineLeast({
      ...SQUARES,
      gradient: (x) => {
        const slopes = x.map((v) => 2 * v);
        x[0] = 0;
        return slopes;
      },
    }),
  },
  'aliases-x': {
    meaning: 'The gradient hands out x itself, or one buffer at every call: what was kept is overwritten later.',
    signature: 'Two results, or a result and x, share their memory.',
    formula: 'a \\equiv x',
    example: defineLeast({
      x: [1.5, -2.3, 0.7],
      f: (x) => x.reduce((s, v) => s + 0.5 * v * v, 0),
      gradient: (x) => x,
      right: (x) => [...x],
    }),
  },
  'not-repeatable': {
    meaning: 'Fresh random numbers in each call, or state that moves on: dropout, momentum, a running mean.',
    signature: 'Two calls at the same x differ, and not by a factor of two.',
    formula: 'a^{(2)}(x) \\neq a^{(1)}(x)',
    example: defineLeast({
      ...SQUARES,
      gradient: (x) => x.map((v) => 2 * v + 0.1 * Math.random()),
    }),
  },
  'ignores-cotangent': {
    meaning:
      'The backward pass of a layer returns the gradient of the plain sum of its outputs, or forgets what comes from above.',
    signature: 'The answer is the same for every v.',
    formula: 'a(x, v) = a(x, w)',
  },
  'not-linear': {
    meaning:
      'The backward pass of a layer squares or clips what comes from above, or adds a term that is not multiplied by it.',
    signature: 'The answer for two cotangents together is not the sum of the two answers, or is not 0 for v = 0.',
    formula: 'a(x, v + w) \\neq a(x, v) + a(x, w)',
  },
  throws: {
    meaning: 'The loss or its gradient ended with an error, at x or near it.',
    signature: 'An error instead of a number.',
    formula: 'a(x) = \\bot',
    example: defineLeast({
      ...SQUARES,
      gradient: () => {
        throw new Error('not written yet');
      },
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
