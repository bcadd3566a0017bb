// Your own: a function, its gradient, and a point to compare them at.
// A point is a number, an array, an array of arrays, or a record of those. console.log prints below.
// Break it, to see what a failure looks like: write 3 for one of the 2s.
// import { seededRandom } from 'random'; and import { … } from 'checker'; work too.

export const x = [1.5, -2.3];

export function loss(x: number[]): number {
  return x[0] ** 2 + x[1] ** 2;
}

export function gradient(x: number[]): number[] {
  return [2 * x[0], 2 * x[1]];
}
