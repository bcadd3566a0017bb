import type { FormulaElement } from '../model.ts';

/** How tightly a piece of output binds, from a range (least) to a piece that never needs brackets. */
export const BINDS = { range: 0, sum: 1, quotient: 2, product: 3, power: 4, closed: 5 } as const;

export interface Printed {
  readonly text: string;
  readonly binds: number;
}

export interface Term {
  readonly negative: boolean;
  readonly term: Printed;
}

/** A way of writing expressions of numbers: plain text, TeX or JavaScript. */
export interface Notation {
  constant(value: string): Printed;
  named(name: 'pi' | 'e' | 'tau'): Printed;
  variable(element: FormulaElement): Printed;
  sum(terms: readonly Term[]): Printed;
  product(factors: readonly Printed[]): Printed;
  quotient(top: Printed, bottom: Printed): Printed;
  power(base: Printed, exponent: Printed): Printed;
  negative(argument: Printed): Printed;
  call(name: string, args: readonly Printed[]): Printed;
  /** A condition that counts as 1 where it holds: the first is the largest, or smallest, of the others. */
  extreme(name: 'max' | 'min', tested: Printed, others: readonly Printed[]): Printed;
}

/** A way of writing a formula as it was typed, with its vectors. */
export interface FormulaNotation extends Notation {
  name(name: string): Printed;
  vector(items: readonly Printed[]): Printed;
  index(object: Printed, at: Printed): Printed;
  range(from: Printed | undefined, to: Printed | undefined): Printed;
  /** A product with a dot, of numbers or of vectors. */
  dotted(left: Printed, right: Printed): Printed;
  /** Operations on the elements of two vectors. */
  readonly byElement: Readonly<Record<'.*' | './' | '.^', (left: Printed, right: Printed) => Printed>>;
}

export const closed = (text: string): Printed => ({ text, binds: BINDS.closed });

/** Arguments and the like, with commas between them. */
export const listed = (parts: readonly Printed[]): string => parts.map(({ text }) => text).join(', ');

/** Puts brackets where the surroundings bind tighter than what stands there. */
export type Bracketing = (printed: Printed, atLeast: number) => string;

export const bracketing =
  (open: string, close: string): Bracketing =>
  (printed, atLeast) =>
    printed.binds >= atLeast ? printed.text : `${open}${printed.text}${close}`;

/** A sign stands before what binds more tightly than a sum. */
export const negativeOf =
  (bracketed: Bracketing): Notation['negative'] =>
  (argument) => ({ text: `-${bracketed(argument, BINDS.quotient)}`, binds: BINDS.sum });

/** Terms with their signs between them. Additions go from left to right: a sum within a sum keeps its brackets. */
export function sumOf(
  [first, ...others]: readonly Term[],
  bracketed: Bracketing,
  negative: Notation['negative'],
): Printed {
  const start = first.negative ? negative(first.term).text : bracketed(first.term, BINDS.sum);
  const rest = others.map((one) => ` ${one.negative ? '-' : '+'} ${bracketed(one.term, BINDS.quotient)}`);
  return { text: [start, ...rest].join(''), binds: BINDS.sum };
}
