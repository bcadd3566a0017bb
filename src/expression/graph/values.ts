import { refuse, type Span } from '../errors.ts';
import { minus } from '../read/functions.ts';
import type { BinaryOperator } from '../read/syntax.ts';
import type { Graph, GraphNode } from './graph.ts';

/** What a piece of a formula stands for: one expression, or a list of them. */
export type Value = GraphNode | readonly GraphNode[];

/** Tells a list of expressions from a single one. */
export const isVector = (value: Value): value is readonly GraphNode[] => Array.isArray(value);

/** The value where a number is expected; a vector is refused, with its place in the text. */
export function numeric(value: Value, span: Span): GraphNode {
  if (isVector(value)) refuse('argument-kind', `a number is expected, this is a vector of ${value.length}`, span);
  return value;
}

/** One operation on a number, or on each element of a vector. */
export function each(value: Value, operation: (x: GraphNode) => GraphNode): Value {
  return isVector(value) ? value.map(operation) : operation(value);
}

/** Element by element; a number goes with every element of a vector. */
export function pairs(a: Value, b: Value, span: Span, operation: (x: GraphNode, y: GraphNode) => GraphNode): Value {
  if (isVector(a) && isVector(b)) {
    if (a.length !== b.length) {
      refuse('shape', `vectors of ${a.length} and ${b.length} elements do not match`, span, 'equal lengths');
    }
    return a.map((x, i) => operation(x, b[i]));
  }
  if (isVector(a)) return a.map((x) => operation(x, b as GraphNode));
  if (isVector(b)) return b.map((y) => operation(a, y));
  return operation(a, b);
}

/** An operator between two values; what could be meant in two ways between vectors is refused. */
export function combine(graph: Graph, operator: BinaryOperator, a: Value, b: Value, span: Span): Value {
  if (operator === '*' && isVector(a) && isVector(b)) {
    refuse('shape', '`*` between two vectors can mean two things', span, '`dot(a, b)` or `a .* b`');
  }
  if (operator === '/' && isVector(b)) {
    refuse('shape', 'nothing is divided by a vector as a whole', span, '`a ./ b`');
  }
  if (operator === '^' && (isVector(a) || isVector(b))) {
    refuse('shape', 'a vector has no power as a whole', span, '`w .^ 2`');
  }
  return pairs(a, b, span, (x, y) => SCALAR[operator](graph, x, y));
}

const multiply = (graph: Graph, x: GraphNode, y: GraphNode): GraphNode => graph.apply('multiply', x, y);
const divide = (graph: Graph, x: GraphNode, y: GraphNode): GraphNode => graph.apply('divide', x, y);
const power = (graph: Graph, x: GraphNode, y: GraphNode): GraphNode => graph.apply('power', x, y);

const SCALAR: Readonly<Record<BinaryOperator, (graph: Graph, x: GraphNode, y: GraphNode) => GraphNode>> = {
  '+': (graph, x, y) => graph.apply('add', x, y),
  '-': minus,
  '*': multiply,
  '.*': multiply,
  '/': divide,
  './': divide,
  '^': power,
  '.^': power,
};
