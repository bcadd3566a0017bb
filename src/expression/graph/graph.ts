import type { Budget } from '../budget.ts';
import type { Rational } from './rational.ts';

/** Operations on one number. */
export type UnaryOp =
  | ('sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan' | 'sinh' | 'cosh' | 'tanh' | 'asinh' | 'acosh' | 'atanh')
  | ('exp' | 'expm1' | 'log' | 'log2' | 'log10' | 'log1p' | 'sqrt' | 'cbrt' | 'sigmoid' | 'softplus')
  | ('abs' | 'sign' | 'floor' | 'ceil' | 'round' | 'negate');

export type BinaryOp = 'divide' | 'power';

/**
 * Operations on any number of arguments. `is-max` is 1 where its first argument is the largest of the others, else 0 – the
 * derivative of `max`; where two of them tie there is none. `is-min` likewise.
 */
export type ManyOp = 'add' | 'multiply' | 'max' | 'min' | 'is-max' | 'is-min';

export type Op = UnaryOp | BinaryOp | ManyOp;

/** A scalar expression. Equal expressions of one graph are one node. */
export type GraphNode = { readonly id: number; readonly args: readonly GraphNode[] } & (
  | { readonly op: 'constant'; readonly value: Rational }
  | { readonly op: 'named'; readonly name: 'pi' | 'e' | 'tau' }
  | { readonly op: 'variable'; readonly element: number }
  | { readonly op: Op }
);

/** Makes nodes, each distinct one once, and charges the budget for them. */
export class Graph {
  readonly #nodes = new Map<string, GraphNode>();
  budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  constant(value: Rational): GraphNode {
    return this.#once(`c${value.numerator}/${value.denominator}`, (id) => ({ id, op: 'constant', args: [], value }));
  }

  named(name: 'pi' | 'e' | 'tau'): GraphNode {
    return this.#once(`n${name}`, (id) => ({ id, op: 'named', args: [], name }));
  }

  variable(element: number): GraphNode {
    return this.#once(`v${element}`, (id) => ({ id, op: 'variable', args: [], element }));
  }

  apply(op: Op, ...args: readonly GraphNode[]): GraphNode {
    this.budget.spend(args.length);
    return this.#once(`${op} ${args.map(({ id }) => id).join(' ')}`, (id) => ({ id, op, args }));
  }

  #once(key: string, make: (id: number) => GraphNode): GraphNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    this.budget.spend();
    const node = make(this.#nodes.size);
    this.#nodes.set(key, node);
    return node;
  }
}

/** All nodes that `roots` rest on, each after its arguments. No recursion: a sum of a thousand terms is deep. */
export function inOrder(roots: readonly GraphNode[]): GraphNode[] {
  const done = new Set<number>();
  const order: GraphNode[] = [];
  const stack = roots.map((node) => ({ node, entered: false })).reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, entered } = top;
    if (done.has(node.id)) continue;
    if (entered) {
      done.add(node.id);
      order.push(node);
      continue;
    }
    stack.push({ node, entered: true });
    for (const argument of [...node.args].reverse()) {
      if (!done.has(argument.id)) stack.push({ node: argument, entered: false });
    }
  }
  return order;
}
