import { diagnoseVjp } from 'checker';

interface Point {
  W: number[][];
  x: number[];
  b: number[];
}
const layer = ({ W, x, b }: Point) =>
  W.map((row, i) => row[0] * x[0] + row[1] * x[1] + b[i]);
const vjp = ({ W, x, b }: Point, v: number[]) => ({
  W: v.map((up) => x.map((input) => up * input)),
  x: x.map((_, j) => W[0][j] * v[0] + W[1][j] * v[1]),
  b: b.map(() => v[0] + v[1]),
});

const W = [
  [0.7, -1.2],
  [0.4, 1.9],
];
const report = diagnoseVjp(layer, vjp, { W, x: [1.5, -2.3], b: [0, 1] });
console.log(report.verdict, report.vjpEvaluations);
for (const { name, verdict } of report.groups) console.log(name, verdict);
for (const { name, analytic } of report.entries)
  console.log(name, analytic);
