import { taylorTest } from 'checker';

const f = ([a, b]: number[]) => Math.sin(a) * Math.exp(b);
const right = ([a, b]: number[]) => [
  Math.cos(a) * Math.exp(b),
  Math.sin(a) * Math.exp(b),
];
const wrong = ([a, b]: number[]) => [
  Math.cos(a) * Math.exp(b),
  Math.sin(a) * b * Math.exp(b - 1),
];

for (const gradient of [right, wrong]) {
  const { verdict, slopes } = taylorTest(f, gradient, [0.7, -0.4]);
  console.log(verdict, slopes.map((slope) => slope.toFixed(2)).join(' '));
}
