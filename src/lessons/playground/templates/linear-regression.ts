// Mean squared error of a line through six points, and its gradient by hand.
// Break it: leave out the / n in the gradient, or the sign of error, and check again.
type Parameters = { w: number[]; b: number };

const X = [
  [0.2, 1.1],
  [1.4, -0.3],
  [-0.7, 0.8],
  [0.9, 0.5],
  [-1.2, -0.6],
  [0.3, -1.5],
];
const y = [1.3, 0.4, 0.1, 1.6, -1.9, -0.8];
const n = X.length;

const predict = ({ w, b }: Parameters, row: number[]) => row.reduce((sum, v, j) => sum + v * w[j], b);

export function loss(x: Parameters): number {
  return X.reduce((sum, row, i) => sum + (predict(x, row) - y[i]) ** 2, 0) / n;
}

export function gradient(x: Parameters): Parameters {
  const w = x.w.map(() => 0);
  let b = 0;
  X.forEach((row, i) => {
    const error = predict(x, row) - y[i];
    row.forEach((v, j) => {
      w[j] += (2 * error * v) / n;
    });
    b += (2 * error) / n;
  });
  return { w, b };
}

// Where the two are compared. Its names are the names in the report.
export const x: Parameters = { w: [0.6, -0.4], b: 0.1 };
