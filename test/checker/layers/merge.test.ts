import { describe, expect, it } from 'vitest';
import { makeFinding, whereIn } from '@/checker/findings.ts';
import type { JudgedRow } from '@/checker/layers/judge-rows.ts';
import { type Compared, comparedIn, entriesOf, joined, outputGroups } from '@/checker/layers/merge.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import type { Verdict } from '@/checker/types.ts';

const inputs = layoutOf({ w: [1, 2], b: [3] }).layout;
const outputs = layoutOf({ mean: [1, 2], spread: [3] }).layout;

const judged = (analytic: number, numeric: number) =>
  ({ analytic, slope: { value: numeric, errorBar: 1e-9 }, tolerance: 8e-9 }) as Compared['judged'];
const entry = (output: number, index: number, analytic: number, numeric: number, verdict: Verdict): Compared => ({
  output,
  index,
  judged: judged(analytic, numeric),
  verdict,
});
const row = (output: number | undefined, values: [number, number][], verdicts: Verdict[]) =>
  ({ view: { output }, judged: values.map(([a, n]) => judged(a, n)), verdicts }) as unknown as JudgedRow;

describe('the entries of a report', () => {
  it('are those of single outputs that did not pass', () => {
    const rows = [
      row(undefined, [[1, 2]], ['fail']),
      row(
        2,
        [
          [1, 1],
          [1, 2],
          [3, 3],
        ],
        ['pass', 'fail', 'inconclusive'],
      ),
    ];
    expect(comparedIn(rows).map(({ output, index, verdict }) => [output, index, verdict])).toEqual([
      [2, 1, 'fail'],
      [2, 2, 'inconclusive'],
    ]);
  });

  it('begin with the wrong ones, the worst first, and name both ends', () => {
    const found = entriesOf(inputs, outputs, [
      entry(0, 0, 1, 1.5, 'inconclusive'),
      entry(0, 1, 2, 1, 'fail'),
      entry(2, 2, -2, 2, 'fail'),
      entry(1, 0, Number.NaN, 2, 'inconclusive'),
      entry(0, 2, 0, 0, 'inconclusive'),
    ]);
    expect(found.map(({ name }) => name)).toEqual([
      'y.spread[0] / b[0]',
      'y.mean[0] / w[1]',
      'y.mean[1] / w[0]',
      'y.mean[0] / w[0]',
      'y.mean[0] / b[0]',
    ]);
    expect(found.map(({ relativeError }) => relativeError)).toEqual([2, 0.5, Number.NaN, 1 / 3, 0]);
    expect(found[0]).toMatchObject({ outputGroup: 'spread', group: 'b', analytic: -2, numeric: 2, errorBar: 1e-9 });
    expect(found[1]).toMatchObject({ outputGroup: 'mean', group: 'w' });
  });

  it('that are equally wrong come in the order of their places, and are cut to some hundred', () => {
    const places = (entries: readonly { output: number; index: number }[]) => entries.map((e) => [e.output, e.index]);
    const same = [entry(1, 1, 2, 1, 'fail'), entry(1, 0, 2, 1, 'fail'), entry(0, 1, 2, 1, 'fail')];
    expect(places(entriesOf(inputs, outputs, same))).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(entriesOf(inputs, outputs, Array(400).fill(same[0])).length).toBe(256);
  });
});

describe('the groups of y', () => {
  it('have the error of their outputs together, and the worst of their verdicts', () => {
    const rows = [
      row(
        0,
        [
          [3, 0],
          [1, 1],
        ],
        [],
      ),
      row(
        1,
        [
          [4, 0],
          [Number.NaN, 1],
        ],
        [],
      ),
      undefined,
    ];
    const [mean, spread] = outputGroups(outputs, ['fail', 'inconclusive', 'pass'], (k) => rows[k]);
    expect(mean).toMatchObject({ name: 'mean', size: 2, wrong: 1, undecided: 1, verdict: 'fail' });
    // differences of 3 and 4; analytic 3, 1, 4; numeric 0, 1, 0
    expect(mean.relativeError).toBeCloseTo(5 / (Math.sqrt(26) + 1), 12);
    expect(spread).toMatchObject({ name: 'spread', wrong: 0, undecided: 0, verdict: 'pass' });
    expect(spread.relativeError).toBeNaN();
  });

  it('have no error where all slopes are 0', () => {
    const [mean] = outputGroups(outputs, ['pass', 'pass', 'pass'], () => row(0, [[0, 0]], []));
    expect(mean.relativeError).toBe(0);
  });
});

describe('findings of several views', () => {
  const finding = (kind: 'jump' | 'kink-at-x', indices: number[]) =>
    makeFinding(kind, 'doubt', whereIn(inputs, indices), { of: indices.length });

  it('are one of each kind, with all places, and the output where that is one', () => {
    const found = joined(inputs, outputs, [
      { output: 1, findings: [finding('jump', [2, 0])] },
      { output: 1, findings: [finding('jump', [1])] },
      { output: 0, findings: [finding('kink-at-x', [0])] },
      { output: 2, findings: [finding('kink-at-x', [0])] },
      { output: undefined, findings: [finding('kink-at-x', [0])] },
    ]);
    expect(found).toMatchObject([
      { kind: 'jump', where: { indices: [0, 1, 2], groups: ['w', 'b'] }, evidence: { of: 2, output: 'mean[1]' } },
      { kind: 'kink-at-x', where: { indices: [0] }, evidence: { of: 1, outputs: 2 } },
    ]);
    expect(found[1].evidence).not.toHaveProperty('output');
  });
});
