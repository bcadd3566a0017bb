/** The first call of F at x: all that is known before anything is measured, or the report of why it could not be called. */
import { layerBudget, RELATIVE_FLOOR } from '../defaults.ts';
import { groupsOf } from '../elements/assemble.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { budgetOf, Halt } from '../point/evaluator.ts';
import { requireShare } from '../point/guards.ts';
import { type Layout, layoutOf } from '../point/layout.ts';
import { reachesOf, scalesOf } from '../slope/scales.ts';
import type { Element, Finding } from '../types.ts';
import { memoryOf, openOutputs } from './outputs.ts';
import type { Setting } from './setting.ts';
import type { JacobianOptions, Layer, LayerReport } from './types.ts';

interface Around {
  readonly inputs: Layout;
  readonly values: Float64Array;
  readonly derivative: LayerReport['derivative'];
}

function unopened({ inputs, values, derivative }: Around, finding: Finding, evaluations: number): LayerReport {
  const groupOf = (i: number) => inputs.blocks.findLast(({ start }) => start <= i)?.name ?? '';
  const elements = Array.from(
    values,
    (_, index): Element => ({
      index,
      name: inputs.nameOf(index),
      group: groupOf(index),
      analytic: Number.NaN,
      numeric: Number.NaN,
      errorBar: Number.POSITIVE_INFINITY,
      tolerance: Number.POSITIVE_INFINITY,
      relativeError: Number.NaN,
      step: 0,
      verdict: 'inconclusive',
    }),
  );
  return {
    verdict: 'inconclusive',
    derivative,
    findings: [finding],
    groups: groupsOf(inputs, elements),
    outputs: [],
    elements,
    entries: [],
    ranking: [],
    outputCount: 0,
    full: false,
    mixture: [],
    evaluations,
    vjpEvaluations: 0,
    noise: Number.NaN,
    relativeFloor: RELATIVE_FLOOR,
    detectable: { worst: Number.POSITIVE_INFINITY, median: Number.POSITIVE_INFINITY },
  };
}

/**
 * Calls F at x for the first time; where that cannot be done the report is made at once.
 *
 * @throws CheckError where x is empty or not finite, or an option is out of its range
 */
export function openOrReport<X>(
  F: Layer<X, unknown>,
  x: X,
  derivative: LayerReport['derivative'],
  options: JacobianOptions,
): Omit<Setting<X>, 'asked'> | { readonly report: LayerReport } {
  requireShare(options.relativeFloor, 'relativeFloor');
  const { layout: inputs, values } = layoutOf(x);
  const budget = budgetOf(options.maxEvaluations, layerBudget(inputs.size));
  const around = { inputs, values, derivative };
  try {
    const opened = openOutputs(F, x, values, budget, options.signal);
    const { layout, outputs } = opened;
    if (layout)
      return {
        x,
        inputs,
        values,
        scales: scalesOf(values, inputs.blocks),
        reaches: reachesOf(values, inputs.blocks),
        opened: { ...opened, layout },
        memory: memoryOf(opened, values),
        options,
      };
    const evidence = { by: 'F', message: outputs.thrown?.message ?? '', at: 'x' };
    return { report: unopened(around, makeFinding('throws', 'doubt', whereIn(inputs, []), evidence), outputs.calls) };
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const everywhere = whereIn(inputs, [...values.keys()]);
    return { report: unopened(around, makeFinding(error.reason, 'doubt', everywhere), 0) };
  }
}
