import { refuse, type Span } from '../errors.ts';
import type { GraphNode } from './graph.ts';

/** What a piece of a formula stands for: one expression, or a list of them. */
export type Value = GraphNode | readonly GraphNode[];

/** Tells a list of expressions from a single one. */
export const isVector = (value: Value): value is readonly GraphNode[] => Array.isArray(value);

/** The value where a number is expected; a vector is refused, with its place in the text. */
export function numeric(value: Value, span: Span): GraphNode {
  if (isVector(value)) refuse('argument-kind', `a number is expected, this is a vector of ${value.length}`, span);
  return value;
}

/** An operation on numbers; where there are vectors among them, element by element, with the numbers for each. */
export function broadcast(
  values: readonly Value[],
  span: Span,
  operation: (...numbers: GraphNode[]) => GraphNode,
): Value {
  const vectors = values.filter(isVector);
  if (vectors.length === 0) return operation(...(values as readonly GraphNode[]));
  const [{ length }] = vectors;
  const other = vectors.find((vector) => vector.length !== length);
  if (other !== undefined) {
    const lengths = `${length} and ${other.length}`;
    refuse('shape', `vectors of ${lengths} elements do not match`, span, 'equal lengths');
  }
  return Array.from({ length }, (_, at) => operation(...values.map((value) => (isVector(value) ? value[at] : value))));
}
