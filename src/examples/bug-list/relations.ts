/** Entries of the bug list in which the error depends on x itself. */
import { type BugEntry, defineLeast } from './entry.ts';

export const relationEntries = {
  projected: {
    meaning:
      'The gradient was projected, onto the sphere that x lies on or onto what sums to zero, and f does not know of it. As a step of an optimiser that is right; as the gradient of f it is not.',
    signature: 'The gradient is at right angles to x (or sums to 0) and differs from the numeric slope along x alone.',
    formula: 'a_i = n_i - \\frac{n \\cdot x}{x \\cdot x}\\, x_i',
    example: defineLeast({
      x: [0.6, -0.48, 0.64],
      f: (u) => [3, 1, -2].reduce((s, c, i) => s + c * u[i] * u[i], 0),
      gradient: (u) => {
        const g = [3, 1, -2].map((c, i) => 2 * c * u[i]);
        const along = g.reduce((s, v, i) => s + v * u[i], 0);
        return g.map((v, i) => v - along * u[i]);
      },
      right: (u) => [3, 1, -2].map((c, i) => 2 * c * u[i]),
    }),
  },
  normalisation: {
    meaning:
      'The function divides x by its length, its sum or its deviation, and the gradient takes that for a constant: a layer normalisation, a direction, shares of a whole.',
    signature:
      'The size of x does not change f, so that the numeric slopes are at right angles to x; the error is a multiple of x.',
    formula: 'n \\cdot x = 0,\\quad a_i = k\\, n_i + c\\, x_i',
    example: defineLeast({
      x: [1.5, -2.3, 0.7, 1.1],
      f: (x) => {
        const length = Math.hypot(...x);
        return [3, 1, -2, 0.5].reduce((s, c, i) => s + c * (x[i] / length) ** 2, 0);
      },
      gradient: (x) => {
        const length = Math.hypot(...x);
        return [3, 1, -2, 0.5].map((c, i) => 2 * c * (x[i] / length));
      },
      right: (x) => {
        const length = Math.hypot(...x);
        const u = x.map((v) => v / length);
        const g = [3, 1, -2, 0.5].map((c, i) => 2 * c * u[i]);
        const along = g.reduce((s, v, i) => s + v * u[i], 0);
        return g.map((v, i) => (v - along * u[i]) / length);
      },
    }),
  },
  'other-parameter': {
    meaning:
      'The function takes x, and the slope is that with respect to log x (or √x, 1/x, …), or the other way round: the factor of the chain rule between the two is missing.',
    signature: 'The ratio of the two gradients is a known function of x in every wrong element.',
    formula: 'a_i / n_i = x_i \\quad\\text{or}\\quad e^{-x_i},\\ 2\\sqrt{x_i},\\ \\dots',
    example: defineLeast({
      x: [0.4, 1.7, 2.9, 0.8],
      f: (scales) => scales.reduce((s, v, i) => s + Math.log(1 + (i + 1) * v * v), 0),
      gradient: (scales) => scales.map((v, i) => (2 * (i + 1) * v * v) / (1 + (i + 1) * v * v)),
      right: (scales) => scales.map((v, i) => (2 * (i + 1) * v) / (1 + (i + 1) * v * v)),
    }),
  },
  'returns-x': {
    meaning: 'What comes back is x: the wrong variable was returned, or the slope of ½ ‖x‖² alone.',
    signature: 'Every element of the gradient is that of x.',
    formula: 'a_i = x_i',
    example: defineLeast({
      x: [0.7, -1.2, 0.4, 1.9],
      f: (x) => x.reduce((s, v) => s + Math.cos(v), 0),
      gradient: (x) => [...x],
      right: (x) => x.map((v) => -Math.sin(v)),
    }),
  },
  'softmax-folded': {
    meaning:
      'The gradient is p - y, that of the logits, while x is what comes out of the softmax; or f contains the softmax, and the gradient stops at its output.',
    signature: 'One of the two gradients, taken back through a softmax, is the other.',
    formula: 'a = p \\odot (n - n \\cdot p) \\quad\\text{or}\\quad n = p \\odot (a - a \\cdot p)',
    example: defineLeast({
      x: {
        p: [
          [0.2, 0.5, 0.3],
          [0.6, 0.1, 0.3],
        ],
      },
      f: ({ p }) => p.reduce((s, row, i) => s - Math.log(row[[1, 0][i]]), 0),
      gradient: ({ p }) => ({ p: p.map((row, i) => row.map((v, c) => v - (c === [1, 0][i] ? 1 : 0))) }),
      right: ({ p }) => ({ p: p.map((row, i) => row.map((v, c) => (c === [1, 0][i] ? -1 / v : 0))) }),
    }),
  },
  'not-wrapped': {
    meaning: 'Two angles are compared the short way round in f, and by their plain difference in the gradient.',
    signature: 'The errors are whole turns; most angles are right.',
    formula: 'e_i = 2\\pi\\, m_i,\\quad m_i \\in \\mathbb{Z}',
    example: defineLeast({
      x: [0.3, 3.0, -2.8, 1.1],
      f: (angles) =>
        angles.reduce((s, v, i) => {
          const d = v - [0.1, -3.1, 3.0, 1.4][i];
          return s + Math.atan2(Math.sin(d), Math.cos(d)) ** 2 / 2;
        }, 0),
      gradient: (angles) => angles.map((v, i) => v - [0.1, -3.1, 3.0, 1.4][i]),
      right: (angles) =>
        angles.map((v, i) => {
          const d = v - [0.1, -3.1, 3.0, 1.4][i];
          return Math.atan2(Math.sin(d), Math.cos(d));
        }),
    }),
  },
} satisfies Partial<Record<string, BugEntry>>;
