import type { Graph, GraphNode, Op, UnaryOp } from '../graph/graph.ts';
import { whole } from '../graph/rational.ts';
import type { Value } from '../graph/values.ts';

/** Writes a function out over the elements it was given. */
type Lower<In extends readonly unknown[], Out = GraphNode> = (graph: Graph, ...args: In) => Out;

/** The functions a formula may call, by name: what they take, and what they are in terms of operations. */
export type FunctionEntry =
  /** `count` numbers; or vectors, whose elements it takes one by one. */
  | { readonly takes: 'elementwise'; readonly count: 1 | 2 | 3; readonly lower: Lower<GraphNode[]> }
  /** Any number of numbers, or one vector; several vectors by element where that `goesByElement`. */
  | {
      readonly takes: 'values';
      readonly least: number;
      readonly goesByElement: boolean;
      readonly lower: Lower<[values: GraphNode[]]>;
    }
  | { readonly takes: 'vector'; readonly lower: Lower<[values: GraphNode[]], Value> }
  | { readonly takes: 'two-vectors'; readonly lower: Lower<[a: GraphNode[], b: GraphNode[]]> }
  /** A vector and, if wanted, a number that is written out: `norm(w, 1)`. */
  | { readonly takes: 'norm' }
  /** A number and, if wanted, a base. */
  | { readonly takes: 'log' };

const number = (graph: Graph, value: number): GraphNode => graph.constant(whole(value));

/** A sum or product of any number of parts, one included. */
export function fold(graph: Graph, op: 'add' | 'multiply' | 'max' | 'min', values: readonly GraphNode[]): GraphNode {
  return values.length === 1 ? values[0] : graph.apply(op, ...values);
}

/** a - b, as the sum that the graph keeps: it has no subtraction of its own. */
export function minus(graph: Graph, a: GraphNode, b: GraphNode): GraphNode {
  return graph.apply('add', a, graph.apply('negate', b));
}

const mean = (graph: Graph, values: GraphNode[]): GraphNode =>
  graph.apply('divide', fold(graph, 'add', values), number(graph, values.length));

const square = (graph: Graph, x: GraphNode): GraphNode => graph.apply('power', x, number(graph, 2));

/** The 2-norm. */
export const euclidean = (graph: Graph, values: GraphNode[]): GraphNode =>
  graph.apply(
    'sqrt',
    fold(
      graph,
      'add',
      values.map((x) => square(graph, x)),
    ),
  );

/** Unbiased, over n - 1. */
function variance(graph: Graph, values: GraphNode[]): GraphNode {
  const centre = mean(graph, values);
  const squares = values.map((x) => square(graph, minus(graph, x, centre)));
  return graph.apply('divide', fold(graph, 'add', squares), number(graph, values.length - 1));
}

function softmax(graph: Graph, values: GraphNode[]): GraphNode[] {
  const powers = values.map((x) => graph.apply('exp', x));
  const sum = fold(graph, 'add', powers);
  return powers.map((power) => graph.apply('divide', power, sum));
}

/** log(sum(exp(x))). */
const logSumExp = (graph: Graph, all: GraphNode[]): GraphNode =>
  graph.apply(
    'log',
    fold(
      graph,
      'add',
      all.map((x) => graph.apply('exp', x)),
    ),
  );

export const dot = (graph: Graph, a: readonly GraphNode[], b: readonly GraphNode[]): GraphNode =>
  fold(
    graph,
    'add',
    a.map((left, i) => graph.apply('multiply', left, b[i])),
  );

const elementwise = (count: 1 | 2 | 3, lower: Lower<GraphNode[]>): FunctionEntry => ({
  takes: 'elementwise',
  count,
  lower,
});
const operation = (op: UnaryOp): FunctionEntry => elementwise(1, (graph, x) => graph.apply(op, x));
const reciprocal = (op: UnaryOp): FunctionEntry =>
  elementwise(1, (graph, x) => graph.apply('divide', number(graph, 1), graph.apply(op, x)));
const quotient = (above: UnaryOp, below: UnaryOp): FunctionEntry =>
  elementwise(1, (graph, x) => graph.apply('divide', graph.apply(above, x), graph.apply(below, x)));
const values = (least: number, lower: Lower<[GraphNode[]]>, goesByElement = false): FunctionEntry => ({
  takes: 'values',
  least,
  goesByElement,
  lower,
});
const folded = (op: Extract<Op, 'add' | 'multiply' | 'max' | 'min'>): FunctionEntry =>
  values(1, (graph, all) => fold(graph, op, all), op === 'max' || op === 'min');

const BY_OPERATION: readonly UnaryOp[] = [
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const),
  ...(['exp', 'expm1', 'log2', 'log10', 'log1p', 'sqrt', 'cbrt', 'sigmoid', 'softplus'] as const),
  ...(['abs', 'sign', 'floor', 'ceil', 'round'] as const),
];

/** A Map, so that no name finds a property that all objects have (`constructor`, `__proto__`). */
export const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map<string, FunctionEntry>([
  ...BY_OPERATION.map((op) => [op, operation(op)] as const),
  ['cot', quotient('cos', 'sin')],
  ['sec', reciprocal('cos')],
  ['csc', reciprocal('sin')],
  ['coth', quotient('cosh', 'sinh')],
  ['sech', reciprocal('cosh')],
  ['csch', reciprocal('sinh')],
  ['square', elementwise(1, square)],
  ['cube', elementwise(1, (graph, x) => graph.apply('power', x, number(graph, 3)))],
  ['relu', elementwise(1, (graph, x) => graph.apply('max', number(graph, 0), x))],
  ['silu', elementwise(1, (graph, x) => graph.apply('multiply', x, graph.apply('sigmoid', x)))],
  ['log', { takes: 'log' }],
  ['ln', operation('log')],
  ['pow', elementwise(2, (graph, a, b) => graph.apply('power', a, b))],
  ['clip', elementwise(3, (graph, x, least, most) => graph.apply('min', graph.apply('max', x, least), most))],
  ['sum', folded('add')],
  ['prod', folded('multiply')],
  ['max', folded('max')],
  ['min', folded('min')],
  ['mean', values(1, mean)],
  ['hypot', values(1, euclidean)],
  ['logsumexp', values(1, logSumExp)],
  ['variance', values(2, variance)],
  ['std', values(2, (graph, all) => graph.apply('sqrt', variance(graph, all)))],
  ['norm', { takes: 'norm' }],
  ['dot', { takes: 'two-vectors', lower: dot }],
  ['count', { takes: 'vector', lower: (graph, all) => number(graph, all.length) }],
  ['softmax', { takes: 'vector', lower: softmax }],
]);
