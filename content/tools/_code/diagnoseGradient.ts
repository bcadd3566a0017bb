import { diagnoseGradient } from 'checker';

interface Point {
  w: number[];
  b: number;
}
const loss = ({ w, b }: Point) => w.reduce((sum, v) => sum + v * v * b, 0);
const gradient = ({ w, b }: Point) => ({
  w: w.map((v) => 2 * v * b),
  b: 0,
});

const report = diagnoseGradient(loss, gradient, { w: [1.5, -2.3], b: 0.5 });
console.log(report.verdict, report.findings[0].kind);
for (const { name, analytic, numeric, verdict } of report.elements) {
  console.log(name, analytic, numeric.toPrecision(6), verdict);
}
