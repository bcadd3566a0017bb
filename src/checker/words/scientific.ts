/** Digits of the exact decimal expansion of a double that are read, to tell a tie from a number just above it. */
const EXACT_DIGITS = 100;

/**
 * A number as Python and NumPy print it with `'%.2e'`: at least two digits of exponent, ties to even, `nan`, `inf`.
 *
 * @param digits digits after the point
 * @example
 * scientific(0.3333333329244177); // '3.33e-01'
 */
export function scientific(value: number, digits = 2): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const [mantissa, exponent] = rounded(value, digits).split('e');
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

/** JavaScript rounds exact ties away from zero, C and Python to the even digit. */
function rounded(value: number, digits: number): string {
  const exact = value.toExponential(EXACT_DIGITS);
  const point = exact.indexOf('.');
  const tail = exact.slice(point + 1 + digits, exact.indexOf('e'));
  const last = digits ? exact[point + digits] : exact[point - 1];
  const even = Number(last) % 2 === 0;
  if (/^50*$/.test(tail) && even) {
    const head = exact.slice(0, digits ? point + 1 + digits : point);
    return head + exact.slice(exact.indexOf('e'));
  }
  return value.toExponential(digits);
}
