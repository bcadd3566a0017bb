import { describe, expect, it } from 'vitest';
import { diagnoseVjp, type LayerReport } from '@/checker/index.ts';
import { LAYERS, X } from './layer-claims.ts';

const told = ({ verdict, elements, findings }: LayerReport) => ({
  verdict,
  elements: elements.map((each) => each.verdict[0]).join(''),
  kinds: findings.map(({ kind }) => kind),
});

describe.each(Object.entries(LAYERS))('%s', (_, { F, vjp, each, mixed, wrong }) => {
  it.each([
    ['each output', true, each],
    ['mixtures', false, mixed],
  ] as const)('is told by comparing %s, in few calls', (_name, full, { calls, ...expected }) => {
    const report = diagnoseVjp(F, vjp, X, { full });
    expect(told(report)).toEqual(expected);
    expect(report.evaluations).toBeLessThanOrEqual(1.5 * calls[0]);
    expect(report.vjpEvaluations).toBeLessThanOrEqual(1.5 * calls[1]);
    // what is named in mixtures is wrong too, though not all may be named
    const named = report.entries.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
    if (full) expect(named.sort()).toEqual(wrong);
    else expect(wrong).toEqual(expect.arrayContaining(named));
  });
});
