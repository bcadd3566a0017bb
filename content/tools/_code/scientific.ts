import { scientific } from 'checker';

console.log(
  scientific(1 / 3),
  scientific(-0.00125),
  scientific(12345, 4),
  scientific(0),
);
