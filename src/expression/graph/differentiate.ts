import type { Algebra } from './algebra.ts';
import { type GraphNode, inOrder, type Op } from './graph.ts';
import { ONE } from './rational.ts';

/** The partial derivative of an operation with respect to its argument number `k`. */
type Rule = (a: Algebra, args: readonly GraphNode[], k: number, node: GraphNode) => GraphNode;

/** Canonical nodes write a difference as a sum and a quotient as a product. */
type CanonicalOp = Exclude<Op, 'negate' | 'divide'>;

const one: Rule = (a) => a.constant(ONE);
const zero: Rule = (a) => a.number(0);

/** 1 / (base + sign * x^2), and its square root: the derivatives of the inverse functions. */
const reciprocal = (a: Algebra, base: number, sign: number, [x]: readonly GraphNode[]): GraphNode =>
  a.divide(a.number(1), a.add(a.number(base), a.multiply(a.number(sign), a.power(x, a.number(2)))));
const reciprocalRoot = (a: Algebra, base: number, sign: number, [x]: readonly GraphNode[]): GraphNode =>
  a.divide(a.number(1), a.apply('sqrt', a.add(a.number(base), a.multiply(a.number(sign), a.power(x, a.number(2))))));
const overLog =
  (base: number): Rule =>
  (a, [x]) =>
    a.divide(a.number(1), a.multiply(x, a.apply('log', a.number(base))));

/** Derivative rules (Abramowitz and Stegun, chapter 4), one an operation. Steps have slope 0 between their jumps. */
const RULES: Readonly<Record<CanonicalOp, Rule>> = {
  add: one,
  multiply: (a, args, k) => a.multiply(...args.filter((_, at) => at !== k)),
  power: (a, [base, exponent], k, node) =>
    k === 0
      ? a.multiply(exponent, a.power(base, a.subtract(exponent, a.number(1))))
      : a.multiply(node, a.apply('log', base)),
  sin: (a, [x]) => a.apply('cos', x),
  cos: (a, [x]) => a.negate(a.apply('sin', x)),
  tan: (a, [x]) => a.power(a.apply('cos', x), a.number(-2)),
  asin: (a, args) => reciprocalRoot(a, 1, -1, args),
  acos: (a, args) => a.negate(reciprocalRoot(a, 1, -1, args)),
  atan: (a, args) => reciprocal(a, 1, 1, args),
  sinh: (a, [x]) => a.apply('cosh', x),
  cosh: (a, [x]) => a.apply('sinh', x),
  tanh: (a, _args, _k, node) => a.subtract(a.number(1), a.power(node, a.number(2))),
  asinh: (a, args) => reciprocalRoot(a, 1, 1, args),
  acosh: (a, args) => reciprocalRoot(a, -1, 1, args),
  atanh: (a, args) => reciprocal(a, 1, -1, args),
  exp: (_a, _args, _k, node) => node,
  expm1: (a, [x]) => a.apply('exp', x),
  log: (a, [x]) => a.divide(a.number(1), x),
  log2: overLog(2),
  log10: overLog(10),
  log1p: (a, [x]) => a.divide(a.number(1), a.add(a.number(1), x)),
  sqrt: (a, _args, _k, node) => a.divide(a.number(1), a.multiply(a.number(2), node)),
  cbrt: (a, _args, _k, node) => a.divide(a.number(1), a.multiply(a.number(3), a.power(node, a.number(2)))),
  sigmoid: (a, _args, _k, node) => a.multiply(node, a.subtract(a.number(1), node)),
  softplus: (a, [x]) => a.apply('sigmoid', x),
  abs: (a, [x]) => a.apply('sign', x),
  max: (a, args, k) => a.apply('is-max', args[k], ...args),
  min: (a, args, k) => a.apply('is-min', args[k], ...args),
  sign: zero,
  floor: zero,
  ceil: zero,
  round: zero,
  'is-max': zero,
  'is-min': zero,
};

