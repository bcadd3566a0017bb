import type { BinaryOp, GraphNode, ManyOp, UnaryOp } from '../../graph/graph.ts';

export type Leaf = Extract<GraphNode, { op: 'constant' | 'named' }>;

/** One kind of number, and all the operations of a formula on it. The same formula runs in any of them. */
export interface Arithmetic<T> {
  constant(leaf: Leaf): T;
  readonly unary: Readonly<Record<UnaryOp, (x: T) => T>>;
  readonly binary: Readonly<Record<BinaryOp, (a: T, b: T) => T>>;
  readonly many: Readonly<Record<ManyOp, (args: readonly T[]) => T>>;
}
