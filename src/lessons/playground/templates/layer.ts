// A layer: outputs, and a backward pass. vjp gets v, the gradient that comes from above, in the shape of the outputs,
// and returns the gradient of ⟨v, forward(x)⟩ with respect to every input.
// Break it: leave the sum out of b (write b: v), or give W the transpose.
type Inputs = { x: number[][]; W: number[][]; b: number[] };
type Outputs = number[][];

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const columns = (A: number[][]) => A[0].map((_, j) => A.map((row) => row[j]));

// y = x Wᵀ + b, a row for each sample of the batch
export function forward({ x, W, b }: Inputs): Outputs {
  return x.map((row) => W.map((weights, j) => dot(weights, row) + b[j]));
}

export function vjp({ x, W }: Inputs, v: Outputs): Inputs {
  return {
    x: v.map((d) => columns(W).map((column) => dot(column, d))),
    W: columns(v).map((d) => columns(x).map((column) => dot(column, d))),
    b: columns(v).map((d) => d.reduce((sum, value) => sum + value, 0)),
  };
}

export const x: Inputs = {
  x: [
    [0.2, 1.1, -0.4],
    [1.4, -0.3, 0.9],
    [-0.7, 0.8, 0.5],
    [0.6, -1.2, 1.3],
  ],
  W: [
    [0.6, -0.4, 0.3],
    [-0.2, 0.9, 0.7],
  ],
  b: [0.1, -0.5],
};
