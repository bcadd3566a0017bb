/** Whether f still gives at x what it gave at first. */
import type { Preflight } from '../contract/preflight.ts';
import { type Evaluator, Halt } from '../point/evaluator.ts';
import type { Slope } from '../slope/measured-slope.ts';

/** Evaluates f at x once more. Where it has drifted, all error bars grow to that drift. */
export function checkSteadiness(
  { evaluator, values }: { readonly evaluator: Pick<Evaluator, 'at'>; readonly values: Float64Array },
  { value, precision, noisy }: Pick<Preflight, 'value' | 'precision' | 'noisy'>,
  slopes: readonly Slope[],
): { slopes: readonly Slope[]; noisy: boolean; noise: number } {
  const { noise } = precision;
  let last = value;
  try {
    if (Number.isFinite(value)) last = evaluator.at(values);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  const drift = Math.abs(last - value) || 0;
  const unsteady = noisy || drift > 0 || slopes.some((slope) => slope.unsteady);
  if (!unsteady || drift <= noise) return { slopes, noisy: unsteady, noise };
  return {
    slopes: slopes.map((slope) => ({ ...slope, errorBar: (slope.errorBar * drift) / noise })),
    noisy: true,
    noise: drift,
  };
}
