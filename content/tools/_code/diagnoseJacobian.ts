import { diagnoseJacobian } from 'checker';

const gradient = ([a, b]: number[]) => [2 * a * b, a * a + Math.cos(b)];
const hessian = ([a, b]: number[]) => [
  [2 * b, 2 * a],
  [a, -Math.sin(b)],
];

const { verdict, findings, entries } = diagnoseJacobian(
  gradient,
  hessian,
  [1.5, -2.3],
  { symmetric: true },
);
console.log(verdict, findings[0].kind, entries[0].name);
