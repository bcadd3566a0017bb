/** The network's forward and backward pass, line by line, and the bugs that can be planted in each line. */
import {
  add,
  addRow,
  columnSums,
  crossEntropy,
  type Matrix,
  map,
  matmul,
  multiply,
  reshape,
  scale,
  softmax,
  subtract,
  sum,
  tanh,
  transpose,
  type Vector,
} from '@/examples/programs/matrix.ts';
import { type Bug, defineProgram, forwardAt, gradientOf, lossOf } from '@/examples/programs/program.ts';
import { data, start, type Weights } from './data.ts';

type Scope = Weights &
  Record<'X' | 'Y' | 'Z' | 'A' | 'S' | 'P' | 'dS' | 'dW2' | 'dA' | 'dZ' | 'dW1', Matrix> &
  Record<'db1' | 'db2', Vector> &
  Record<'m' | 'lambda', number>;

export const network = defineProgram<Scope, Weights>({
  sizes: { m: data.m },
  data,
  point: start,
  forward: {
    Z: (s) => addRow(matmul(s.X, s.W1), s.b1),
    A: (s) => tanh(s.Z),
    S: (s) => addRow(matmul(s.A, s.W2), s.b2),
    P: (s) => softmax(s.S),
  },
  loss: (s) => crossEntropy(s.P, s.Y) + (s.lambda / 2) * sum(multiply(s.W2, s.W2).flat()),
  backward: {
    dS: (s) => scale(subtract(s.P, s.Y), 1 / s.m),
    dW2: (s) => add(matmul(transpose(s.A), s.dS), scale(s.W2, s.lambda)),
    db2: (s) => columnSums(s.dS),
    dA: (s) => matmul(s.dS, transpose(s.W2)),
    dZ: (s) =>
      multiply(
        s.dA,
        map(s.A, (a) => 1 - a * a),
      ),
    dW1: (s) => matmul(transpose(s.X), s.dZ),
    db1: (s) => columnSums(s.dZ),
  },
  gradient: (s) => ({ W1: s.dW1, b1: s.db1, W2: s.dW2, b2: s.db2 }),
  bugs: [
    {
      id: 'mean',
      title: 'The batch summed, not averaged',
      kind: 'missing-mean',
      wrong: { dS: (s) => subtract(s.P, s.Y) },
    },
    {
      id: 'target',
      title: 'The target not subtracted',
      kind: 'softmax-target',
      wrong: { dS: (s) => scale(s.P, 1 / s.m) },
    },
    {
      id: 'decay',
      title: 'Weight decay in the loss alone',
      kind: 'missing-l2',
      wrong: { dW2: (s) => matmul(transpose(s.A), s.dS) },
    },
    {
      id: 'argument',
      title: 'Z where A belongs',
      kind: 'unknown-pattern',
      wrong: { dW2: (s) => add(matmul(transpose(s.Z), s.dS), scale(s.W2, s.lambda)) },
    },
    {
      id: 'averaged',
      title: 'Averaged once more',
      kind: 'missing-mean',
      wrong: { db2: (s) => scale(columnSums(s.dS), 1 / s.m) },
    },
    { id: 'not-summed', title: 'Not summed over the batch', kind: 'broadcast-not-summed', wrong: { db2: (s) => s.dS } },
    {
      id: 'reshaped',
      title: 'W2 reshaped, not transposed',
      kind: 'layer-boundary',
      wrong: { dA: (s) => matmul(s.dS, reshape(s.W2, 4)) },
    },
    { id: 'no-slope', title: 'The slope of tanh forgotten', kind: 'layer-boundary', wrong: { dZ: (s) => s.dA } },
    {
      id: 'argument',
      title: 'The slope of tanh taken of Z',
      kind: 'layer-boundary',
      wrong: {
        dZ: (s) =>
          multiply(
            s.dA,
            map(s.Z, (z) => 1 - z * z),
          ),
      },
    },
    {
      id: 'sign',
      title: 'The sign lost',
      kind: 'sign',
      wrong: { dW1: (s) => scale(matmul(transpose(s.X), s.dZ), -1) },
    },
    {
      id: 'reshaped',
      title: 'The other product, forced into shape',
      kind: 'transposed',
      wrong: { dW1: (s) => reshape(matmul(transpose(s.dZ), s.X), 4) },
    },
    {
      id: 'twice',
      title: 'Doubled',
      kind: 'factor-two',
      wrong: { dW1: (s) => scale(matmul(transpose(s.X), s.dZ), 2) },
    },
    { id: 'detached', title: 'The bias forgotten', kind: 'zeroed-group', wrong: { db1: (s) => map(s.b1, () => 0) } },
    {
      id: 'shifted',
      title: 'An index off by one',
      kind: 'off-by-one',
      wrong: { db1: (s) => columnSums(s.dZ).map((_, j, all) => all[(j + 1) % all.length]) },
    },
  ],
});

/** The lines of the backward pass by name, in order. */
export const lines = Object.keys(network.backward);

/** Which bug stands in which line, by their ids; a line that is not named is right. */
export type PlantedLines = Readonly<Partial<Record<string, string>>>;

/** The bugs of a line, each with an id of its own among them. */
export const bugsOf = (line: string): Bug<Scope>[] => network.bugs.filter(({ wrong }) => line in wrong);

/** The bugs that stand in the lines. */
export const bugsIn = (planted: PlantedLines): Bug<Scope>[] =>
  lines.flatMap((line) => bugsOf(line).filter(({ id }) => id === planted[line]));

/** Everything that the forward pass defines, for the data or for other points of the plane. */
export const forwardPass = (weights: Weights, X: Matrix = data.X): Scope => forwardAt(network, weights, { X });

/** Mean cross-entropy, plus weight decay on W2. */
export const loss = lossOf(network);

/**
 * The gradient that the shown lines compute, with the planted bugs in them.
 *
 *     const wrong = gradientWith({ dZ: 'no-slope' });
 *     wrong(weights).W1 // without the slope of tanh
 */
export const gradientWith = (planted: PlantedLines) => gradientOf(network, ...bugsIn(planted));
