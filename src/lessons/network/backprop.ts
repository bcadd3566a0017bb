/**
 * The network's forward and backward pass, line by line. A line is the text that is shown and the function that runs;
 * a planted bug replaces one line by another. A test runs every text against its function.
 */
import type { FindingKind } from '@/checker/types.ts';
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
import { data, type Weights } from './data.ts';

/** The names that a line may use: data, weights, and what the lines before it have defined. */
export interface Scope extends Weights {
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly m: number;
  readonly lambda: number;
  Z: Matrix;
  A: Matrix;
  S: Matrix;
  P: Matrix;
  dS: Matrix;
  dW2: Matrix;
  db2: Vector;
  dA: Matrix;
  dZ: Matrix;
  dW1: Matrix;
  db1: Vector;
}

/** An expression as shown, and the same expression as it runs. */
export interface Variant {
  readonly code: string;
  readonly run: (scope: Scope) => unknown;
}

export interface Bug extends Variant {
  readonly id: string;
  readonly title: string;
  /** The true diagnosis, when this is the only bug. */
  readonly kind: FindingKind;
}

export interface Line extends Variant {
  /** The name that the line defines. */
  readonly id: keyof Scope & string;
  readonly bugs: readonly Bug[];
}

type Assign = <K extends keyof Scope & string>(
  id: K,
  code: string,
  run: (s: Scope) => Scope[K],
  bugs?: readonly Bug[],
) => Line;
const line: Assign = (id, code, run, bugs = []) => ({ id, code, run, bugs });
const bug = (id: string, kind: FindingKind, title: string, code: string, run: Variant['run']): Bug => ({
  id,
  kind,
  title,
  code,
  run,
});

export const forward: readonly Line[] = [
  line('Z', 'addRow(matmul(X, W1), b1)', (s) => addRow(matmul(s.X, s.W1), s.b1)),
  line('A', 'tanh(Z)', (s) => tanh(s.Z)),
  line('S', 'addRow(matmul(A, W2), b2)', (s) => addRow(matmul(s.A, s.W2), s.b2)),
  line('P', 'softmax(S)', (s) => softmax(s.S)),
];

export const lossLine = {
  code: 'crossEntropy(P, Y) + (lambda / 2) * sum(multiply(W2, W2).flat())',
  run: (s: Scope): number => crossEntropy(s.P, s.Y) + (s.lambda / 2) * sum(multiply(s.W2, s.W2).flat()),
};

