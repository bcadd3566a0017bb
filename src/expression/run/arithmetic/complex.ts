import { doubleOf } from './number.ts';
import type { Arithmetic } from './types.ts';

/**
 * Complex numbers for the complex step (Squire and Trapp 1998): every formula here keeps the digits of an imaginary
 * part as small as 1e-200, which the usual ones through complex logarithms lose (Kahan 1987, "Branch cuts").
 */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

const complex = (re: number, im: number): Complex => ({ re, im });
const NOTHING = complex(Number.NaN, Number.NaN);

const add = (a: Complex, b: Complex): Complex => complex(a.re + b.re, a.im + b.im);
const multiply = (a: Complex, b: Complex): Complex => complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
const scale = (a: Complex, k: number): Complex => complex(a.re * k, a.im * k);
const shift = (a: Complex, by: number): Complex => complex(a.re + by, a.im);
const conjugate = (a: Complex): Complex => complex(a.re, -a.im);
/** i times a, and a over i. */
const turn = (a: Complex): Complex => complex(-a.im, a.re);
const unturn = (a: Complex): Complex => complex(a.im, -a.re);

/** Smith's division, which neither overflows nor loses a tiny part. */
function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const scaled = b.re + b.im * ratio;
    return complex((a.re + a.im * ratio) / scaled, (a.im - a.re * ratio) / scaled);
  }
  const ratio = b.re / b.im;
  const scaled = b.re * ratio + b.im;
  return complex((a.re * ratio + a.im) / scaled, (a.im * ratio - a.re) / scaled);
}

function exp({ re, im }: Complex): Complex {
  const size = Math.exp(re);
  return complex(size * Math.cos(im), size * Math.sin(im));
}

const log = ({ re, im }: Complex): Complex => complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));

function sqrt({ re, im }: Complex): Complex {
  // at 0 the root has no slope; a zero that is not being stepped is a plain number
  if (re === 0) return im === 0 ? complex(0, 0) : NOTHING;
  const size = Math.sqrt((Math.abs(re) + Math.hypot(re, im)) / 2);
  return re >= 0 ? complex(size, im / (2 * size)) : complex(Math.abs(im) / (2 * size), im < 0 ? -size : size);
}

const sin = ({ re, im }: Complex): Complex => complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
const cos = ({ re, im }: Complex): Complex => complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
const sinh = (z: Complex): Complex => unturn(sin(turn(z)));
const cosh = (z: Complex): Complex => cos(turn(z));

function tanh(z: Complex): Complex {
  // beyond 20 the tangent is 1 to the last digit, and its slope 4 exp(-2|x|)
  if (Math.abs(z.re) > 20)
    return complex(Math.sign(z.re), 4 * Math.exp(-2 * Math.abs(z.re)) * Math.sin(z.im) * Math.cos(z.im));
  return divide(sinh(z), cosh(z));
}

function asin(z: Complex): Complex {
  const [below, above] = [sqrt(shift(scale(z, -1), 1)), sqrt(shift(z, 1))];
  return complex(Math.atan2(z.re, multiply(below, above).re), Math.asinh(multiply(conjugate(below), above).im));
}

function atanh({ re, im }: Complex): Complex {
  return complex(
    Math.log1p((4 * re) / ((1 - re) ** 2 + im * im)) / 4,
    Math.atan2(2 * im, (1 - re) * (1 + re) - im * im) / 2,
  );
}

function acosh(z: Complex): Complex {
  const [below, above] = [sqrt(shift(z, -1)), sqrt(shift(z, 1))];
  return complex(Math.asinh(multiply(conjugate(below), above).re), 2 * Math.atan2(below.im, above.re));
}

function log1p({ re, im }: Complex): Complex {
  return complex(Math.log1p(2 * re + re * re + im * im) / 2, Math.atan2(im, 1 + re));
}

function cbrt(z: Complex): Complex {
  if (z.re < 0) return scale(cbrt(scale(z, -1)), -1);
  const root = Math.cbrt(z.re);
  return z.re === 0 ? NOTHING : complex(root, z.im / (3 * root * root));
}

const sigmoid = (z: Complex): Complex => divide(complex(1, 0), shift(exp(scale(z, -1)), 1));

function softplus(z: Complex): Complex {
  return z.re > 0 ? add(z, log1p(exp(scale(z, -1)))) : log1p(exp(z));
}

/** Whole powers by multiplication, others through the logarithm, which has no real value at or below 0. */
function power(base: Complex, exponent: Complex): Complex {
  const count = exponent.im === 0 && Number.isInteger(exponent.re) ? exponent.re : undefined;
  if (count !== undefined && Math.abs(count) <= 1024) {
    let result = complex(1, 0);
    let square = base;
    for (let rest = Math.abs(count); rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = multiply(result, square);
      if (rest > 1) square = multiply(square, square);
    }
    return count < 0 ? divide(complex(1, 0), result) : result;
  }
  return base.re > 0 ? exp(multiply(exponent, log(base))) : NOTHING;
}

const noComplexMeaning = (): Complex => NOTHING;

/** Complex numbers in doubles, for the complex step; a function without a complex derivative gives NaN. */
export const complexArithmetic: Arithmetic<Complex> = {
  constant: (leaf) => complex(doubleOf(leaf), 0),
  unary: {
    sin,
    cos,
    tan: (z) => divide(sin(z), cos(z)),
    asin,
    acos: (z) => shift(scale(asin(z), -1), Math.PI / 2),
    atan: (z) => unturn(atanh(turn(z))),
    sinh,
    cosh,
    tanh,
    asinh: (z) => unturn(asin(turn(z))),
    acosh,
    atanh,
    exp,
    expm1: (z) => complex(Math.expm1(z.re) * Math.cos(z.im) - 2 * Math.sin(z.im / 2) ** 2, exp(z).im),
    log,
    log2: (z) => scale(log(z), Math.LOG2E),
    log10: (z) => scale(log(z), Math.LOG10E),
    log1p,
    sqrt,
    cbrt,
    sigmoid,
    softplus,
    abs: noComplexMeaning,
    sign: noComplexMeaning,
    floor: noComplexMeaning,
    ceil: noComplexMeaning,
    round: noComplexMeaning,
    negate: (z) => scale(z, -1),
  },
  binary: { divide, power },
  many: {
    add: (args) => args.reduce(add),
    multiply: (args) => args.reduce(multiply),
    max: noComplexMeaning,
    min: noComplexMeaning,
    'is-max': noComplexMeaning,
    'is-min': noComplexMeaning,
  },
};
