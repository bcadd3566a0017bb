import { SCHEMES } from 'checker';

for (const [name, { order, offsets, weights, divisor }] of Object.entries(
  SCHEMES,
)) {
  console.log(name, { order, offsets, weights, divisor });
}
