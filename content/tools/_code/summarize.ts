import { diagnoseGradient, summarize } from 'checker';

const cube = (x: number) => x ** 3;
const right = diagnoseGradient(cube, (x) => 3 * x * x, 2);
const wrong = diagnoseGradient(cube, (x) => x * x, 2);
const kink = diagnoseGradient(Math.abs, () => 1, 0);
for (const report of [right, wrong, kink]) console.log(summarize(report));
