import { type GraphNode, inOrder } from '../graph/graph.ts';
import { isNegative, type Rational, toDecimalText } from '../graph/rational.ts';
import { LIMITS } from '../limits.ts';
import type { Element } from '../model.ts';
import type { Notation, Printed } from './notation.ts';

/** Digits of a constant that are shown. */
const SHOWN_DIGITS = 17;

/** Writes an expression of these elements, or nothing where it would be longer than anybody reads. */
export function print(root: GraphNode, notation: Notation, elements: readonly Element[]): string | undefined {
  const printed = new Map<number, Printed>();
  for (const node of inOrder([root])) {
    const one = printOne(node, notation, elements, ({ id }) => printed.get(id) as Printed);
    if (one.text.length > LIMITS.printed) return undefined;
    printed.set(node.id, one);
  }
  return printed.get(root.id)?.text;
}

/** One node, given how its arguments are written. */
export function printOne(
  node: GraphNode,
  notation: Notation,
  elements: readonly Element[],
  of: (node: GraphNode) => Printed,
): Printed {
  const args = node.args.map(of);
  switch (node.op) {
    case 'constant':
      return constant(node.value, notation);
    case 'named':
      return notation.named(node.name);
    case 'variable':
      return notation.variable(elements[node.element]);
    case 'add':
      return notation.sum(
        node.args.map((term) => {
          const negative = term.op === 'negate';
          return { negative, term: of(negative ? term.args[0] : term) };
        }),
      );
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
