// A Hessian: the second derivatives of the loss, checked against its gradient. With a loss, the gradient is checked first.
// Break it: leave the 2 out, or write -200 for one of the two -400 * a.
export const x = [-0.6, 1.1];

// Rosenbrock's valley
export function loss([a, b]: number[]): number {
  return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
}

export function gradient([a, b]: number[]): number[] {
  return [-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)];
}

export function hessian([a, b]: number[]): number[][] {
  return [
    [2 - 400 * b + 1200 * a * a, -400 * a],
    [-400 * a, 200],
  ];
}
