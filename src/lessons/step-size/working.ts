/** The arithmetic of one point of the curve, as it is done by hand: values, digits that cancel, difference, quotient. */
import { typesetMinus } from '@/charts/format.ts';
import { SCHEMES } from '@/checker/textbook/schemes.ts';
import type { Point } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { complexes } from '@/examples/functions/arithmetic.ts';
import { commonStart, type Digits, decimalsFor, digitsOf, significant } from '../differences/digits.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';
import type { SchemeId } from '../differences/schemes.ts';
import { problemOf } from './problem.ts';

/** A value with its name and its digits. */
export interface DigitLine extends Digits {
  readonly label: string;
  readonly value: number;
}

export interface Working {
  readonly values: readonly DigitLine[];
  /** How the values are combined: `f(x + h) − f(x − h)`; none for the complex step, which subtracts nothing. */
  readonly combination: string | undefined;
  readonly difference: DigitLine | undefined;
  readonly divisor: { readonly label: string; readonly value: number };
  /** Its first `same` characters are right. */
  readonly quotient: DigitLine;
  readonly exact: number;
  readonly error: number;
  /** Significant digits there are in a value of f, and how many of them cancel. */
  readonly digits: number;
  readonly cancelled: number;
  /** The step is lost beside x: x + h is x. */
  readonly lost: boolean;
}

const offsetLabel = (offset: number) => {
  if (offset === 0) return 'f(x)';
  return `f(x ${offset > 0 ? '+' : '−'} ${Math.abs(offset) === 1 ? '' : Math.abs(offset)}h)`;
};

const COMBINATIONS: Readonly<Record<SchemeId, string | undefined>> = {
  forward: 'f(x + h) − f(x)',
  central: 'f(x + h) − f(x − h)',
  'five-point': 'f(x − 2h) − 8 f(x − h) + 8 f(x + h) − f(x + 2h)',
  'complex-step': undefined,
};

/**
 * Element `i` of the numerical gradient at one step, in full.
 *
 *     workingOf(sineExponential, 'central', 'float64', 1e-5, 0).cancelled // 5 or so of 17 digits
 */
export function workingOf(
  example: StepExample,
  scheme: SchemeId,
  precision: Precision,
  step: number,
  i: number,
): Working {
  return scheme === 'complex-step'
    ? complexWorking(example, precision, step, i)
    : differenceWorking(example, scheme, precision, step, i);
}

function differenceWorking(
  example: StepExample,
  scheme: Exclude<SchemeId, 'complex-step'>,
  precision: Precision,
  step: number,
  i: number,
): Working {
  const { f, x, exact } = problemOf(example, precision);
  const { digits } = PRECISIONS[precision];
  const { offsets, weights, divisor } = SCHEMES[scheme];
  const moved = (offset: number): ArrayLike<number> => {
    const point = (x as number[] | Float32Array).slice();
    point[i] += offset * step;
    return point;
  };
  const found = offsets.map((offset) => f(moved(offset) as Point));
  const sum = found.reduce((total, value, k) => total + weights[k] * value, 0);
  const written = digitsOf(found, digits);
  const lost = moved(offsets.find((offset) => offset !== 0)!)[i] === (x as number[])[i];
  return {
    values: found.map((value, k) => ({ label: offsetLabel(offsets[k]), value, ...written[k] })),
    combination: COMBINATIONS[scheme],
    difference: {
      label: 'difference',
      value: sum,
      text: typesetMinus(sum.toFixed(decimalsFor(found, digits))),
      same: 0,
    },
    divisor: { label: divisor === 1 ? 'h' : `${divisor}h`, value: divisor * step },
    cancelled: Math.min(digits, significant(written[0].text.slice(0, written[0].same))),
    digits,
    lost,
    ...quotientOf(sum / (divisor * step), exact[i]),
  };
}

function complexWorking(example: StepExample, precision: Precision, step: number, i: number): Working {
  const { values, exact } = problemOf(example, precision);
  const { round, digits } = PRECISIONS[precision];
  const point = values.map((value, j) => [value, i === j ? round(step) : 0] as const);
  const [, imaginary] = example.over(complexes(round), point);
  return {
    values: [{ label: 'Im f(x + ih)', value: imaginary, text: typesetMinus(imaginary.toPrecision(digits)), same: 0 }],
    combination: undefined,
    difference: undefined,
    divisor: { label: 'h', value: round(step) },
    cancelled: 0,
    digits,
    lost: false,
    ...quotientOf(round(imaginary / round(step)), exact[i]),
  };
}

function quotientOf(quotient: number, exact: number): Pick<Working, 'quotient' | 'exact' | 'error'> {
  const texts = [quotient, exact].map((value) => typesetMinus(value.toFixed(decimalsFor([exact], 17))));
  return {
    quotient: { label: 'quotient', value: quotient, text: texts[0], same: commonStart(texts) },
    exact,
    error: Math.abs(quotient - exact),
  };
}
