/** The numbers of the chapter “Three checks”, computed while the site is built. */
import { gradientCheck, scientific } from '@/checker/index.ts';
import type { Example } from '@/examples/index.ts';
import { meanSquareCorrected, meanSquareForgotten, quadratic } from '@/examples/index.ts';

const check = ({ f, gradient, x }: Example) => gradientCheck(f, gradient, [...x]);

export const checks = {
  quadratic: check(quadratic),
  forgotten: check(meanSquareForgotten),
  corrected: check(meanSquareCorrected),
};

/** The two elements of the quadratic's gradient are equal; those of the numeric one are this far apart. */
const [first, second] = checks.quadratic.numeric;
export const apart = Math.abs(first - second);

/** What the notebook prints, in the notebook's own format. */
export const printed = [
  `Test 1 (quadratic): ${line(checks.quadratic)}`,
  `Test 2 (buggy 1/n): ${line(checks.forgotten)}`,
  `Test 3 (corrected): ${line(checks.corrected)}`,
];

function line({ status, relativeError }: { status: string; relativeError: number }): string {
  return `${status}  rel_err=${scientific(relativeError)}`;
}

/** The forgotten 1/n for more parameters: the relative error tends to 1. */
export const forgottenFor = [2, 3, 10, 100].map((n) => {
  const x = Array.from({ length: n }, (_, i) => 1 + i / n);
  return { n, error: gradientCheck(meanSquareForgotten.f, meanSquareForgotten.gradient, x).relativeError };
});
