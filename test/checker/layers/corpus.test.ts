import { describe, expect, it } from 'vitest';
import {
  diagnoseGradient,
  diagnoseJacobian,
  diagnoseVjp,
  type JacobianOptions,
  type LayerReport,
  type Verdict,
} from '@/checker/index.ts';
import { builderOf } from '@/checker/point/copies.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import type { Point } from '@/checker/types.ts';
import { cases as later } from '../../../corpus/layers/later.mjs';
import { cases as more } from '../../../corpus/layers/more.mjs';
import { cases as open } from '../../../corpus/layers/open.mjs';

interface Case {
  readonly id: string;
  readonly expect: readonly Verdict[];
  readonly wrongGroups?: readonly string[];
  readonly wrongOutputs?: readonly string[];
  readonly kinds?: readonly string[];
  readonly forbidden?: readonly string[];
  readonly make: () => { F: never; vjp?: never; jacobian?: never; x: never; options?: JacobianOptions };
}

const cases = [...open, ...more, ...later] as unknown as readonly Case[];

const check = ({ make }: Case): LayerReport => {
  const { F, vjp, jacobian, x, options } = make();
  return jacobian ? diagnoseJacobian(F, jacobian, x, options) : diagnoseVjp(F, vjp as never, x, options);
};
const results = cases.map((each) => ({ each, report: check(each) }));
const named = ({ findings }: LayerReport) =>
  findings.filter(({ role, confidence, kind }) => role === 'bug' && confidence !== 'low' && kind !== 'unknown-pattern');
const wrongGroups = ({ groups }: LayerReport) =>
  groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);

const located = results.filter(({ each }) => each.wrongGroups);
const exact = located.filter(
  ({ each, report }) => wrongGroups(report).sort().join() === [...(each.wrongGroups ?? [])].sort().join(),
);
const evaluations = results.reduce((sum, { report }) => sum + report.evaluations, 0);
const elements = results.reduce((sum, { report }) => sum + report.elements.length, 0);
const withName = results.filter(
  ({ each, report }) => each.kinds && each.expect.includes('fail') && named(report).length > 0,
);
console.warn(
  `layers, ${cases.length} cases: wrong verdicts ${results.filter(({ each, report }) => !each.expect.includes(report.verdict)).length}; wrong groups of x located exactly ${exact.length} of ${located.length}; named ${withName.length} of ${results.filter(({ each }) => each.kinds && each.expect.includes('fail')).length}; evaluations of F per element ${(evaluations / elements).toFixed(1)}`,
);

/** What a loss takes that is the same mixture of the outputs, of the same x. */
function asLoss({ make }: Case, { mixture }: LayerReport): number | undefined {
  const { F, vjp, x } = make() as unknown as { F: (x: Point) => Point; vjp?: (x: Point, v: Point) => Point; x: Point };
  if (!vjp) return undefined;
  const loss = (p: Point) =>
    layoutOf(F(p), { any: true }).values.reduce((sum, value, k) => sum + value * mixture[k], 0);
  const gradient = (p: Point) => vjp(p, builderOf(F(p))(Float64Array.from(mixture)) as Point);
  return diagnoseGradient(loss, gradient as never, x).evaluations;
}

const costs = results.flatMap(({ each, report }) => {
  const loss = report.verdict === 'pass' ? asLoss(each, report) : undefined;
  return loss === undefined ? [] : [{ id: each.id, layer: report.evaluations, loss }];
});

describe('the cost of a layer that is right', () => {
  const ratio = ({ layer, loss }: (typeof costs)[number]) => layer / loss;
  const all = costs.reduce((sum, { layer }) => sum + layer, 0) / costs.reduce((sum, { loss }) => sum + loss, 0);
  const dear = costs.filter((each) => ratio(each) > 1.3).sort((a, b) => ratio(b) - ratio(a));
  const told = dear.map((each) => `${each.id} ${ratio(each).toFixed(2)}`).join(', ');
  console.warn(
    `evaluations of F against a loss of the same x, ${costs.length} layers: ${all.toFixed(2)} times in all; more than 1.3 times in ${dear.length} (${told})`,
  );

  it('is that of a loss, for a tenth at most, over all', () => expect(all).toBeLessThan(1.1));

  it('is above 1.3 times that of a loss in two small ones alone, whose outputs have kinks or rounding of their own', () =>
    expect(dear.map(({ id }) => id)).toEqual(['relu', 'float32']));
});

describe.each(results.map(({ each, report }) => [each.id, each, report] as const))('%s', (_, each, report) => {
  it('has the verdict that its label says', () => expect(each.expect).toContain(report.verdict));

  if (each.wrongGroups)
    it('is wrong in its groups of x and in no others', () =>
      expect(wrongGroups(report).sort()).toEqual([...(each.wrongGroups ?? [])].sort()));

  if (each.wrongOutputs)
    it('is wrong in its outputs and in no others', () =>
      expect(report.outputs.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(
        each.wrongOutputs,
      ));

  it('gets no name that does not fit', () => {
    for (const { kind } of named(report)) {
      if (each.kinds) expect(each.kinds).toContain(kind);
      expect(each.forbidden ?? []).not.toContain(kind);
    }
  });
});