export const backward: readonly Line[] = [
  line('dS', 'scale(subtract(P, Y), 1 / m)', (s) => scale(subtract(s.P, s.Y), 1 / s.m), [
    bug('mean', 'missing-mean', 'The batch summed, not averaged', 'subtract(P, Y)', (s) => subtract(s.P, s.Y)),
    bug('target', 'softmax-target', 'The target not subtracted', 'scale(P, 1 / m)', (s) => scale(s.P, 1 / s.m)),
  ]),
  line(
    'dW2',
    'add(matmul(transpose(A), dS), scale(W2, lambda))',
    (s) => add(matmul(transpose(s.A), s.dS), scale(s.W2, s.lambda)),
    [
      bug('decay', 'missing-l2', 'Weight decay in the loss alone', 'matmul(transpose(A), dS)', (s) =>
        matmul(transpose(s.A), s.dS),
      ),
      bug('argument', 'unknown-pattern', 'Z where A belongs', 'add(matmul(transpose(Z), dS), scale(W2, lambda))', (s) =>
        add(matmul(transpose(s.Z), s.dS), scale(s.W2, s.lambda)),
      ),
    ],
  ),
  line('db2', 'columnSums(dS)', (s) => columnSums(s.dS), [
    bug('averaged', 'missing-mean', 'Averaged once more', 'scale(columnSums(dS), 1 / m)', (s) =>
      scale(columnSums(s.dS), 1 / s.m),
    ),
    bug('not-summed', 'broadcast-not-summed', 'Not summed over the batch', 'dS', (s) => s.dS),
  ]),
  line('dA', 'matmul(dS, transpose(W2))', (s) => matmul(s.dS, transpose(s.W2)), [
    bug('reshaped', 'layer-boundary', 'W2 reshaped, not transposed', 'matmul(dS, reshape(W2, 4))', (s) =>
      matmul(s.dS, reshape(s.W2, 4)),
    ),
  ]),
  line(
    'dZ',
    'multiply(dA, map(A, (a) => 1 - a * a))',
    (s) =>
      multiply(
        s.dA,
        map(s.A, (a) => 1 - a * a),
      ),
    [
      bug('no-slope', 'layer-boundary', 'The slope of tanh forgotten', 'dA', (s) => s.dA),
      bug('argument', 'layer-boundary', 'The slope of tanh taken of Z', 'multiply(dA, map(Z, (z) => 1 - z * z))', (s) =>
        multiply(
          s.dA,
          map(s.Z, (z) => 1 - z * z),
        ),
      ),
    ],
  ),
  line('dW1', 'matmul(transpose(X), dZ)', (s) => matmul(transpose(s.X), s.dZ), [
    bug('sign', 'sign', 'The sign lost', 'scale(matmul(transpose(X), dZ), -1)', (s) =>
      scale(matmul(transpose(s.X), s.dZ), -1),
    ),
    bug('reshaped', 'transposed', 'The other product, forced into shape', 'reshape(matmul(transpose(dZ), X), 4)', (s) =>
      reshape(matmul(transpose(s.dZ), s.X), 4),
    ),
    bug('twice', 'factor-two', 'Doubled', 'scale(matmul(transpose(X), dZ), 2)', (s) =>
      scale(matmul(transpose(s.X), s.dZ), 2),
    ),
  ]),
  line('db1', 'columnSums(dZ)', (s) => columnSums(s.dZ), [
    bug('detached', 'zeroed-group', 'The bias forgotten', 'map(b1, () => 0)', (s) => map(s.b1, () => 0)),
    bug(
      'shifted',
      'off-by-one',
      'An index off by one',
      'columnSums(dZ).map((_, j, all) => all[(j + 1) % all.length])',
      (s) => columnSums(s.dZ).map((_, j, all) => all[(j + 1) % all.length]),
    ),
  ]),
];

/** Which name holds the gradient of which weights. */
export const returned = { W1: 'dW1', b1: 'db1', W2: 'dW2', b2: 'db2' } as const satisfies Record<
  keyof Weights,
  keyof Scope
>;

/** Which bug stands in which line, by their ids; a line that is not named is right. */
export type Planted = Readonly<Partial<Record<string, string>>>;

/** The bug that stands in a line; none where it is right. */
export function bugIn(line: Line, planted: Planted): Bug | undefined {
  return line.bugs.find(({ id }) => id === planted[line.id]);
}

type Step = readonly [name: string, variant: Variant];

function run(weights: Weights, lines: readonly Step[], X: Matrix = data.X): Scope {
  const { Y, m, lambda } = data;
  const scope = { X, Y, m, lambda, ...weights } as Scope;
  for (const [name, variant] of lines) (scope as unknown as Record<string, unknown>)[name] = variant.run(scope);
  return scope;
}

const forwardLines = forward.map((one) => [one.id, one] as const);

/** Everything that the forward pass defines, for the data or for other points of the plane. */
export const forwardPass = (weights: Weights, X?: Matrix): Scope => run(weights, forwardLines, X);

/** Mean cross-entropy, plus weight decay on W2. */
export const loss = (weights: Weights): number => lossLine.run(forwardPass(weights));

/**
 * The gradient that the shown lines compute, with the planted bugs in them.
 *
 *     const wrong = gradientWith({ dZ: 'no-slope' });
 *     wrong(weights).W1 // without the slope of tanh
 */
export function gradientWith(planted: Planted): (weights: Weights) => Weights {
  const lines = [...forwardLines, ...backward.map((one) => [one.id, bugIn(one, planted) ?? one] as const)];
  return (weights) => {
    const scope = run(weights, lines);
    return { W1: scope[returned.W1], b1: scope[returned.b1], W2: scope[returned.W2], b2: scope[returned.b2] };
  };
}
