import type { Decimal, DecimalClass } from './decimal-class.ts';
import type { Arithmetic } from './types.ts';

/** Beyond this size a sine has no digits left at 64, and reducing its argument would cost without bound. */
const LARGEST_ANGLE = 1e30;

/**
 * How to choose where there is no derivative: the sign of 0, and which of several equal arguments counts as the largest.
 * A derivative that comes out the same for all choices exists.
 */
export interface TieBreak {
  readonly signOfZero: 1 | -1;
  readonly extreme: 'first' | 'last';
}

export const TIE_BREAKS: readonly TieBreak[] = [
  { signOfZero: -1, extreme: 'first' },
  { signOfZero: 1, extreme: 'last' },
  { signOfZero: -1, extreme: 'last' },
  { signOfZero: 1, extreme: 'first' },
];

/** What was met during evaluation: a tie (of abs, max, min), or a jump (of sign, floor, ceil, round) exactly at the point. */
export interface Incidents {
  tie: boolean;
  jump: boolean;
}

/** Decimal numbers of the precision of `Class`; notes ties and jumps in `incidents`. */
export function decimalArithmetic(
  Class: DecimalClass,
  tieBreak: TieBreak = TIE_BREAKS[0],
  incidents: Incidents = { tie: false, jump: false },
): Arithmetic<Decimal> {
  const one = new Class(1);
  const two = new Class(2);
  const half = new Class('0.5');
  const ten = new Class(10);
  const nothing = new Class(Number.NaN);
  const angle = (operation: (x: Decimal) => Decimal) => (x: Decimal) =>
    x.abs().cmp(new Class(LARGEST_ANGLE)) <= 0 ? operation(x) : nothing;
  const jump = (at: (x: Decimal) => boolean, operation: (x: Decimal) => Decimal) => (x: Decimal) => {
    if (at(x)) incidents.jump = true;
    return operation(x);
  };
  // decimal.js sums a power series, which near 0 keeps all digits and far from it would never end
  const sinh = (x: Decimal): Decimal => (x.abs().cmp(one) < 0 ? x.sinh() : x.exp().minus(x.neg().exp()).times(half));
  const signOf = (x: Decimal): number => (x.isZero() ? 0 : x.isNegative() ? -1 : 1);
  const most = (direction: 1 | -1) => (args: readonly Decimal[]) =>
    args.reduce((best, value) =>
      best.isNaN() || value.isNaN() ? nothing : value.cmp(best) * direction > 0 ? value : best,
    );
  const isMost =
    (direction: 1 | -1) =>
    ([tested, ...all]: readonly Decimal[]): Decimal => {
      const best = most(direction)(all);
      if (best.isNaN()) return nothing;
      if (tested.cmp(best) !== 0) return new Class(0);
      const equal = all.filter((value) => value.cmp(best) === 0);
      if (equal.length === 1) return one;
      incidents.tie = true;
      const chosen = tieBreak.extreme === 'first' ? equal[0] : equal.at(-1);
      return tested === chosen ? one : new Class(0);
    };
  return {
    constant: (leaf) => {
      if (leaf.op === 'named') {
        const base = leaf.name === 'e' ? one.exp() : new Class(-1).acos();
        return leaf.name === 'tau' ? base.times(two) : base;
      }
      return new Class(String(leaf.value.numerator)).div(new Class(String(leaf.value.denominator)));
    },
    unary: {
      sin: angle((x) => x.sin()),
      cos: angle((x) => x.cos()),
      tan: angle((x) => x.tan()),
      asin: (x) => x.asin(),
      acos: (x) => x.acos(),
      atan: (x) => x.atan(),
      sinh,
      cosh: (x) => x.exp().plus(x.neg().exp()).times(half),
      tanh: (x) => {
        if (x.abs().cmp(one) < 0) return x.tanh();
        const tail = two.div(x.abs().times(two).exp().plus(one));
        return x.isNegative() ? tail.minus(one) : one.minus(tail);
      },
      asinh: (x) => x.asinh(),
      acosh: (x) => x.acosh(),
      atanh: (x) => x.atanh(),
      exp: (x) => x.exp(),
      expm1: (x) => x.exp().minus(one),
      log: (x) => x.ln(),
      log2: (x) => x.ln().div(two.ln()),
      log10: (x) => x.ln().div(ten.ln()),
      log1p: (x) => x.plus(one).ln(),
      sqrt: (x) => x.sqrt(),
      cbrt: (x) => x.cbrt(),
      sigmoid: (x) => one.div(one.plus(x.neg().exp())),
      softplus: (x) => {
        const tail = one.plus(x.abs().neg().exp()).ln();
        return x.isNegative() ? tail : tail.plus(x);
      },
      abs: (x) => x.abs(),
      // At 0 the sign is a jump where f uses it, and a tie where it is the derivative of abs. The value 0 shows both.
      sign: (x) => {
        if (x.isNaN()) return nothing;
        if (x.isZero()) incidents.tie = true;
        return new Class(x.isZero() ? tieBreak.signOfZero : signOf(x));
      },
      floor: jump(
        (x) => x.isInteger(),
        (x) => x.floor(),
      ),
      ceil: jump(
        (x) => x.isInteger(),
        (x) => x.ceil(),
      ),
      round: jump(
        (x) => x.plus(half).isInteger(),
        (x) => x.round(),
      ),
      negate: (x) => x.neg(),
    },
    binary: {
      divide: (a, b) => a.div(b),
      power: (a, b) => a.pow(b),
    },
    many: {
      add: (args) => args.reduce((sum, value) => sum.plus(value)),
      multiply: (args) => args.reduce((product, value) => product.times(value)),
      max: most(1),
      min: most(-1),
      'is-max': isMost(1),
      'is-min': isMost(-1),
    },
  };
}

/** A double as a decimal, exactly: 0.1 is 0.1000000000000000055511151231257827… */
export function exactly(Class: DecimalClass, value: number): Decimal {
  if (!Number.isFinite(value) || value === 0) return new Class(value);
  let [mantissa, exponent] = [value, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent -= 1;
  }
  return new Class(mantissa).times(new Class(2).pow(new Class(exponent)));
}
