import { Decimal64 } from './decimal-class.ts';
import type { Arithmetic, Leaf } from './types.ts';

const NAMED = { pi: Math.PI, e: Math.E, tau: 2 * Math.PI } as const;

/** The double next to a constant of the formula. */
export function doubleOf(leaf: Leaf): number {
  if (leaf.op === 'named') return NAMED[leaf.name];
  const { numerator, denominator } = leaf.value;
  const quotient = new Decimal64(String(numerator)).div(new Decimal64(String(denominator)));
  return quotient.toNumber();
}

/** 1 where the first argument is the largest (smallest) of the others alone, 0 where it is not, a share at a tie. */
const isExtreme =
  (extreme: (...values: number[]) => number) =>
  ([tested, ...all]: readonly number[]): number => {
    const most = extreme(...all);
    if (tested !== most) return Number.isNaN(most) ? Number.NaN : 0;
    return 1 / all.filter((value) => value === most).length;
  };

/** Rounds half away from zero, as the decimals do; Math.round takes -2.5 to -2. */
const round = (x: number): number => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);

/** Doubles, in the order of operations in which the formula is written. */
export const numberArithmetic: Arithmetic<number> = {
  constant: doubleOf,
  unary: {
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    asinh: Math.asinh,
    acosh: Math.acosh,
    atanh: Math.atanh,
    exp: Math.exp,
    expm1: Math.expm1,
    log: Math.log,
    log2: Math.log2,
    log10: Math.log10,
    log1p: Math.log1p,
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    sigmoid: (x) => 1 / (1 + Math.exp(-x)),
    // log(1 + exp(x)) without overflow
    softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    abs: Math.abs,
    sign: Math.sign,
    floor: Math.floor,
    ceil: Math.ceil,
    round,
    negate: (x) => -x,
  },
  binary: {
    divide: (a, b) => a / b,
    power: (a, b) => a ** b,
  },
  many: {
    add: (args) => args.reduce((sum, value) => sum + value),
    multiply: (args) => args.reduce((product, value) => product * value),
    max: (args) => Math.max(...args),
    min: (args) => Math.min(...args),
    'is-max': isExtreme(Math.max),
    'is-min': isExtreme(Math.min),
  },
};
