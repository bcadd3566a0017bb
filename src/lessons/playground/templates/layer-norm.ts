// Layer normalisation of one row, y = gamma * (v - mean) / sqrt(variance + eps) + beta,
// under a loss with known weights. The mean and the variance depend on every v: that is where gradients go wrong.
// Break it: leave out meanOf(d), or meanOf(...) * normal.
type Parameters = { v: number[]; gamma: number[]; beta: number[] };

const eps = 1e-5;
const target = [0.3, -0.8, 1.2, 0.5];
const meanOf = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

function normalise(v: number[]) {
  const mean = meanOf(v);
  const deviation = Math.sqrt(meanOf(v.map((value) => (value - mean) ** 2)) + eps);
  return { normal: v.map((value) => (value - mean) / deviation), deviation };
}

const output = ({ v, gamma, beta }: Parameters) => normalise(v).normal.map((value, i) => gamma[i] * value + beta[i]);

export function loss(x: Parameters): number {
  return output(x).reduce((sum, value, i) => sum + (value - target[i]) ** 2 / 2, 0);
}

export function gradient(x: Parameters): Parameters {
  const { normal, deviation } = normalise(x.v);
  const error = output(x).map((value, i) => value - target[i]);
  const d = error.map((value, i) => value * x.gamma[i]);
  const along = meanOf(d.map((value, i) => value * normal[i]));
  return {
    v: d.map((value, i) => (value - meanOf(d) - along * normal[i]) / deviation),
    gamma: error.map((value, i) => value * normal[i]),
    beta: error,
  };
}

export const x: Parameters = { v: [0.9, -1.3, 0.4, 2.1], gamma: [1.1, 0.8, 1.3, 0.9], beta: [0.1, -0.2, 0.3, 0.05] };
