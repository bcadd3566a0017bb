import { describe, expect, it } from 'vitest';
import { diagnoseVjp, explainFinding, formatLayerReport, nextStep, summarizeLayer } from '@/checker/index.ts';

/** A linear layer over a batch, y = X W + b, of which the vjp sums what it is told to. */
const layer = (batch: number, width: number) => {
  const wave = (n: number, by: number) => Array.from({ length: n }, (_, i) => Math.sin(1 + by * i));
  const x = {
    X: Array.from({ length: batch }, (_, i) => wave(2, 1 + i)),
    W: [wave(width, 3), wave(width, 5)],
    b: wave(width, 7),
  };
  type X = typeof x;
  const F = ({ X, W, b }: X) => X.map((row) => b.map((c, j) => row[0] * W[0][j] + row[1] * W[1][j] + c));
  const sumOver = (rows: readonly number[], part: (i: number) => number) =>
    rows.reduce((sum, _, i) => sum + part(i), 0);
  const vjp =
    (kept: { W?: (i: number) => number; b?: (i: number, j: number) => number } = {}) =>
    ({ X, W, b }: X, v: number[][]): X => {
      const all = [...X.keys()];
      return {
        X: v.map((row) => W.map((weights) => sumOver(weights, (j) => weights[j] * row[j]))),
        W: W.map((_, k) => b.map((_c, j) => sumOver(all, (i) => (kept.W?.(i) ?? 1) * v[i][j] * X[i][k]))),
        b: b.map((_, j) => sumOver(all, (i) => (kept.b?.(i, j) ?? 1) * v[i][j])),
      };
    };
  return { x, F, vjp };
};
const bugs = (batch: number, width: number, kept: Parameters<ReturnType<typeof layer>['vjp']>[0]) => {
  const { x, F, vjp } = layer(batch, width);
  const report = diagnoseVjp(F, vjp(kept), x);
  const told = report.findings.filter(({ role }) => role === 'bug');
  return { report, told, kinds: told.map(({ kind, confidence }) => `${kind} ${confidence}`) };
};

describe.each([
  ['each output compared', 5, 3],
  ['mixtures compared', 60, 10],
])('a bias that keeps the share of one sample alone, %s', (_, batch, width) => {
  it.each([0, batch - 1])('sample %i, is not summed over the batch', (sample) => {
    const { report, told, kinds } = bugs(batch, width, { b: (i) => Number(i === sample) });
    expect(kinds).toEqual(['broadcast-not-summed high']);
    expect(told[0]).toMatchObject({ where: { groups: ['b'] }, evidence: { kept: `y[${sample}]`, rows: batch } });
    expect(report.groups.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'fail']);
    expect(explainFinding(told[0])).toContain(`keep the share of y[${sample}] alone`);
    expect(nextStep(told[0])).toContain('+= belongs');
  });

  it('of a sample in the middle is called so less surely', () => {
    expect(bugs(batch, width, { b: (i) => Number(i === 2) }).kinds).toEqual(['broadcast-not-summed medium']);
  });

  it('keeps a stretch of the samples: that is said, and no name is made of it', () => {
    const { told, kinds } = bugs(batch, width, { b: (i) => Number(i < batch - 2) });
    expect(kinds).toEqual(['ignores-cotangent low']);
    expect(told[0].evidence.kept).toBe(`y[0…${batch - 3}]`);
    expect(explainFinding(told[0])).toContain('the rest of v is not used');
  });

  it.each([
    ['half of each share', () => 0.5],
    ['another factor for each share', (i: number) => 1 + i / 7],
    ['twice the share of the last sample', (i: number) => 2 * Number(i === batch - 1)],
    ['a sample in the middle left out', (i: number) => Number(i !== 2)],
    ['the sum for the first feature alone', (_i: number, j: number) => Number(j === 0)],
  ])('%s is something else', (_what, b) => {
    const { report, kinds } = bugs(batch, width, { b });
    expect(report.verdict).toBe('fail');
    expect(kinds.join()).not.toMatch(/broadcast-not-summed|ignores-cotangent/);
  });
});

it('a bias of which only a few samples have a share is something else', () => {
  const { x, F, vjp } = layer(60, 10);
  const has = (i: number) => Number(i < 5);
  const report = diagnoseVjp(
    (p) => F(p).map((row, i) => row.map((v, j) => v - (1 - has(i)) * p.b[j])),
    (p, v: number[][]) => vjp({ b: (i) => Number(i === 0) })(p, v),
    x,
  );
  expect(report.verdict).toBe('fail');
  expect(report.findings.map(({ kind }) => kind).join()).not.toMatch(/broadcast-not-summed/);
});

it('of a long batch, a share is looked for at a few samples', () => {
  const { report } = bugs(120, 6, { b: (i) => Number(i === 0) });
  expect(report.findings[0].kind).toBe('broadcast-not-summed');
  expect(report.vjpEvaluations).toBeLessThan(300);
});

it('where the weights use the last sample alone as well, and x none but its own row, both are not summed', () => {
  const last = (i: number) => Number(i === 4);
  const { told, kinds } = bugs(5, 3, { W: last, b: last });
  expect(kinds).toEqual(['broadcast-not-summed high', 'broadcast-not-summed high']);
  expect(told.flatMap(({ where }) => where.groups)).toEqual(['W', 'b']);
});

it('of a batch of two, one share may as well have been left out', () => {
  expect(bugs(2, 3, { b: (i) => i }).kinds).toEqual(['broadcast-not-summed medium']);
});

it('where nothing uses v of the other samples, it is v that is not used', () => {
  const { x, F } = layer(4, 3);
  const b = x.b;
  const onlyBias = (p: { b: number[] }) => F({ ...x, b: p.b });
  const report = diagnoseVjp(onlyBias, (_, v: number[][]) => ({ b: v[3] }), { b });
  expect(report.findings[0]).toMatchObject({ kind: 'ignores-cotangent', evidence: { kept: 'y[3]' } });
});

it('a bias that comes back with the batch still in it is told by that name before its shape', () => {
  const { x, F, vjp } = layer(4, 3);
  const report = diagnoseVjp(F, (p, v) => ({ ...vjp()(p, v), b: v as never }), x);
  expect(report.findings.map(({ kind }) => kind)).toEqual(['broadcast-not-summed', 'wrong-shape']);
  expect(summarizeLayer(report)).toContain('wrong in b, and right in X, W. Not summed over the batch.');
  expect(formatLayerReport(report)).toContain('came back 4 times over (shape [4, 3])');
});
