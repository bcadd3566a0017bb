import { diagnoseGradient, formatReport } from 'checker';

const loss = ([a, b]: number[]) => Math.sin(a) * b;
const gradient = ([a, b]: number[]) => [Math.cos(a) * b, -Math.sin(a)];
console.log(formatReport(diagnoseGradient(loss, gradient, [1.2, 0.5])));
