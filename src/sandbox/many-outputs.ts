/** The check of a function with many outputs, in the shape of a report on a loss, so that one page can show both. */
import {
  diagnoseJacobian,
  diagnoseVjp,
  formatLayerReport,
  type Jacobian,
  type Layer,
  type LayerOptions,
  type LayerReport,
  type Point,
  summarizeLayer,
  type Vjp,
} from '@/checker/index.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import type { CheckResult, OutputsResult } from './protocol.ts';

type ManyOutputs = OutputsResult['subject'];

type Check = (F: Layer, derivative: (x: Point, v: Point) => unknown, x: Point, options: LayerOptions) => LayerReport;

const CHECKS: Readonly<Record<ManyOutputs, Check>> = {
  layer: (F, vjp, x, options) => diagnoseVjp(F, vjp as Vjp, x, options),
  jacobian: (F, jacobian, x, options) => diagnoseJacobian(F, jacobian as unknown as Jacobian, x, options),
  hessian: (F, hessian, x, options) =>
    diagnoseJacobian(F, hessian as unknown as Jacobian, x, { ...options, symmetric: true }),
};

/**
 * Checks a layer, a Jacobian or a Hessian.
 *
 * @param name what the program calls F
 * @throws CheckError of the checker, where there is nothing to check
 */
export function checkOutputs(
  subject: ManyOutputs,
  name: string,
  ...[F, derivative, x, options]: Parameters<Check>
): CheckResult {
  const layer = CHECKS[subject](F, derivative, x, options);
  const { outputs, entries, outputCount, full, vjpEvaluations, mixture: _, ...shared } = layer;
  return {
    report: { ...shared, gradientEvaluations: vjpEvaluations, value: Number.NaN, lossName: name },
    size: layoutOf(x).layout.size,
    text: formatLayerReport(layer),
    many: { subject, summary: summarizeLayer(layer), outputs, entries, outputCount, full },
  };
}
