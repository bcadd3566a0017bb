import { numericalGradient } from 'checker';

// an array, a record of arrays, and a number: the gradient has the structure of x
console.log(numericalGradient(([a, b]) => a * a + 3 * b, [1.5, 2]));
console.log(
  numericalGradient(({ W, b }) => W[0][1] * b + W[0][0] ** 2, {
    W: [[1, 2]],
    b: 3,
  }),
);
console.log(
  numericalGradient(Math.exp, 0, { scheme: 'five-point', step: 1e-3 }),
);
