/** Rounds to a number of significant bits, ties to even, as a short format with a wide exponent does. */
export function roundTo(v, bits) {
  if (v === 0 || !Number.isFinite(v)) return v;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(v))) - bits + 1);
  const quotient = v / unit;
  const low = Math.floor(quotient);
  const rest = quotient - low;
  return (rest > 0.5 || (rest === 0.5 && low % 2 !== 0) ? low + 1 : low) * unit;
}

export const FORMATS = { bfloat16: 8, float16: 11, float32: 24, float64: 53 };

/** The rounding of a format, by name. */
export const rounding = (format) => (format === 'float64' ? (v) => v : (v) => roundTo(v, FORMATS[format]));

/** mulberry32: the same numbers on every machine. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
