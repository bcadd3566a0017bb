import { describe, expect, it } from 'vitest';
import { makeFinding } from '@/checker/findings.ts';
import { diagnoseVjp, formatLayerReport, summarizeLayer } from '@/checker/index.ts';

interface X {
  w: number[];
  b: number[];
}
interface Y {
  mean: number[];
  spread: number[];
}
const F = ({ w, b }: X): Y => ({ mean: w.map((v) => Math.sin(v) * b[0]), spread: [Math.exp(b[0])] });
const vjp = ({ w, b }: X, v: Y): X => ({
  w: w.map((q, i) => v.mean[i] * Math.cos(q) * b[0]),
  b: [w.reduce((sum, q, i) => sum + v.mean[i] * Math.sin(q), 0) + v.spread[0] * Math.exp(b[0])],
});
const point = (size: number): X => ({ w: Array.from({ length: size }, (_, i) => 0.3 + i / 7), b: [1.3] });
/** The report on a vjp of which some elements of w are wrong. */
const check = (size: number, wrong: (i: number) => boolean) =>
  diagnoseVjp(
    F,
    (p: X, v: Y) => ({ ...vjp(p, v), w: vjp(p, v).w.map((q, i) => (wrong(i) ? q * (1.1 + i / 9) : q)) }),
    point(size),
  );

describe('the report of a layer in one line', () => {
  it('says over how much a right vjp was compared', () => {
    expect(summarizeLayer(check(3, () => false))).toMatch(
      /^The vjp is right: it agrees with the slopes of F over 4 outputs and 4 elements of x, and a relative error of /,
    );
    const one = diagnoseVjp(
      ([v]: number[]) => [v * v],
      ([v]: number[], [c]: number[]) => [2 * v * c],
      [1.5],
    );
    expect(summarizeLayer(one)).toContain('over 1 output and 1 element of x,');
  });

  it('says in which groups of x it is wrong, and in which right', () => {
    expect(summarizeLayer(check(3, (i) => i > 0))).toMatch(/^The vjp is wrong in w, and right in b\./);
  });

  it('says why by a bug where it is wrong, and by a doubt where that is open', () => {
    const wrong = check(3, (i) => i > 0);
    const doubt = makeFinding('kink-at-x', 'doubt', { groups: [], indices: [], elements: [], count: 0 });
    const first = { ...wrong, findings: [doubt, ...wrong.findings] };
    expect(summarizeLayer(first)).toBe(summarizeLayer(wrong));
    const open = { ...wrong, verdict: 'inconclusive' as const, findings: [...wrong.findings, doubt] };
    expect(summarizeLayer(open)).toBe(summarizeLayer({ ...open, findings: [doubt] }));
  });

  it('names no group where x has none', () => {
    const doubled = diagnoseVjp(
      ([v]: number[]) => [v * v, v],
      ([v]: number[], [c, d]: number[]) => [4 * v * c + d],
      [1.5],
    );
    expect(summarizeLayer(doubled)).toMatch(/^The vjp is wrong\./);
  });
});

describe('the report of a layer as text', () => {
  const lines = (size: number, wrong: (i: number) => boolean) => formatLayerReport(check(size, wrong)).split('\n');

  it('says of each output how much of it is wrong', () => {
    expect(lines(3, (i) => i > 0)).toContain('Outputs: mean wrong (2 of 3), spread right.');
    expect(lines(3, () => false)).toContain('Outputs: mean right, spread right.');
    expect(lines(1, () => true)).toContain('Outputs: mean wrong, spread right.');
    const bare = (count: number) =>
      diagnoseVjp(
        (x: number[]) => x.slice(0, count),
        (x, v: number[]) => x.map((_, i) => v[i] ?? 0),
        [1, 2],
      );
    expect(formatLayerReport(bare(2))).toContain('Outputs: y right.');
    expect(formatLayerReport(bare(1))).not.toContain('Outputs:');
  });

  it('lists eight of the wrong entries, in columns', () => {
    const all = lines(12, () => true);
    const from = all.indexOf('Worst entries, output / element:');
    const table = all.slice(from + 1, from + 10);
    expect(table[0]).toMatch(/^ +analytic +numeric +relative error$/);
    expect(new Set(table.map(({ length }) => length)).size).toBe(1);
    expect(table.slice(1).every((line) => /^ {2}y\.mean\[\d+\] \/ w\[\d+\] .* ± /.test(line))).toBe(true);
    expect(all[from + 10]).toBe('');
    // seven digits of the slopes, two of the error bar
    expect(table[1]).toMatch(/ −?[\d.]{8,9} +−?[\d.]{8,9} +± \d\.\de−\d+ +0\.\d+$/);
    const infinite = diagnoseVjp(F, (p, v: Y) => ({ ...vjp(p, v), b: [Number.POSITIVE_INFINITY] }), point(1));
    expect(formatLayerReport(infinite)).toMatch(/ ∞ +−?[\d.]{5,9} /);
    expect(lines(3, () => false)).not.toContain('Worst entries, output / element:');
  });

  it('ends with what it took', () => {
    expect(lines(3, () => false).slice(-1)[0]).toMatch(
      /^4 outputs and 4 elements of x, each entry compared; \d+ evaluations of F, \d+ of the vjp\.$/,
    );
    const mixed = formatLayerReport(diagnoseVjp(F, vjp, point(3), { full: false }));
    expect(mixed).toContain('elements of x, compared in mixtures; ');
  });
});
