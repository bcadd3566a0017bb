import { makeFinding, whereIn } from '../findings.ts';
import { builderOf } from '../point/copies.ts';
import { requireFunction } from '../point/guards.ts';
import { atOnce } from '../point/stages.ts';
import type { Checkable, Widened } from '../types.ts';
import { askJacobian, readJacobian, transposeOf } from './asking.ts';
import { diagnoseLayer } from './diagnose-layer.ts';
import type { Jacobian, JacobianOptions, Layer, LayerReport } from './types.ts';
import { openOrReport } from './unopened.ts';

/**
 * The production check of a Jacobian: is `jacobian(x)[i][j]` the slope of output i along element j of x? A Hessian is checked as
 * the Jacobian of a gradient: `diagnoseJacobian(gradient, hessian, x, { symmetric: true })`.
 *
 * F is called as often as for a single loss of the same x. Beside the names of {@link diagnoseVjp} there are those that need the
 * whole matrix: transposed, rows in another order, not symmetric.
 *
 * @param F receives the structure of x and returns its outputs y, in any structure that x may have
 * @param jacobian receives the structure of x; returns a row for each output and a column for each element of x, both in C order
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws CheckError where x or y is empty or ragged, x is not finite, y changes its shape, or `jacobian` returns something that
 *   is no array of rows of numbers
 * @example
 * const F = ([a, b]) => [a * b, a + b];
 * diagnoseJacobian(F, ([a, b]) => [[b, 1], [a, 1]], [2, 3]).findings[0].kind; // 'transposed'
 */
export function diagnoseJacobian<X, Y>(
  F: Layer<NoInfer<Widened<X>>, Y>,
  jacobian: NoInfer<Jacobian<Widened<X>>>,
  x: X & Checkable<X>,
  options: JacobianOptions = {},
): LayerReport {
  requireFunction(F, 'F');
  requireFunction(jacobian, 'the Jacobian');
  const setting = openOrReport(F as unknown as Layer<X, unknown>, x as X, 'Jacobian', options);
  if ('report' in setting) return setting.report;
  const { inputs, values } = setting;
  const rows = setting.opened.layout.size;
  const columns = inputs.size;
  const ask = jacobian as unknown as Jacobian<X>;
  const returned = ask(builderOf(x)(values));
  const flat = readJacobian(returned, rows, columns);
  const turned = flat instanceof Float64Array ? flat : readJacobian(transposeOf(returned), rows, columns);
  const usable = turned instanceof Float64Array;
  const asked = askJacobian(
    ask,
    { x: setting.x, layout: inputs, values },
    rows,
    usable ? turned : new Float64Array(rows * columns).fill(Number.NaN),
    !(flat instanceof Float64Array),
  );
  const report = atOnce(diagnoseLayer({ ...setting, asked }));
  if (flat instanceof Float64Array) return report;
  const everywhere = whereIn(inputs, [...values.keys()]);
  const shape = makeFinding('wrong-shape', 'bug', everywhere, {
    expected: `${rows} x ${columns}`,
    got: flat.shape,
    message: `The Jacobian has shape ${flat.shape}, but F has ${rows} outputs and x has ${columns} elements. Return ${rows} rows of ${columns}: a row for each output, a column for each element of x.`,
  });
  const right = usable && report.verdict === 'pass';
  const named = right ? [{ ...makeFinding('transposed', 'bug', everywhere, { shape: flat.shape }) }] : [];
  const rest = report.findings.filter(({ role }) => role !== 'bug');
  return {
    ...report,
    verdict: 'fail',
    findings: [...named, shape, ...rest],
    groups: report.groups.map((group) => ({ ...group, wrong: group.size, verdict: 'fail' })),
    outputs: report.outputs.map((group) => ({ ...group, wrong: group.size, verdict: 'fail' })),
  };
}
