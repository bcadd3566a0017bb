import { CONSTANTS } from '../read/names.ts';
import type { Syntax } from '../read/syntax.ts';
import type { FormulaNotation, Printed } from './notation.ts';

/** A typed-in formula as it was written: vectors stay vectors, nothing is worked out. */
export function printSyntax(syntax: Syntax, notation: FormulaNotation): string {
  return write(syntax, notation).text;
}

function write(syntax: Syntax, notation: FormulaNotation): Printed {
  const of = (part: Syntax): Printed => write(part, notation);
  switch (syntax.type) {
    case 'number':
      return notation.constant(syntax.text);
    case 'name': {
      const constant = CONSTANTS.get(syntax.name);
      return constant === undefined ? notation.name(syntax.name) : notation.named(constant);
    }
    case 'negate':
      return notation.negative(of(syntax.argument));
    case 'vector':
      return notation.vector(syntax.items.map(of));
    case 'range':
      return notation.range(syntax.from && of(syntax.from), syntax.to && of(syntax.to));
    case 'index':
      return notation.index(of(syntax.object), of(syntax.at));
    case 'call':
      return notation.call(syntax.name, syntax.arguments.map(of));
    case 'binary':
      return writeBinary(syntax.operator, of(syntax.left), of(syntax.right), notation);
  }
}

function writeBinary(
  operator: Extract<Syntax, { type: 'binary' }>['operator'],
  left: Printed,
  right: Printed,
  notation: FormulaNotation,
): Printed {
  switch (operator) {
    case '+':
    case '-':
      return notation.sum([
        { negative: false, term: left },
        { negative: operator === '-', term: right },
      ]);
    case '*':
      return notation.product([left, right]);
    case '·':
      return notation.dotted(left, right);
    case '/':
      return notation.quotient(left, right);
    case '^':
      return notation.power(left, right);
    default:
      return notation.byElement[operator](left, right);
  }
}
