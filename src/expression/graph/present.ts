import { type Graph, type GraphNode, inOrder } from './graph.ts';
import { isInteger, isNegative, isOne, negative, ONE, type Rational, toDecimalText, whole } from './rational.ts';

/** Denominators up to this are written as fractions, x/4; of others, those that end are written as decimals, 0.2 x. */
const SMALL_DENOMINATOR = 4n;
const DECIMAL_PLACES = 12;

/**
 * A canonical expression as a person would write it, which is also best for evaluating: differences and quotients instead of
 * negative coefficients and powers, positive terms first, plain factors before functions.
 */
export function present(graph: Graph, roots: readonly GraphNode[]): GraphNode[] {
  const done = new Map<number, GraphNode>();
  const of = (node: GraphNode) => done.get(node.id) as GraphNode;
  for (const node of inOrder(roots)) done.set(node.id, presentOne(graph, node, of));
  return roots.map(of);
}

function presentOne(graph: Graph, node: GraphNode, of: (node: GraphNode) => GraphNode): GraphNode {
  switch (node.op) {
    case 'named':
    case 'variable':
      return node;
    case 'constant':
      return quotient(graph, [], [], node.value);
    case 'add': {
      const terms = node.args.map(of);
      const lead = terms.findIndex(({ op }) => op !== 'negate');
      const moved = lead > 0 ? [terms[lead], ...terms.slice(0, lead), ...terms.slice(lead + 1)] : terms;
      return graph.apply('add', ...constantsLast(moved));
    }
    case 'multiply': {
      const [first, ...others] = node.args;
      const hasCoefficient = first.op === 'constant';
      const factors = hasCoefficient ? others : node.args;
      const below = factors.filter((factor) => factor.op === 'power' && isNegativeConstant(factor.args[1]));
      const above = factors.filter((factor) => !below.includes(factor));
      const denominators = below.map((factor) => inverted(graph, factor, of));
      return quotient(graph, above.map(of), denominators, hasCoefficient ? first.value : ONE);
    }
    case 'power':
      if (isNegativeConstant(node.args[1])) return quotient(graph, [], [inverted(graph, node, of)], ONE);
      return graph.apply('power', of(node.args[0]), of(node.args[1]));
    default:
      return graph.apply(node.op, ...node.args.map(of));
  }
}

function isNegativeConstant(node: GraphNode): boolean {
  return node.op === 'constant' && isNegative(node.value);
}

/** b^n for the factor b^-n. */
function inverted(graph: Graph, factor: GraphNode, of: (node: GraphNode) => GraphNode): GraphNode {
  const [base, exponent] = factor.args;
  const value = exponent.op === 'constant' ? negative(exponent.value) : ONE;
  return isOne(value) ? of(base) : graph.apply('power', of(base), graph.constant(value));
}

/** coefficient * above / below, with the sign in front. */
function quotient(
  graph: Graph,
  above: readonly GraphNode[],
  below: readonly GraphNode[],
  coefficient: Rational,
): GraphNode {
  const size = isNegative(coefficient) ? negative(coefficient) : coefficient;
  const asDecimal =
    isInteger(size) || (size.denominator > SMALL_DENOMINATOR && toDecimalText(size, DECIMAL_PLACES) !== undefined);
  const top = asDecimal ? size : { numerator: size.numerator, denominator: 1n };
  const bottom = asDecimal ? ONE : { numerator: size.denominator, denominator: 1n };
  const numerator = product(graph, top, above);
  const whole =
    isOne(bottom) && below.length === 0 ? numerator : graph.apply('divide', numerator, product(graph, bottom, below));
  return isNegative(coefficient) ? graph.apply('negate', whole) : whole;
}

function product(graph: Graph, coefficient: Rational, factors: readonly GraphNode[]): GraphNode {
  const sorted = [...factors].sort((a, b) => rank(a) - rank(b));
  const all = isOne(coefficient) ? sorted : [graph.constant(coefficient), ...sorted];
  if (all.length === 0) return graph.constant(whole(1));
  return all.length === 1 ? all[0] : graph.apply('multiply', ...all);
}

/** Constants, then letters and their powers, then functions, then sums in brackets. */
function rank(node: GraphNode): number {
  if (node.op === 'constant' || node.op === 'named') return 0;
  if (node.op === 'variable') return 1;
  if (node.op === 'power') return Math.max(1, rank(node.args[0]));
  return node.op === 'add' ? 3 : 2;
}

function constantsLast(terms: readonly GraphNode[]): GraphNode[] {
  const plain = terms.filter(({ op }) => op !== 'constant');
  // 1 - x, but x + 1
  if (plain.length === 0 || plain[0].op === 'negate') return [...terms];
  return [...plain, ...terms.filter(({ op }) => op === 'constant')];
}
