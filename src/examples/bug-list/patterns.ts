/** Entries of the bug list: constants and terms that are wrong in every element alike. */
import { type BugEntry, defineLeast } from './entry.ts';

const X4 = [0.7, -1.2, 0.4, 1.9];

export const patternEntries = {
  'missing-mean': {
    meaning: 'The loss is a mean over n samples, the gradient that of the sum, or a mean was taken twice.',
    signature: 'Every wrong element is n or 1/n times the numeric slope, for a size n in sight.',
    formula: 'a_i = k\\, n_i \\quad\\text{or}\\quad a_i = n_i / k',
    example: defineLeast({
      x: [1.5, -2.3, 0.7],
      f: (x) => x.reduce((s, v) => s + v * v, 0) / x.length,
      gradient: (x) => x.map((v) => 2 * v),
      right: (x) => x.map((v) => (2 * v) / x.length),
    }),
  },
  'factor-two': {
    meaning:
      'The exponent of a square was lost, a half in front of it overlooked, or a share that occurs twice counted once.',
    signature: 'Every wrong element is twice or half the numeric slope.',
    formula: 'a_i = 2\\, n_i \\quad\\text{or}\\quad a_i = \\tfrac12 n_i',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v, i) => s + (v - i) ** 2, 0),
      gradient: (x) => x.map((v, i) => v - i),
      right: (x) => x.map((v, i) => 2 * (v - i)),
    }),
  },
  'constant-factor': {
    meaning:
      'A constant stands in the loss or in the gradient alone: an inner derivative, a temperature, a weight of a term.',
    signature: 'Every wrong element is the same multiple of the numeric slope.',
    formula: 'a_i = k\\, n_i',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.sin(1.7 * v), 0),
      gradient: (x) => x.map((v) => Math.cos(1.7 * v)),
      right: (x) => x.map((v) => 1.7 * Math.cos(1.7 * v)),
    }),
  },
  sign: {
    meaning: 'A difference was taken the other way round, or a minus lost: the step that should descend climbs.',
    signature: 'Every wrong element is minus the numeric slope.',
    formula: 'a_i = -n_i',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.cos(v), 0),
      gradient: (x) => x.map((v) => Math.sin(v)),
      right: (x) => x.map((v) => -Math.sin(v)),
    }),
  },
  'log-base': {
    meaning:
      'The loss takes a logarithm to base 2 or 10, the gradient that of the natural one, or the other way round.',
    signature: 'Every wrong element is off by ln 2, ln 10, the ratio of the two, or the inverse of one of these.',
    formula: 'a_i = n_i \\ln b \\quad\\text{or}\\quad a_i = n_i / \\ln b',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.log10(1 + v * v), 0),
      gradient: (x) => x.map((v) => (2 * v) / (1 + v * v)),
      right: (x) => x.map((v) => (2 * v) / (1 + v * v) / Math.LN10),
    }),
  },
  degrees: {
    meaning: 'The function takes degrees, the gradient is that with respect to radians.',
    signature: 'Every wrong element is off by 180/π or its inverse.',
    formula: 'a_i = \\tfrac{180}{\\pi}\\, n_i',
    example: defineLeast({
      x: [10, 35, 70, -20],
      f: (x) => x.reduce((s, v) => s + Math.sin((v * Math.PI) / 180), 0),
      gradient: (x) => x.map((v) => Math.cos((v * Math.PI) / 180)),
      right: (x) => x.map((v) => (Math.cos((v * Math.PI) / 180) * Math.PI) / 180),
    }),
  },
  'missing-l2': {
    meaning: 'A term that pulls the weights to zero is in the loss alone, in the gradient alone, or with another λ.',
    signature: 'The error is one multiple of the parameter itself.',
    formula: 'e_i = -\\lambda\\, x_i',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.cos(v) + 0.05 * v * v, 0),
      gradient: (x) => x.map((v) => -Math.sin(v)),
      right: (x) => x.map((v) => -Math.sin(v) + 0.1 * v),
    }),
  },
  'missing-l1': {
    meaning: 'A penalty on the absolute values of the weights is in the loss alone, or in the gradient alone.',
    signature: 'The error has one size, and the sign of the parameter decides its sign.',
    formula: 'e_i = -\\lambda\\, \\mathrm{sign}(x_i)',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.cos(v) + 0.1 * Math.abs(v), 0),
      gradient: (x) => x.map((v) => -Math.sin(v)),
      right: (x) => x.map((v) => -Math.sin(v) + 0.1 * Math.sign(v)),
    }),
  },
  'constant-offset': {
    meaning: 'Something was added to all elements alike, or a mean that should be subtracted from a row was not.',
    signature: 'The error is the same amount in every wrong element, or in every element of a row.',
    formula: 'e_i = c',
    example: defineLeast({
      x: X4,
      f: (x) => x.reduce((s, v) => s + Math.sin(v), 0),
      gradient: (x) => x.map((v) => Math.cos(v) + 0.3),
      right: (x) => x.map((v) => Math.cos(v)),
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
