// A network of two layers: tanh, then softmax cross-entropy over a batch of n.
// Break it: drop (1 - a * a) from back, or leave out addTo(b1, back).
type Matrix = number[][];
type Parameters = { W1: Matrix; b1: number[]; W2: Matrix; b2: number[] };

const X: Matrix = [
  [0.5, -1.1, 0.3],
  [1.2, 0.4, -0.7],
  [-0.9, 0.8, 1.1],
  [0.2, -0.3, -1.4],
  [-1.3, 1.0, 0.6],
];
const label = [0, 1, 1, 0, 1];
export const sizes = { n: X.length }; // sizes by which a forgotten factor is known

const affine = (row: number[], W: Matrix, b: number[]) =>
  b.map((bias, k) => row.reduce((sum, v, j) => sum + v * W[j][k], bias));

function softmax(z: number[]): number[] {
  const largest = Math.max(...z);
  const exps = z.map((v) => Math.exp(v - largest));
  const total = exps.reduce((sum, v) => sum + v, 0);
  return exps.map((v) => v / total);
}

function forward({ W1, b1, W2, b2 }: Parameters, row: number[]) {
  const hidden = affine(row, W1, b1).map(Math.tanh);
  return { hidden, q: softmax(affine(hidden, W2, b2)) };
}

function addTo(sum: number[], v: number[]) {
  for (let k = 0; k < v.length; k++) sum[k] += v[k];
}

function addOuter(sum: Matrix, u: number[], v: number[]) {
  for (let j = 0; j < u.length; j++) for (let k = 0; k < v.length; k++) sum[j][k] += u[j] * v[k];
}

export function loss(x: Parameters): number {
  return X.reduce((sum, row, i) => sum - Math.log(forward(x, row).q[label[i]]), 0) / sizes.n;
}

export function gradient(x: Parameters): Parameters {
  const zeros = (W: Matrix) => W.map((row) => row.map(() => 0));
  const W1 = zeros(x.W1);
  const W2 = zeros(x.W2);
  const b1 = x.b1.map(() => 0);
  const b2 = x.b2.map(() => 0);
  X.forEach((row, i) => {
    const { hidden, q } = forward(x, row);
    const delta = q.map((v, k) => (v - (k === label[i] ? 1 : 0)) / sizes.n);
    const back = hidden.map((a, j) => (1 - a * a) * delta.reduce((sum, d, k) => sum + d * x.W2[j][k], 0));
    addOuter(W2, hidden, delta);
    addTo(b2, delta);
    addOuter(W1, row, back);
    addTo(b1, back);
  });
  return { W1, b1, W2, b2 };
}

export const x: Parameters = {
  W1: [
    [0.4, -0.3, 0.6, 0.1],
    [-0.5, 0.2, 0.7, -0.4],
    [0.3, 0.8, -0.2, 0.5],
  ],
  b1: [0.1, -0.2, 0.05, 0.3],
  W2: [
    [0.6, -0.4],
    [-0.3, 0.5],
    [0.2, 0.7],
    [-0.6, 0.1],
  ],
  b2: [0.15, -0.1],
};
