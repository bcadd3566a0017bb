import { requireFunction } from '../point/guards.ts';
import { atOnce, type Staged } from '../point/stages.ts';
import type { Checkable, Point, Widened } from '../types.ts';
import { askVjp } from './asking.ts';
import { diagnoseLayer } from './diagnose-layer.ts';
import type { Layer, LayerOptions, LayerReport, Vjp } from './types.ts';
import { openOrReport } from './unopened.ts';

/**
 * The production check of a function with many outputs: does `vjp(x, v)` return the gradient of ⟨v, F(x)⟩, for every v? A layer,
 * a kernel, a custom backward pass is checked as it is, without a loss around it.
 *
 * F is called as often as for a single loss of the same x, about six times for an element: what it returns holds a whole column of
 * the Jacobian. Few outputs are compared one by one, so that a wrong entry is named by both ends; many in random mixtures of
 * both signs and all sizes, never in a plain sum, in which permutations, softmax rows and normalised outputs vanish. The vjp is also
 * held to its contract: linear in v, nothing for v = 0, and neither x nor v changed.
 *
 * @param F receives the structure of x and returns its outputs y: a number, a (nested) array, a typed array, or a record of
 *   those
 * @param vjp receives the structure of x and a v in the structure of y; returns the structure of x
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws CheckError where x or y is empty or ragged, x is not finite, y changes its shape, or vjp returns something that holds
 *   no numbers. What F or vjp throws is reported as a finding.
 * @example
 * const report = diagnoseVjp(({ W, x }) => W.map((row) => row[0] * x[0]), ({ W, x }, v) => ({ W: …, x: … }), { W, x });
 * report.groups; // [{ name: 'W', verdict: 'fail', … }, { name: 'x', verdict: 'pass', … }]
 * report.entries[0].name; // 'y[1] / W[1][0]'
 */
export function diagnoseVjp<X, Y>(
  F: Layer<NoInfer<Widened<X>>, Y>,
  vjp: Vjp<NoInfer<Widened<X>>, Y>,
  x: X & Checkable<X>,
  options: LayerOptions = {},
): LayerReport {
  return atOnce(vjpInStages(F as unknown as Layer<X, unknown>, vjp as unknown as Vjp<X, unknown>, x, options));
}

/** {@link diagnoseVjp} in stages, for functions that may return promises. */
export function* vjpInStages<X>(
  F: Layer<X, unknown>,
  vjp: Vjp<X, unknown>,
  x: X,
  options: LayerOptions,
): Staged<LayerReport> {
  requireFunction(F, 'F');
  requireFunction(vjp, 'the vjp');
  const setting = openOrReport(F, x, 'vjp', options);
  if ('report' in setting) return setting.report;
  const { inputs, values, opened } = setting;
  const asked = askVjp(vjp, { x, layout: inputs, values }, opened.returned as Point);
  return yield* diagnoseLayer({ ...setting, asked });
}
