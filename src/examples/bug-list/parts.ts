/** Entries of the bug list: errors in one part of an argument, be it a group, some rows, a triangle or the imaginary part. */
import { type BugEntry, defineLeast, MATRIX } from './entry.ts';

export const partEntries = {
  'zeroed-group': {
    meaning: 'Nothing flows back to these elements: detached, overwritten, left out of a loop, or never assigned.',
    signature: 'The gradient is exactly 0 where the loss does move.',
    formula: 'a_i = 0,\\quad n_i \\neq 0',
    example: defineLeast({
      x: { w: [0.7, -1.2, 0.4], b: [0.3, 0.9] },
      f: ({ w, b }) => w.reduce((s, v) => s + Math.sin(v), 0) * Math.exp(b[0] - 0.5 * b[1]),
      gradient: ({ w, b }) => ({ w: w.map((v) => Math.cos(v) * Math.exp(b[0] - 0.5 * b[1])), b: b.map(() => 0) }),
    }),
  },
  'unused-parameter': {
    meaning: 'The loss does not depend on these elements, or reads a copy of them made before.',
    signature: 'The gradient has a slope where the loss stays the same to the last bit.',
    formula: 'a_i \\neq 0,\\quad f(x + h e_i) = f(x)',
    example: defineLeast({
      x: { w: [0.7, -1.2, 0.4], b: [0.3, 0.9, -0.2] },
      f: ({ w }) => w.reduce((s, v) => s + Math.sin(v), 0),
      gradient: ({ w, b }) => ({ w: w.map((v) => Math.cos(v)), b: b.map((v) => Math.cos(v)) }),
    }),
  },
  'not-filled': {
    meaning:
      'A loop ends too early or skips, a mask or an index picks too few: some rows or columns keep the zeros they began with.',
    signature: 'Whole rows or columns of the gradient, or one end of a vector, are exactly 0, and the others are not.',
    formula: 'A_{k j} = 0 \\text{ for all } j,\\quad N_{k j} \\neq 0',
    example: defineLeast({
      x: { W: MATRIX },
      f: ({ W }) =>
        [1, 2, -1].reduce((s, u, i) => s + u * [0.5, -1, 3].reduce((t, v, j) => t + v * Math.sin(W[i][j]), 0), 0),
      gradient: ({ W }) => {
        const dW = W.map((row) => row.map(() => 0));
        for (let i = 0; i < 2; i++)
          [0.5, -1, 3].forEach((v, j) => {
            dW[i][j] = [1, 2, -1][i] * v * Math.cos(W[i][j]);
          });
        return { W: dW };
      },
      right: ({ W }) => ({ W: [1, 2, -1].map((u, i) => [0.5, -1, 3].map((v, j) => u * v * Math.cos(W[i][j]))) }),
    }),
  },
  'straight-through': {
    meaning:
      'The function rounds or compares on its way, so that it is flat at x and jumps further off, and the gradient passes through as if it did not. For training that may be meant; a slope of f it is not.',
    signature:
      'The loss stays exactly the same close to x and jumps within the size of x, where the gradient is not 0.',
    formula: 'n_i = 0,\\quad a_i \\neq 0',
    example: defineLeast({
      x: [0.7, -1.2, 0.4, 1.9],
      f: (x) => x.reduce((s, v, i) => s + (i + 1) * Math.sin(Math.round(8 * v) / 8), 0),
      gradient: (x) => x.map((v, i) => (i + 1) * Math.cos(Math.round(8 * v) / 8)),
      right: (x) => x.map(() => 0),
    }),
  },
  'one-triangle': {
    meaning:
      'For a symmetric matrix, f or its gradient reads one triangle and counts each pair twice, the other reads both.',
    signature:
      'Off the diagonal the elements are double or half, or double and 0; mirrored elements together are right.',
    formula: 'a_{i j} = \\tfrac12 (n_{i j} + n_{j i})',
    example: defineLeast({
      x: {
        S: [
          [2, 0.3, -0.5],
          [0.3, 1.5, 0.4],
          [-0.5, 0.4, 3],
        ],
      },
      f: ({ S }) =>
        S.reduce(
          (s, row, i) =>
            s + row.reduce((t, v, j) => t + (j < i ? 2 : j > i ? 0 : 1) * (i + 2 * j + 1) * Math.sin(v), 0),
          0,
        ),
      gradient: ({ S }) => ({
        S: S.map((row, i) => row.map((v, j) => (Math.max(i, j) + 2 * Math.min(i, j) + 1) * Math.cos(v))),
      }),
      right: ({ S }) => ({
        S: S.map((row, i) => row.map((v, j) => (j < i ? 2 : j > i ? 0 : 1) * (i + 2 * j + 1) * Math.cos(v))),
      }),
    }),
  },
  conjugate: {
    meaning: 'A complex parameter is kept as two real ones, and the slope of one part came back with the other sign.',
    signature: 'All of the imaginary part has the wrong sign, and the real part is right (or the other way round).',
    formula: 'a_{\\mathrm{re}} = n_{\\mathrm{re}},\\quad a_{\\mathrm{im}} = -n_{\\mathrm{im}}',
    example: defineLeast({
      x: { re: [0.7, -1.2, 0.4], im: [0.3, 0.9, -0.6] },
      f: ({ re, im }) => re.reduce((s, v, i) => s + (v - i) ** 2 + (im[i] - 1) ** 2, 0),
      gradient: ({ re, im }) => ({ re: re.map((v, i) => 2 * (v - i)), im: im.map((v) => -2 * (v - 1)) }),
      right: ({ re, im }) => ({ re: re.map((v, i) => 2 * (v - i)), im: im.map((v) => 2 * (v - 1)) }),
    }),
  },
  'row-counts': {
    meaning:
      'A row that is read several times, as in an embedding, gets the sum of its slopes. Here it got their mean, or the sum a second time.',
    signature:
      'Each wrong row is off by a whole number of its own, or by one over it; a row that is read once is right.',
    formula: 'A_{k j} = N_{k j} / m_k \\quad\\text{or}\\quad m_k\\, N_{k j},\\quad m_k \\in \\mathbb{N}',
    example: defineLeast({
      x: { E: MATRIX },
      f: ({ E }) => [0, 1, 2, 1, 2, 2].reduce((s, k) => s + E[k].reduce((t, v, j) => t + (j + 1) * Math.sin(v), 0), 0),
      gradient: ({ E }) => ({ E: E.map((row) => row.map((v, j) => (j + 1) * Math.cos(v))) }),
      right: ({ E }) => ({ E: E.map((row, k) => row.map((v, j) => (k + 1) * (j + 1) * Math.cos(v))) }),
    }),
  },
  'equal-indices': {
    meaning:
      'A row that is read several times gets the sum of its slopes. In NumPy, dW[idx] += d adds only the last term of each index; np.add.at adds all.',
    signature:
      'The rows whose index occurs once are right. In NumPy the check makes the sum itself, runs the program again, and all rows come out right.',
    formula: 'A_k = \\text{last } D_t \\text{ with } i_t = k,\\quad N_k = \\sum_{t : i_t = k} D_t',
  },
  rounded: {
    meaning:
      'The slopes were put into an array of whole numbers, or of float16, which keeps fewer digits than they have: np.zeros_like of such an array makes one.',
    signature:
      'Each element is the numeric slope, cut or rounded to a whole number, or to the eleven bits of a float16.',
    formula: 'a_i = \\operatorname{trunc}(n_i)',
    example: defineLeast({
      x: [12.3, -25.7, 48.2, 31.9, -17.4, 22.6, 9.8, -40.1, 15.5, -33.3],
      f: (x) => x.reduce((sum, v) => sum + v * v, 0),
      gradient: (x) => [...Int32Array.from(x, (v) => 2 * v)],
      right: (x) => x.map((v) => 2 * v),
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
