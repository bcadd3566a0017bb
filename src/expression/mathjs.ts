/**
 * The part of mathjs that is used: its parser and its decimal numbers. Built from their factories alone, so that
 * nothing else of mathjs is in the bundle and no mathjs function can be reached from a formula.
 */
import { BigNumberDependencies, create, type MathNode, parseDependencies } from 'mathjs';
import { CONTROL_DIGITS, TRUTH_DIGITS } from './limits.ts';

/** What is used of decimal.js, the class behind mathjs' BigNumber. */
export interface Decimal {
  plus(other: Decimal): Decimal;
  minus(other: Decimal): Decimal;
  times(other: Decimal): Decimal;
  div(other: Decimal): Decimal;
  pow(exponent: Decimal): Decimal;
  neg(): Decimal;
  abs(): Decimal;
  sqrt(): Decimal;
  cbrt(): Decimal;
  exp(): Decimal;
  ln(): Decimal;
  sin(): Decimal;
  cos(): Decimal;
  tan(): Decimal;
  asin(): Decimal;
  acos(): Decimal;
  atan(): Decimal;
  sinh(): Decimal;
  cosh(): Decimal;
  tanh(): Decimal;
  asinh(): Decimal;
  acosh(): Decimal;
  atanh(): Decimal;
  floor(): Decimal;
  ceil(): Decimal;
  round(): Decimal;
  cmp(other: Decimal): number;
  isZero(): boolean;
  isNaN(): boolean;
  isFinite(): boolean;
  isInteger(): boolean;
  isNegative(): boolean;
  toNumber(): number;
  toString(): string;
  toSignificantDigits(digits: number): Decimal;
}

export interface DecimalClass {
  new (value: number | string | Decimal): Decimal;
  clone(options: { precision: number }): DecimalClass;
  acos(value: number): Decimal;
}

const math = create({ parseDependencies, BigNumberDependencies }, { number: 'BigNumber', precision: TRUTH_DIGITS });

/** Parses by mathjs. Throws its SyntaxError, with `char` counted from 1. */
export function parseByMathjs(text: string): MathNode {
  return math.parse(text) as MathNode;
}

const BigNumber = (math as unknown as { BigNumber: DecimalClass }).BigNumber;

/** Decimal numbers of 64 digits, and of the 96 that check them. */
export const Decimal64: DecimalClass = BigNumber.clone({ precision: TRUTH_DIGITS });
export const Decimal96: DecimalClass = BigNumber.clone({ precision: CONTROL_DIGITS });
