/** The samples as three rules measure them. Runs at build time: a second or so of checking. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { CheckError } from '@/checker/errors.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import type { Report } from '@/checker/types.ts';
import { numbersOf } from '@/examples/programs/planted.ts';
import type { MeasuredCase } from './cases.ts';
import { type GradientSample, samples } from './samples.ts';

const largest = (values: readonly number[]): number => (values.some(Number.isNaN) ? Number.NaN : Math.max(...values));

/** The worst disagreement in units of the tolerance; infinite where the gradient broke the contract and not the numbers. */
function barsOf({ elements, verdict }: Report): number {
  const worst = largest(elements.map(({ analytic, numeric, tolerance }) => Math.abs(analytic - numeric) / tolerance));
  return verdict === 'fail' && !(worst > 1) ? Number.POSITIVE_INFINITY : worst;
}

/** What the rules measure of a sample; none where the textbook check refuses to compare, as for another shape. */
export function measure({ label, right, f, make, x }: GradientSample): MeasuredCase[] {
  try {
    const check = gradientCheck(f, make(), x);
    const [analytic, numeric] = [check.analytic, check.numeric].map(numbersOf);
    const report = diagnoseGradient(f, make(), x);
    return [
      {
        label,
        right,
        global: check.relativeError,
        element: largest(analytic.map((value, i) => relativeError(value, numeric[i]))),
        bars: barsOf(report),
        verdict: report.verdict,
      },
    ];
  } catch (error) {
    if (error instanceof CheckError) return [];
    throw error;
  }
}

let measured: readonly MeasuredCase[] | undefined;

/** Some hundreds of gradients, measured once a build. */
export function population(): readonly MeasuredCase[] {
  measured ??= samples().flatMap(measure);
  return measured;
}
