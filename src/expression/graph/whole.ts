import { type GraphNode, inOrder } from './graph.ts';
import { isInteger } from './rational.ts';

/** The value of an expression of constants, if it is a whole number, by the rules for indices; else undefined. */
export function wholeValue(root: GraphNode): number | undefined {
  const known = new Map<number, number>();
  for (const node of inOrder([root])) {
    const parts = node.args.map(({ id }) => known.get(id) ?? Number.NaN);
    known.set(node.id, integerOf(node, parts));
  }
  const result = known.get(root.id);
  return Number.isSafeInteger(result) ? result : undefined;
}

function integerOf(node: GraphNode, parts: readonly number[]): number {
  if (node.op === 'constant') return isInteger(node.value) ? Number(node.value.numerator) : Number.NaN;
  if (node.op === 'add') return parts.reduce((sum, part) => sum + part);
  if (node.op === 'multiply') return parts.reduce((product, part) => product * part);
  return node.op === 'negate' ? -parts[0] : Number.NaN;
}
