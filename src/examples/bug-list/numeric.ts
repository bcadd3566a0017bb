/** Entries of the bug list that are no bugs: reasons why the numbers cannot tell, and observations. */
import { type BugEntry, defineLeast } from './entry.ts';

export const numericEntries = {
  'kink-at-x': {
    meaning:
      'The function has a corner exactly at x, so there is no derivative to compare with: any slope between the two sides may be meant.',
    signature: 'The slopes on the two sides differ, however small the step.',
    formula: 'D_+ f(x) \\neq D_- f(x)',
    example: defineLeast({
      x: [0, 1.3],
      f: (x) => x.reduce((s, v) => s + Math.abs(v), 0),
      gradient: (x) => x.map((v) => Math.sign(v)),
    }),
  },
  'kink-nearby': {
    meaning: 'A corner lies within a usual step of x. The check takes smaller steps and goes on.',
    signature: 'The slopes on the two sides differ for large steps and agree for small ones.',
    formula: 'D_+ f \\neq D_- f \\text{ only for } h > d',
  },
  jump: {
    meaning: 'The function jumps at x or close to it: a rounding, a threshold, an argmax.',
    signature: 'The difference quotient grows like 1/h.',
    formula: '\\lvert f(x + h) - f(x - h) \\rvert \\to c \\neq 0',
  },
  noise: {
    meaning: 'The function gives other values at the same x: dropout, sampling, a sum in random order.',
    signature: 'Repeated values differ.',
    formula: 'f^{(2)}(x) \\neq f^{(1)}(x)',
    example: defineLeast({
      x: [0.7, -1.2],
      f: (x) => x.reduce((s, v) => s + Math.sin(v), 0) + 0.01 * Math.random(),
      gradient: (x) => x.map((v) => Math.cos(v)),
    }),
  },
  float32: {
    meaning: 'The function computes in single precision: seven digits of its values, four or five of its slopes.',
    signature: 'All values are exact float32 numbers, or lie on a staircase of that width.',
    formula: 'f(x) \\in \\mathrm{float32}',
    example: defineLeast({
      x: [0.7, -1.2],
      f: (x) => x.reduce((s, v) => Math.fround(s + Math.fround(Math.sin(Math.fround(v)))), 0),
      gradient: (x) => x.map((v) => Math.cos(v)),
    }),
  },
  'constant-loss': {
    meaning:
      'Whatever x is, the loss has one value, so that there is nothing to differentiate. A plain sum over the outputs of a softmax or of a normalisation does that.',
    signature: 'No element moves the loss by more than rounding, not even by a step of its own size.',
    formula: 'f(y) = f(x) \\text{ for all } y',
    example: defineLeast({
      x: [0.2, -1.3, 0.9, 0.4],
      f: (x) => {
        const p = x.map(Math.exp);
        const total = p.reduce((s, v) => s + v, 0);
        return p.reduce((s, v) => s + v / total, 0);
      },
      gradient: (x) => x.map(() => 0),
    }),
  },
  'half-precision': {
    meaning:
      'The function computes in half precision: three digits of its values in float16, two in bfloat16, and fewer of its slopes.',
    signature: 'All values near the point lie on the lattice of numbers with 11 or 8 significant bits.',
    formula: 'f(x) \\in \\mathrm{float16} \\text{ or } \\mathrm{bfloat16}',
    example: defineLeast({
      x: [0.75, -1.25],
      f: (x) =>
        x.reduce((s, v) => {
          const unit = 2 ** (Math.floor(Math.log2(v * v || 1)) - 10);
          const sum = s + Math.round((v * v) / unit) * unit;
          const coarse = 2 ** (Math.floor(Math.log2(sum || 1)) - 10);
          return Math.round(sum / coarse) * coarse;
        }, 0),
      gradient: (x) => x.map((v) => 2 * v),
    }),
  },
  'domain-edge': {
    meaning: 'Beyond a point near x the function has no value: a root of a negative number, the logarithm of zero.',
    signature: 'Steps to one side are not finite.',
    formula: 'f(x - h) = \\mathrm{NaN}',
    example: defineLeast({
      x: [0, 1.3],
      f: (x) => x.reduce((s, v) => s + v * Math.sqrt(v), 0),
      gradient: (x) => x.map((v) => 1.5 * Math.sqrt(v)),
    }),
  },
  'round-off': {
    meaning: 'What the slope adds to f is smaller than the last digit of f.',
    signature: 'The error bar is larger than the slopes that are compared, and grows as h shrinks.',
    formula: '\\varepsilon \\lvert f \\rvert / h \\gg \\lvert n_i \\rvert',
    example: defineLeast({
      x: [0.7, -1.2],
      f: (x) => 1e12 + 1e-6 * x.reduce((s, v) => s + Math.sin(v), 0),
      gradient: (x) => x.map((v) => 1e-6 * Math.cos(v)),
    }),
  },
  truncation: {
    meaning: 'The function bends on a scale smaller than any step that round-off allows.',
    signature: 'The estimates do not settle as h shrinks.',
    formula: 'h^2 f^{\\prime\\prime\\prime} / 6 \\gg \\lvert n_i \\rvert',
  },
  'budget-exhausted': {
    meaning: 'The allowed evaluations of f were used up before every element was settled.',
    signature: 'Elements without a verdict, and maxEvaluations reached.',
    formula: '\\#f = \\#_{\\text{max}}',
    example: defineLeast({
      x: [0.7, -1.2, 0.4, 1.9],
      f: (x) => x.reduce((s, v) => s + Math.sin(v), 0),
      gradient: (x) => x.map((v) => Math.cos(v)),
      options: { maxEvaluations: 12 },
    }),
  },
  aborted: {
    meaning: 'The check was stopped by its signal; what is known so far is reported.',
    signature: 'The signal is aborted.',
    formula: '\\text{stopped}',
    example: defineLeast({
      x: [0.7, -1.2, 0.4, 1.9],
      f: (x) => x.reduce((s, v) => s + Math.sin(v), 0),
      gradient: (x) => x.map((v) => Math.cos(v)),
      options: { signal: AbortSignal.abort() },
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
