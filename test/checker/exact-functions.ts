/**
 * sin and exp, correctly rounded, for the fixture made by NumPy: JavaScript engines round them an ulp apart,
 * which at h = 1e-14 is a tenth of the whole error. Taylor series in 220-bit fixed point.
 */
const BITS = 220n;
const ONE = 1n << BITS;

function toFixedPoint(value: number): bigint {
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent++;
  }
  return (BigInt(mantissa) << BITS) >> BigInt(exponent);
}

function toDouble(fixed: bigint): number {
  const magnitude = fixed < 0n ? -fixed : fixed;
  const spare = BigInt(Math.max(0, magnitude.toString(2).length - 53));
  const half = spare > 0n ? 1n << (spare - 1n) : 0n;
  const rounded = Number((magnitude + half) >> spare) * 2 ** (Number(spare) - Number(BITS));
  return fixed < 0n ? -rounded : rounded;
}

export function exactExp(x: number): number {
  const argument = toFixedPoint(x);
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; k < 120n; k++) {
    term = (term * argument) / (k << BITS);
    sum += term;
  }
  return toDouble(sum);
}

export function exactSin(x: number): number {
  const argument = toFixedPoint(x);
  let term = argument;
  let sum = argument;
  for (let k = 1n; k < 60n; k++) {
    term = -((((term * argument) >> BITS) * argument) >> BITS) / (2n * k * (2n * k + 1n));
    sum += term;
  }
  return toDouble(sum);
}
