import { relativeError } from 'checker';

console.log(relativeError([3, -4.6], [1.5, -2.3])); // one is twice the other
console.log(relativeError([1, 0], [-1, 0])); // the largest possible, but for the floor
console.log(relativeError({ w: [1, 2], b: 0 }, { w: [1, 2], b: 0 }));
