import { diagnoseGradientAsync, formatReport } from 'checker';

// as if they were computed on a graphics card
const loss = async ([a, b]: number[]) => a * a * b;
const gradient = async ([a, b]: number[]) => [2 * a * b, a];

const report = await diagnoseGradientAsync(loss, gradient, [1.5, -2.3]);
console.log(formatReport(report));
