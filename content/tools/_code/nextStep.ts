import { diagnoseGradient, nextStep } from 'checker';

const square = (x: number) => x * x;
const { findings } = diagnoseGradient(square, (x) => -2 * x, 1.5);
console.log(nextStep(findings[0]));
