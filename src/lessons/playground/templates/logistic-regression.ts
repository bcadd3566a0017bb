// Logistic regression: mean cross-entropy with an L2 penalty on the weights.
// Break it: leave the penalty out of the gradient, or add it to b as well.
type Parameters = { w: number[]; b: number };

const X = [
  [0.5, 1.2, -0.3],
  [-1.1, 0.4, 0.9],
  [0.8, -0.7, 1.5],
  [-0.2, -1.3, 0.6],
  [1.4, 0.1, -0.9],
];
const label = [1, 0, 1, 0, 1];
const n = X.length;
const lambda = 0.1;

const score = ({ w, b }: Parameters, row: number[]) => row.reduce((sum, v, j) => sum + v * w[j], b);
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
// ln(1 + e^z) without overflow
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

export function loss(x: Parameters): number {
  const data = X.reduce((sum, row, i) => {
    const z = score(x, row);
    return sum + softplus(z) - label[i] * z;
  }, 0);
  const penalty = x.w.reduce((sum, v) => sum + v * v, 0);
  return data / n + (lambda / 2) * penalty;
}

export function gradient(x: Parameters): Parameters {
  const w = x.w.map((v) => lambda * v);
  let b = 0;
  X.forEach((row, i) => {
    const delta = (sigmoid(score(x, row)) - label[i]) / n;
    row.forEach((v, j) => {
      w[j] += delta * v;
    });
    b += delta;
  });
  return { w, b };
}

export const x: Parameters = { w: [0.7, -0.5, 0.3], b: -0.2 };
