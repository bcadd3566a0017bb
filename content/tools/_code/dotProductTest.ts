import { dotProductTest } from 'checker';

const F = ([a, b]: number[]) => [a * b, a + b];
const jvp = ([a, b]: number[], [da, db]: number[]) => [
  a * db + b * da,
  da + db,
];
const vjp = ([a, b]: number[], [p, q]: number[]) => [b * p + q, a * p - q];

const { pairs, wrong } = dotProductTest(jvp, vjp, [2, 3], F);
console.log(pairs[0].forward.toFixed(3), pairs[0].backward.toFixed(3));
console.log(wrong.join());
