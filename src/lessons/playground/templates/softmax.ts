// Softmax regression: three classes, mean cross-entropy.
// Break it: forget to subtract the target from q, or write W[k][j] for W[j][k].
type Matrix = number[][];
type Parameters = { W: Matrix; b: number[] };

const X: Matrix = [
  [0.4, -1.2],
  [1.3, 0.2],
  [-0.8, 0.9],
  [0.1, 1.5],
  [-1.4, -0.5],
];
const label = [0, 2, 1, 1, 0];
export const sizes = { n: X.length };

function probabilities({ W, b }: Parameters, row: number[]): number[] {
  const z = b.map((bias, k) => row.reduce((sum, v, j) => sum + v * W[j][k], bias));
  const largest = Math.max(...z);
  const exps = z.map((v) => Math.exp(v - largest));
  const total = exps.reduce((sum, v) => sum + v, 0);
  return exps.map((v) => v / total);
}

export function loss(x: Parameters): number {
  return X.reduce((sum, row, i) => sum - Math.log(probabilities(x, row)[label[i]]), 0) / sizes.n;
}

export function gradient(x: Parameters): Parameters {
  const W = x.W.map((row) => row.map(() => 0));
  const b = x.b.map(() => 0);
  X.forEach((row, i) => {
    const q = probabilities(x, row);
    q.forEach((v, k) => {
      const delta = (v - (k === label[i] ? 1 : 0)) / sizes.n;
      row.forEach((feature, j) => {
        W[j][k] += feature * delta;
      });
      b[k] += delta;
    });
  });
  return { W, b };
}

export const x: Parameters = {
  W: [
    [0.3, -0.6, 0.2],
    [-0.1, 0.5, 0.4],
  ],
  b: [0.1, -0.2, 0.05],
};
