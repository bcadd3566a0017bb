import { ticks as niceTicks } from 'd3';
import { beforeExponent, columnFormat } from '../format.ts';

export interface Tick {
  readonly value: number;
  /** With the markup of `rich.ts`. */
  readonly label: string;
}

const DECADE_STEPS = [1, 2, 3, 4, 5, 6, 10, 20, 50, 100, 200, 500];
/** Slack for log10 of a power of ten, which may come out a few ulps beside the integer. */
const SLACK = 1e-9;
/** Round numbers cannot be told apart below this: steps between them would be subnormal. */
export const FINEST = 1e-290;

/** 10^exponent as the nearest double; `Math.pow` is off by an ulp for some exponents, the parser is not. */
export function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

const decadeLabel = (exponent: number) => `10^{${exponent < 0 ? '−' : ''}${Math.abs(exponent)}}`;

/** Exponents at whole multiples of the smallest step of decades that gives no more than `most` labels. */
export function decadeExponents(low: number, high: number, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - SLACK);
  const last = Math.floor(Math.log10(high) + SLACK);
  const limit = Math.max(1, most);
  const multiples = (step: number) => Math.floor(last / step) - Math.ceil(first / step) + 1;
  const step = DECADE_STEPS.find((candidate) => multiples(candidate) <= limit) ?? 1000;
  const exponents: number[] = [];
  for (let exponent = Math.ceil(first / step) * step; exponent <= last; exponent += step) exponents.push(exponent + 0);
  return exponents;
}

/** Ticks of a log axis: powers of ten alone; within one decade, where there may be none, round numbers. */
export function logTicks(low: number, high: number, most: number): Tick[] {
  const exponents = decadeExponents(low, high, most);
  if (exponents.length < 2 && high / low < 100 && low > FINEST) return linearTicks(low, high, most);
  return exponents.map((exponent) => ({ value: powerOfTen(exponent), label: decadeLabel(exponent) }));
}

/** Round numbers, in one notation and with the same number of decimals each. */
export function linearTicks(low: number, high: number, most: number): Tick[] {
  let values = niceTicks(low, high, most).filter(Number.isFinite);
  // d3's count is a hint: it may give one and a half times as many, which a narrow chart has no room for.
  for (let hint = most - 1; values.length > most && hint > 0; hint--) values = niceTicks(low, high, hint);
  const format = columnFormat(values);
  return values.map((value) => {
    const { mantissa, exponent } = format(value);
    return { value, label: exponent === null ? mantissa : `${beforeExponent(mantissa)}^{${exponent}}` };
  });
}

/** Ticks of a symmetric log axis: zero, and powers of ten on both sides beyond the linear part round zero. */
export function symlogTicks(low: number, high: number, constant: number, most: number): Tick[] {
  const reach = (limit: number) => Math.log1p(Math.max(limit, 0) / constant);
  const perLabel = (reach(high) + reach(-low)) / Math.max(1, most);
  // A decade nearer to zero than this would have its label on top of the label of zero.
  const first = constant * Math.expm1(Math.max(perLabel, Math.log1p(3)));
  const widest = Math.max(-low, high);
  // One list for both sides, so that they step alike.
  const exponents = widest > first ? decadeExponents(first, widest, Math.floor(reach(widest) / perLabel) - 1) : [];
  const values = [
    ...exponents.toReversed().map((exponent) => ({ value: -powerOfTen(exponent), label: `−${decadeLabel(exponent)}` })),
    { value: 0, label: '0' },
    ...exponents.map((exponent) => ({ value: powerOfTen(exponent), label: decadeLabel(exponent) })),
  ];
  const within = values.filter(({ value }) => value >= low && value <= high);
  return within.length < 2 ? linearTicks(low, high, most) : within;
}
