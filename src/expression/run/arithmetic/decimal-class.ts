/** Decimal numbers of many digits: the class behind mathjs' BigNumber, built from its factory alone. */
import { type BigNumber, BigNumberDependencies, type FactoryFunction } from 'mathjs';
import { CONTROL_DIGITS, TRUTH_DIGITS } from '../../limits.ts';

export type Decimal = BigNumber;

/** A class of decimals, all of one precision. */
export interface DecimalClass {
  new (value: number | string | Decimal): Decimal;
}

function decimalsOf(precision: number): DecimalClass {
  const create = BigNumberDependencies['createBigNumberClass'] as FactoryFunction<DecimalClass>;
  return create({ config: { precision } });
}

/** Decimals of 64 digits, and of the 96 that check them. */
export const Decimal64 = decimalsOf(TRUTH_DIGITS);
export const Decimal96 = decimalsOf(CONTROL_DIGITS);
