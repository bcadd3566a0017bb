import type { Graph, GraphNode, Op, UnaryOp } from '../graph/graph.ts';
import { whole } from '../graph/rational.ts';

/**
 * The functions a formula may call, by name. `elementwise` ones take one number and apply to each element of a vector;
 * the others say what they take. `lower` writes them out over the elements they were given.
 */
export type FunctionEntry =
  | { readonly takes: 'elementwise'; readonly lower: (graph: Graph, x: GraphNode) => GraphNode }
  /** Any number of numbers, or one vector. */
  | {
      readonly takes: 'values';
      readonly least: number;
      readonly lower: (graph: Graph, values: GraphNode[]) => GraphNode;
    }
  | {
      readonly takes: 'vector';
      readonly least: number;
      readonly lower: (graph: Graph, values: GraphNode[]) => GraphNode;
    }
  | { readonly takes: 'two-vectors'; readonly lower: (graph: Graph, a: GraphNode[], b: GraphNode[]) => GraphNode }
  | { readonly takes: 'two-numbers'; readonly lower: (graph: Graph, a: GraphNode, b: GraphNode) => GraphNode }
  | { readonly takes: 'vector-to-vector'; readonly lower: (graph: Graph, values: GraphNode[]) => GraphNode[] }
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

const elementwise = (op: UnaryOp): FunctionEntry => ({ takes: 'elementwise', lower: (graph, x) => graph.apply(op, x) });
const values = (least: number, lower: (graph: Graph, all: GraphNode[]) => GraphNode): FunctionEntry => ({
  takes: 'values',
  least,
  lower,
});
const folded = (op: Extract<Op, 'add' | 'multiply' | 'max' | 'min'>): FunctionEntry =>
  values(1, (graph, all) => fold(graph, op, all));

const BY_OPERATION: readonly UnaryOp[] = [
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const),
  ...(['exp', 'expm1', 'log2', 'log10', 'log1p', 'sqrt', 'cbrt', 'sigmoid', 'softplus'] as const),
  ...(['abs', 'sign', 'floor', 'ceil', 'round'] as const),
];

/** A Map, so that no name finds a property that all objects have (`constructor`, `__proto__`). */
export const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map<string, FunctionEntry>([
  ...BY_OPERATION.map((op) => [op, elementwise(op)] as const),
  ['square', { takes: 'elementwise', lower: square }],
  ['cube', { takes: 'elementwise', lower: (graph, x) => graph.apply('power', x, number(graph, 3)) }],
  ['relu', { takes: 'elementwise', lower: (graph, x) => graph.apply('max', number(graph, 0), x) }],
  ['log', { takes: 'log' }],
  ['ln', { takes: 'elementwise', lower: (graph, x) => graph.apply('log', x) }],
  ['pow', { takes: 'two-numbers', lower: (graph, a, b) => graph.apply('power', a, b) }],
  ['sum', folded('add')],
  ['prod', folded('multiply')],
  ['max', folded('max')],
  ['min', folded('min')],
  ['mean', values(1, mean)],
  ['hypot', values(1, euclidean)],
  ['variance', values(2, variance)],
  ['std', values(2, (graph, all) => graph.apply('sqrt', variance(graph, all)))],
  ['norm', { takes: 'norm' }],
  [
    'dot',
    {
      takes: 'two-vectors',
      lower: (graph, a, b) =>
        fold(
          graph,
          'add',
          a.map((left, i) => graph.apply('multiply', left, b[i])),
        ),
    },
  ],
  ['count', { takes: 'vector', least: 1, lower: (graph, all) => number(graph, all.length) }],
  ['softmax', { takes: 'vector-to-vector', lower: softmax }],
]);
