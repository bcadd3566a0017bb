import { type GraphNode, inOrder } from '../graph/graph.ts';
import { isNegative, type Rational, toDecimalText } from '../graph/rational.ts';
import { LIMITS } from '../limits.ts';
import type { FormulaElement } from '../model.ts';
import type { Notation, Printed } from './notation.ts';

/** Digits of a constant that are shown. */
const SHOWN_DIGITS = 17;

/** An expression in some notation, or only its number of signs where it is too long to read. */
export type Writing =
  | { readonly text: string; readonly signs: number }
  | { readonly text?: undefined; readonly signs: number };

/**
 * Writes expressions of these elements that share their parts. The signs of an expression longer than `longest` are counted,
 * and it is not written: the text of a small graph can have any length.
 */
export function print(
  roots: readonly GraphNode[],
  notation: Notation,
  elements: readonly FormulaElement[],
  longest: number = LIMITS.printed,
): Writing[] {
  const written = new Map<number, Printed & { readonly signs: number }>();
  const short = ({ id }: GraphNode) => written.get(id) as Printed & { signs: number };
  const left = (node: GraphNode): Printed => ({ ...short(node), text: '…' });
  for (const node of inOrder(roots)) {
    const parts = partsOf(node);
    const inner = parts.reduce((sum, part) => sum + short(part).signs, 0);
    const one = printOne(node, notation, elements, inner <= longest ? short : left);
    const signs = inner <= longest ? one.text.length : one.text.length + inner - parts.length;
    written.set(node.id, { ...one, signs });
  }
  return roots.map((root) => {
    const { text, signs } = short(root);
    return signs <= longest ? { text, signs } : { signs };
  });
}

/** The text of a node's part: a negative term of a sum is written without its sign. */
const partsOf = ({ op, args }: GraphNode): readonly GraphNode[] =>
  op === 'add' ? args.map((term) => (term.op === 'negate' ? term.args[0] : term)) : args;

/** One node, given how its parts are written. */
export function printOne(
  node: GraphNode,
  notation: Notation,
  elements: readonly FormulaElement[],
  of: (node: GraphNode) => Printed,
): Printed {
  const args = partsOf(node).map(of);
  switch (node.op) {
    case 'constant':
      return constant(node.value, notation);
    case 'named':
      return notation.named(node.name);
    case 'variable':
      return notation.variable(elements[node.element]);
    case 'add':
      return notation.sum(args.map((term, at) => ({ negative: node.args[at].op === 'negate', term })));
    case 'multiply':
      return notation.product(args);
    case 'divide':
      return notation.quotient(args[0], args[1]);
    case 'power':
      return notation.power(args[0], args[1]);
    case 'negate':
      return notation.negative(args[0]);
    case 'is-max':
    case 'is-min':
      return notation.extreme(node.op === 'is-max' ? 'max' : 'min', args[0], args.slice(1));
    default:
      return notation.call(node.op, args);
  }
}

/** A decimal where one of few digits is exact, else a fraction where that is short. */
function constant(value: Rational, notation: Notation): Printed {
  const decimal = toDecimalText(value, 24);
  if (decimal !== undefined && decimal.length <= SHOWN_DIGITS + 8) return notation.constant(decimal);
  const [top, bottom] = [String(value.numerator), String(value.denominator)];
  if (isNegative(value) || top.length + bottom.length > SHOWN_DIGITS) {
    return notation.constant(String(Number(value.numerator) / Number(value.denominator)));
  }
  return notation.quotient(notation.constant(top), notation.constant(bottom));
}
