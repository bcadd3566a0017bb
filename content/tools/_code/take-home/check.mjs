import { diagnoseGradient, formatReport } from './checker.mjs';

const loss = ([a, b]) => a * a + 3 * a * b;
const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];

console.log(formatReport(diagnoseGradient(loss, gradient, [1.5, -2.3])));
