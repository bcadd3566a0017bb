import { diagnoseVjp, formatLayerReport } from 'checker';

const layer = (x: number[]) => x.map(Math.tanh);
const vjp = (x: number[], v: number[]) =>
  x.map((value, i) => v[i] * (1 - value * value));

console.log(formatLayerReport(diagnoseVjp(layer, vjp, [0.3, -0.8, 1.2])));
