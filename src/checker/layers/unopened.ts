/** An F that could not be called at x: there is nothing to compare, and the report says why. */
import { RELATIVE_FLOOR } from '../defaults.ts';
import { groupsOf } from '../elements/assemble.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';
import type { Element, Finding } from '../types.ts';
import { type Opened, openOutputs } from './outputs.ts';
import type { Layer, LayerReport } from './types.ts';

interface Around {
  readonly inputs: Layout;
  readonly values: Float64Array;
  readonly budget: number;
  readonly signal: AbortSignal | undefined;
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

/** Calls F at x for the first time; where that cannot be done the report is made at once. */
export function openOrReport<X>(
  F: Layer<X, unknown>,
  x: X,
  around: Around,
): (Opened & { readonly layout: Layout }) | { readonly report: LayerReport } {
  const { inputs, values, budget, signal } = around;
  try {
    const opened = openOutputs(F, x, values, budget, signal);
    const { layout, outputs } = opened;
    if (layout) return { ...opened, layout };
    const evidence = { by: 'F', message: outputs.thrown?.message ?? '', at: 'x' };
    return { report: unopened(around, makeFinding('throws', 'doubt', whereIn(inputs, []), evidence), outputs.calls) };
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const everywhere = whereIn(inputs, [...values.keys()]);
    return { report: unopened(around, makeFinding(error.reason, 'doubt', everywhere), 0) };
  }
}
