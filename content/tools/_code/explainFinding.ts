import { diagnoseGradient, explainFinding } from 'checker';

const loss = (w: number[]) =>
  w.reduce((sum, v) => sum + v * v, 0) / w.length;
const gradient = (w: number[]) => w.map((v) => 2 * v);
const { findings } = diagnoseGradient(loss, gradient, [1.5, -2.3, 0.4]);
console.log(explainFinding(findings[0]));