/** If element by element takes more than this many passes over the graph, all elements are differentiated in one pass backwards. */
const WORTH_GOING_BACKWARDS = 8;

/**
 * The symbolic gradient: the derivative of `root` with respect to each of its elements, by the chain rule over the graph.
 * Element by element where that is short, since it keeps 3 (x^2 + x)^2 (2x + 1) in one piece; else backwards from f, whose work
 * is that of one pass for any number of elements.
 *
 * @param algebra builds the nodes of the derivatives, simplified
 * @param root a canonical node (`algebra.canonical`)
 * @param elements how many variables the gradient has; those beyond are held fixed
 */
export function gradientOf(algebra: Algebra, root: GraphNode, elements: number): GraphNode[] {
  const order = inOrder([root]);
  const below = elementsBelow(order, elements);
  const partials = new Map<string, GraphNode>();
  const partial: Partial = (node, k) => {
    const key = `${node.id} ${k}`;
    const known = partials.get(key);
    if (known !== undefined) return known;
    const made = RULES[node.op as CanonicalOp](algebra, node.args, k, node);
    partials.set(key, made);
    return made;
  };
  const work = order.reduce((sum, { id }) => sum + below.get(id)!.toString(2).replaceAll('0', '').length, 0);
  if (work > WORTH_GOING_BACKWARDS * order.length) return backwards(algebra, order, below, elements, partial);
  return Array.from({ length: elements }, (_, element) => forwards(algebra, order, element, below, partial));
}

type Partial = (node: GraphNode, k: number) => GraphNode;

/** From the element to f: the derivative of each node that depends on it. */
function forwards(
  algebra: Algebra,
  order: readonly GraphNode[],
  element: number,
  below: ReadonlyMap<number, bigint>,
  partial: Partial,
): GraphNode {
  const derivatives = new Map<number, GraphNode>();
  const bit = 1n << BigInt(element);
  for (const node of order) {
    if (((below.get(node.id) ?? 0n) & bit) === 0n) continue;
    algebra.graph.budget.spend(node.args.length);
    const terms = node.args.flatMap((argument, k) => {
      const inner = derivatives.get(argument.id);
      return inner === undefined ? [] : [algebra.multiply(inner, partial(node, k))];
    });
    derivatives.set(node.id, node.op === 'variable' ? algebra.number(1) : algebra.add(...terms));
  }
  const root = order[order.length - 1];
  return derivatives.get(root.id) ?? algebra.number(0);
}

/** From f to the elements: what each node adds to the derivatives of its arguments. */
function backwards(
  algebra: Algebra,
  order: readonly GraphNode[],
  below: ReadonlyMap<number, bigint>,
  elements: number,
  partial: Partial,
): GraphNode[] {
  const terms = new Map<number, GraphNode[]>(order.map(({ id }) => [id, []]));
  const gradient = Array.from({ length: elements }, () => algebra.number(0));
  terms.set(order[order.length - 1].id, [algebra.number(1)]);
  for (const node of [...order].reverse()) {
    if (below.get(node.id) === 0n) continue;
    algebra.graph.budget.spend(node.args.length);
    const derivative = algebra.add(...(terms.get(node.id) as GraphNode[]));
    if (node.op === 'variable') gradient[node.element] = derivative;
    node.args.forEach((argument, k) => {
      if (below.get(argument.id) !== 0n) terms.get(argument.id)?.push(algebra.multiply(partial(node, k), derivative));
    });
  }
  return gradient;
}

/** Which elements each node depends on, one bit for each element. */
function elementsBelow(order: readonly GraphNode[], elements: number): Map<number, bigint> {
  const below = new Map<number, bigint>();
  for (const node of order) {
    const own = node.op === 'variable' && node.element < elements ? 1n << BigInt(node.element) : 0n;
    below.set(
      node.id,
      node.args.reduce((bits, { id }) => bits | (below.get(id) ?? 0n), own),
    );
  }
  return below;
}
