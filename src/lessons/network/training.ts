/** Where the check is made: weights after some steps of gradient descent with the right gradient. */
import { add, scale } from '@/examples/programs/matrix.ts';
import { gradientWith } from './backprop.ts';
import { start, type Weights } from './data.ts';

const RATE = 0.5;

const descent = gradientWith({});
const path: Weights[] = [start];

/** The weights after a number of steps; the path is walked once. */
export function weightsAfter(steps: number): Weights {
  while (path.length <= steps) {
    const at = path[path.length - 1];
    const slope = descent(at);
    path.push({
      W1: add(at.W1, scale(slope.W1, -RATE)),
      b1: add(at.b1, scale(slope.b1, -RATE)),
      W2: add(at.W2, scale(slope.W2, -RATE)),
      b2: add(at.b2, scale(slope.b2, -RATE)),
    });
  }
  return path[steps];
}
