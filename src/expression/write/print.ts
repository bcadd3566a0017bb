import type { GraphNode } from '../graph/graph.ts';
import { inOrder } from '../graph/graph.ts';
import { isNegative, toDecimalText } from '../graph/rational.ts';
import { LIMITS } from '../limits.ts';

/** How tightly a piece of output binds: a sum, a product, a signed thing, a power, or a closed one. */
export const BINDS = { sum: 1, product: 2, sign: 3, power: 4, closed: 5 } as const;

export interface Printed {
  readonly text: string;
  readonly binds: number;
}

/** A way of writing expressions: plain text, or TeX. */
export interface Notation {
  constant(value: string): Printed;
  named(name: 'pi' | 'e' | 'tau'): Printed;
  variable(element: number): Printed;
  sum(terms: readonly { readonly negative: boolean; readonly term: Printed }[]): Printed;
  product(factors: readonly Printed[]): Printed;
  quotient(top: Printed, bottom: Printed): Printed;
  power(base: Printed, exponent: Printed): Printed;
  negative(argument: Printed): Printed;
  call(name: string, args: readonly Printed[]): Printed;
  /** A condition that counts as 1 where it holds: the first is the largest, or smallest, of the others. */
  extreme(name: 'max' | 'min', tested: Printed, others: readonly Printed[]): Printed;
}

/** Digits of a constant that are shown. */
const SHOWN_DIGITS = 17;

/** Writes an expression, or nothing where it would be longer than anybody reads. */
export function print(root: GraphNode, notation: Notation): string | undefined {
  const printed = new Map<number, Printed>();
  for (const node of inOrder([root])) {
    const one = printOne(node, notation, ({ id }) => printed.get(id) as Printed);
    if (one.text.length > LIMITS.printed) return undefined;
    printed.set(node.id, one);
  }
  return printed.get(root.id)?.text;
}

/** One node, given how its arguments are written. */
export function printOne(node: GraphNode, notation: Notation, of: (node: GraphNode) => Printed): Printed {
  const args = node.args.map(of);
  switch (node.op) {
    case 'constant': {
      const { numerator, denominator } = node.value;
      const text = toDecimalText(node.value, 24);
      if (text !== undefined && text.length <= SHOWN_DIGITS + 8) return notation.constant(text);
      const approximate = String(Number(numerator) / Number(denominator));
      const isExact = isNegative(node.value) || String(denominator).length + String(numerator).length > SHOWN_DIGITS;
      if (isExact) return notation.constant(approximate);
      return notation.quotient(notation.constant(String(numerator)), notation.constant(String(denominator)));
    }
    case 'named':
      return notation.named(node.name);
    case 'variable':
      return notation.variable(node.element);
    case 'add':
      return notation.sum(
        node.args.map((term) => ({
          negative: term.op === 'negate',
          term: term.op === 'negate' ? of(term.args[0]) : of(term),
        })),
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

/** In brackets where the context binds tighter than what stands there. */
export function bracketed(printed: Printed, atLeast: number, open = '(', close = ')'): string {
  return printed.binds >= atLeast ? printed.text : `${open}${printed.text}${close}`;
}
