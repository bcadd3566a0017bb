import { diagnoseVjpAsync, formatLayerReport } from 'checker';

const layer = async ([a, b]: number[]) => [a * b, a + b];
const vjp = async ([a, b]: number[], [v, w]: number[]) => [
  v * b + w,
  v * a,
];

const report = await diagnoseVjpAsync(layer, vjp, [1.5, -2.3]);
console.log(formatLayerReport(report));
