/** Entries of the bug list: right numbers in wrong places, and errors that show where the backward pass goes wrong. */
import { type BugEntry, defineLeast, MATRIX } from './entry.ts';

const X5 = [0.7, -1.2, 0.4, 1.9, -0.6];
/** The weights and biases of three tanh units with two inputs. */
const W1 = [
  [0.4, -0.7],
  [0.9, 0.2],
  [-0.5, 0.6],
];
const b1 = [0.1, -0.2, 0.3];
const v = [0.8, -1.1, 0.5];

export const structureEntries = {
  transposed: {
    meaning: 'A product or an outer product was taken the other way round, or a reshape stands for a transpose.',
    signature: 'The gradient of a matrix holds the numbers of the transposed one.',
    formula: 'A = N^{\\mathsf T}',
    example: defineLeast({
      x: { W: MATRIX },
      f: ({ W }) =>
        Math.sin([1, 2, -1].reduce((s, u, i) => s + u * [0.5, -1, 3].reduce((t, v, j) => t + W[i][j] * v, 0), 0)),
      gradient: ({ W }) => {
        const inner = [1, 2, -1].reduce((s, u, i) => s + u * [0.5, -1, 3].reduce((t, v, j) => t + W[i][j] * v, 0), 0);
        return { W: [0.5, -1, 3].map((v) => [1, 2, -1].map((u) => Math.cos(inner) * u * v)) };
      },
    }),
  },
  swapped: {
    meaning: 'Two elements, rows or groups have changed places on the way into the result.',
    signature: 'The wrong elements hold the right numbers in each other’s places.',
    formula: 'a_i = n_{\\pi(i)}',
    example: defineLeast({
      x: [1.2, 0.5],
      f: (x) => Math.sin(x[0]) * Math.exp(x[1]),
      gradient: (x) => [Math.sin(x[0]) * Math.exp(x[1]), Math.cos(x[0]) * Math.exp(x[1])],
      right: (x) => [Math.cos(x[0]) * Math.exp(x[1]), Math.sin(x[0]) * Math.exp(x[1])],
    }),
  },
  'off-by-one': {
    meaning: 'An index starts at 1 where it should at 0, or padding is one element too wide.',
    signature: 'Each element holds the slope of the next, or of the one before.',
    formula: 'a_i = n_{i + 1}',
    example: defineLeast({
      x: X5,
      f: (x) => x.reduce((s, v, i) => s + Math.sin((i + 1) * v), 0),
      gradient: (x) => x.map((_, i) => (i + 2) * Math.cos((i + 2) * (x[i + 1] ?? 0))),
      right: (x) => x.map((v, i) => (i + 1) * Math.cos((i + 1) * v)),
    }),
  },
  reversed: {
    meaning: 'A convolution flips its kernel and the backward pass does not, or the other way round.',
    signature: 'A block holds the right numbers in reverse order.',
    formula: 'a_i = n_{k - 1 - i}',
    example: defineLeast({
      x: X5,
      f: (k) => Math.sin(k.reduce((s, v, i) => s + v * [3, 1, 4, -2, 5][4 - i], 0)),
      gradient: (k) =>
        k.map((_, i) => Math.cos(k.reduce((s, v, j) => s + v * [3, 1, 4, -2, 5][4 - j], 0)) * [3, 1, 4, -2, 5][i]),
      right: (k) =>
        k.map((_, i) => Math.cos(k.reduce((s, v, j) => s + v * [3, 1, 4, -2, 5][4 - j], 0)) * [3, 1, 4, -2, 5][4 - i]),
    }),
  },
  'broadcast-not-summed': {
    meaning: 'A bias is spread over the rows of a batch, so its gradient is a sum over them; the sum is missing.',
    signature: 'The gradient comes back with an axis too many, and its sums over that axis are right.',
    formula: 'A \\in \\mathbb{R}^{B \\times k},\\quad \\textstyle\\sum_r A_{r i} = n_i',
    example: defineLeast({
      x: { b: [0.4, -0.9] },
      f: ({ b }) =>
        [
          [1, 2],
          [-1, 0.5],
          [0.3, 1.4],
        ].reduce((s, u) => s + Math.sin(u[0] + b[0]) + Math.sin(u[1] + b[1]), 0),
      gradient: ({ b }) => ({
        b: [
          [1, 2],
          [-1, 0.5],
          [0.3, 1.4],
        ].map((u) => b.map((v, c) => Math.cos(u[c] + v))),
      }),
    }),
  },
  'activation-derivative': {
    meaning:
      'The slope of an activation is missing, or taken at the output where it belongs to the input. It shows row by row with a single sample; over a batch the rows mix, and only the layer can be named.',
    signature: 'Each row of the weights is off by a factor of its own, and its bias by the same factor.',
    formula: 'A_{k j} = c_k\\, N_{k j}',
    example: defineLeast({
      x: { W1, b1, v },
      f: ({ W1, b1, v }) => W1.reduce((s, w, k) => s + v[k] * Math.tanh(1.2 * w[0] - 0.4 * w[1] + b1[k]), 0),
      gradient: ({ W1, b1, v }) => {
        const a = W1.map((w, k) => Math.tanh(1.2 * w[0] - 0.4 * w[1] + b1[k]));
        const delta = v.map((d) => d);
        return { W1: delta.map((d) => [1.2 * d, -0.4 * d]), b1: delta, v: a };
      },
      right: ({ W1, b1, v }) => {
        const a = W1.map((w, k) => Math.tanh(1.2 * w[0] - 0.4 * w[1] + b1[k]));
        const delta = v.map((d, k) => d * (1 - a[k] ** 2));
        return { W1: delta.map((d) => [1.2 * d, -0.4 * d]), b1: delta, v: a };
      },
    }),
  },
  'layer-boundary': {
    meaning: 'The backward pass is right down to a layer and wrong in everything before it.',
    signature:
      'All groups of the later layers agree, nearly all elements of the earlier ones do not, and no pattern fits them.',
    formula: '\\text{wrong for all layers} \\le l,\\ \\text{right for all} > l',
    example: defineLeast({
      x: { W1, b1, v2: v },
      f: ({ W1, b1, v2 }) => {
        const samples = [
          [1.2, -0.4],
          [-0.3, 0.8],
          [0.5, 1.1],
        ];
        const a = samples.map((u) => W1.map((w, k) => Math.tanh(w[0] * u[0] + w[1] * u[1] + b1[k])));
        return a.reduce((s, row) => s + row.reduce((t, h, k) => t + v2[k] * h, 0), 0);
      },
      gradient: ({ W1, b1, v2 }) => {
        const samples = [
          [1.2, -0.4],
          [-0.3, 0.8],
          [0.5, 1.1],
        ];
        const a = samples.map((u) => W1.map((w, k) => Math.tanh(w[0] * u[0] + w[1] * u[1] + b1[k])));
        return {
          W1: v2.map((d) => [0, 1].map((j) => samples.reduce((s, u) => s + d * u[j], 0))),
          b1: v2.map((d) => samples.length * d),
          v2: v2.map((_, k) => a.reduce((s, row) => s + row[k], 0)),
        };
      },
    }),
  },
  'softmax-target': {
    meaning:
      'The slope of softmax with cross-entropy with respect to the logits is p - y; the target y was not subtracted.',
    signature:
      'Over the classes the numeric slopes sum to 0, as they must, while the errors sum to 1, all of it in the target columns.',
    formula: '\\textstyle\\sum_c n_c = 0,\\quad \\sum_c e_c = 1,\\quad e_c \\ge 0',
    example: defineLeast({
      x: { logits: MATRIX },
      f: ({ logits }) =>
        logits.reduce((s, z, i) => s + Math.log(z.reduce((t, v) => t + Math.exp(v), 0)) - z[[2, 0, 1][i]], 0),
      gradient: ({ logits }) => ({
        logits: logits.map((z) => z.map((v) => Math.exp(v) / z.reduce((t, u) => t + Math.exp(u), 0))),
      }),
    }),
  },
  'single-element': {
    meaning: 'A loop that ends too early, a boundary treated apart, an element overwritten afterwards.',
    signature: 'One element is wrong, and far beyond its error bar; all others agree.',
    formula: 'a_i \\neq n_i \\text{ for one } i',
    example: defineLeast({
      x: X5,
      f: (x) => x.reduce((s, v) => s + Math.sin(v), 0),
      gradient: (x) => x.map((v, i) => (i === 3 ? 1 : Math.cos(v))),
      right: (x) => x.map((v) => Math.cos(v)),
    }),
  },
  'tiny-errors': {
    meaning:
      'No formula that is wrong leaves errors so small. An epsilon that stands in the loss or in the gradient alone does, a series that is cut off, or a solver that stops at its tolerance.',
    signature: 'All errors lie below a ten-thousandth of the slope, and follow no other pattern.',
    formula: '0 < \\lvert e_i \\rvert < 10^{-4} \\lvert n_i \\rvert',
    example: defineLeast({
      x: X5,
      f: (x) => x.reduce((s, v) => s + Math.log(v * v + 1e-5), 0),
      gradient: (x) => x.map((v) => 2 / v),
      right: (x) => x.map((v) => (2 * v) / (v * v + 1e-5)),
    }),
  },
  'not-symmetric': {
    meaning:
      'A second derivative was worked out for one order of its two elements and not for the other, or with another factor.',
    signature: 'An entry of a Hessian differs from its mirror image.',
    formula: 'A_{ij} \\neq A_{ji}',
  },
  'gauss-newton': {
    meaning:
      'Of a sum of squares, the Jacobian of the residuals times itself was returned as the Hessian. What multiplies the residuals is left out, so the two agree only where these are 0 or do not bend.',
    signature:
      'A symmetric matrix that is never indefinite. With no more residuals than parameters, what it lacks follows from its own derivatives; with more, the name is a guess.',
    formula: 'A = J^{\\mathsf T} J,\\quad H - A = \\textstyle\\sum_l r_l \\nabla^2 r_l',
  },
  'unknown-pattern': {
    meaning: 'The gradient is certainly wrong, and none of the patterns of this list fits. A name would be a guess.',
    signature: 'Errors beyond their bars, and no rule that explains them.',
    formula: 'e_i \\neq 0',
    example: defineLeast({
      x: X5,
      f: (x) => x.reduce((s, v, i) => s + Math.sin(v) * Math.exp(0.3 * (x[i + 1] ?? 0)), 0),
      gradient: (x) => x.map((v, i) => Math.cos(v) * Math.exp(0.3 * (x[i + 1] ?? 0))),
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
