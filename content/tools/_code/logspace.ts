import { logspace } from 'checker';

console.log(logspace(-3, 0, 4));
console.log(logspace(-14, -1, 50)[1]); // the second step of the error curve
