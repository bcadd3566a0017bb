import type { Graph, GraphNode, Op } from './graph.ts';
import { inOrder } from './graph.ts';
import {
  isInteger,
  isOne,
  isZero,
  negative,
  ONE,
  plus,
  type Rational,
  times,
  toPower,
  whole,
  ZERO,
} from './rational.ts';

const MINUS_ONE = negative(ONE);

/**
 * Sums, products and powers in canonical form: flat, with like terms and equal factors gathered, constants folded
 * exactly, no `negate` and no `divide`. As on paper, x/x is 1 and 0*x is 0 whatever x is.
 */
export class Algebra {
  readonly graph: Graph;
  readonly #canonical = new Map<number, GraphNode>();

  constructor(graph: Graph) {
    this.graph = graph;
  }

  constant(value: Rational): GraphNode {
    return this.graph.constant(value);
  }

  number(value: number): GraphNode {
    return this.graph.constant(whole(value));
  }

  add(...terms: readonly GraphNode[]): GraphNode {
    const flat = terms.flatMap((term) => (term.op === 'add' ? term.args : [term]));
    this.graph.budget.spend(flat.length);
    const gathered = new Map<number, { rest: GraphNode; coefficient: Rational }>();
    const unfolded: GraphNode[] = [];
    for (const term of flat) {
      const { coefficient, rest } = this.#split(term);
      const sum = plus(gathered.get(rest.id)?.coefficient ?? ZERO, coefficient);
      if (sum === undefined) unfolded.push(term);
      else gathered.set(rest.id, { rest, coefficient: sum });
    }
    const kept = [...gathered.values()]
      .filter(({ coefficient }) => !isZero(coefficient))
      .map(({ rest, coefficient }) => this.#scaled(coefficient, rest));
    return this.#joined('add', [...kept, ...unfolded], ZERO);
  }

  multiply(...factors: readonly GraphNode[]): GraphNode {
    const flat = factors.flatMap((factor) => (factor.op === 'multiply' ? factor.args : [factor]));
    this.graph.budget.spend(flat.length);
    let coefficient = ONE;
    const unfolded: GraphNode[] = [];
    const gathered = new Map<number, { base: GraphNode; exponent: Rational }>();
    for (const factor of flat) {
      if (factor.op === 'constant') {
        const product = times(coefficient, factor.value);
        if (product === undefined) unfolded.push(factor);
        else coefficient = product;
        continue;
      }
      const { base, exponent } = powerOf(factor);
      const sum = plus(gathered.get(base.id)?.exponent ?? ZERO, exponent);
      if (sum === undefined) unfolded.push(factor);
      else gathered.set(base.id, { base, exponent: sum });
    }
    if (isZero(coefficient)) return this.constant(ZERO);
    const powers = [...gathered.values()].map(({ base, exponent }) => this.power(base, this.constant(exponent)));
    // A power that came out as a constant or as a product is taken apart once more; its parts gather no further.
    if (powers.some(({ op }) => op === 'constant' || op === 'multiply')) {
      return this.multiply(this.constant(coefficient), ...unfolded, ...powers.filter((power) => !isOneNode(power)));
    }
    return this.#scaled(coefficient, this.#joined('multiply', [...unfolded, ...powers], ONE));
  }

  power(base: GraphNode, exponent: GraphNode): GraphNode {
    if (exponent.op !== 'constant') return this.graph.apply('power', base, exponent);
    const { value } = exponent;
    if (isZero(value)) return this.constant(ONE);
    if (isOne(value)) return base;
    if (base.op === 'constant') {
      const folded = toPower(base.value, value);
      if (folded !== undefined) return this.constant(folded);
    }
    if (isInteger(value)) {
      if (base.op === 'multiply') return this.multiply(...base.args.map((factor) => this.power(factor, exponent)));
      const inner = powerOf(base);
      const product = isInteger(inner.exponent) && !isOne(inner.exponent) ? times(inner.exponent, value) : undefined;
      if (product !== undefined) return this.power(inner.base, this.constant(product));
    }
    return this.graph.apply('power', base, exponent);
  }

  negate(a: GraphNode): GraphNode {
    return this.multiply(this.constant(MINUS_ONE), a);
  }

  subtract(a: GraphNode, b: GraphNode): GraphNode {
    return this.add(a, this.negate(b));
  }

  divide(a: GraphNode, b: GraphNode): GraphNode {
    return this.multiply(a, this.power(b, this.constant(MINUS_ONE)));
  }

  /** An operation on canonical nodes. */
  apply(op: Op, ...args: readonly GraphNode[]): GraphNode {
    if (op === 'add') return this.add(...args);
    if (op === 'multiply') return this.multiply(...args);
    if (op === 'power') return this.power(args[0], args[1]);
    if (op === 'negate') return this.negate(args[0]);
    if (op === 'divide') return this.divide(args[0], args[1]);
    if (op === 'log' && args[0].op === 'named' && args[0].name === 'e') return this.constant(ONE);
    if (op === 'log' && isOneNode(args[0])) return this.constant(ZERO);
    return this.graph.apply(op, ...args);
  }

  /** The canonical form of any node. */
  canonical(root: GraphNode): GraphNode {
    for (const node of inOrder([root])) {
      if (this.#canonical.has(node.id)) continue;
      const args = node.args.map(({ id }) => this.#canonical.get(id) as GraphNode);
      const leaf = node.op === 'constant' || node.op === 'named' || node.op === 'variable';
      this.#canonical.set(node.id, leaf ? node : this.apply(node.op, ...args));
    }
    return this.#canonical.get(root.id) as GraphNode;
  }

  /** A term as coefficient times the rest; a constant is itself times 1. */
  #split(term: GraphNode): { coefficient: Rational; rest: GraphNode } {
    if (term.op === 'constant') return { coefficient: term.value, rest: this.constant(ONE) };
    const [first, ...others] = term.args;
    if (term.op === 'multiply' && first.op === 'constant') {
      return { coefficient: first.value, rest: this.#joined('multiply', others, ONE) };
    }
    return { coefficient: ONE, rest: term };
  }

  #scaled(coefficient: Rational, rest: GraphNode): GraphNode {
    if (isOne(coefficient)) return rest;
    if (isOneNode(rest)) return this.constant(coefficient);
    const factors = rest.op === 'multiply' ? rest.args : [rest];
    return this.graph.apply('multiply', this.constant(coefficient), ...factors);
  }

  #joined(op: 'add' | 'multiply', parts: readonly GraphNode[], neutral: Rational): GraphNode {
    const kept = op === 'multiply' ? parts.filter((part) => !isOneNode(part)) : parts;
    if (kept.length === 0) return this.constant(neutral);
    return kept.length === 1 ? kept[0] : this.graph.apply(op, ...kept);
  }
}

function isOneNode(node: GraphNode): boolean {
  return node.op === 'constant' && isOne(node.value);
}

/** A factor as a constant power of a base. */
function powerOf(factor: GraphNode): { base: GraphNode; exponent: Rational } {
  const [base, exponent] = factor.args;
  if (factor.op === 'power' && exponent.op === 'constant') return { base, exponent: exponent.value };
  return { base: factor, exponent: ONE };
}
