/** Functions of two groups of elements with right and wrong gradients, checked along directions. */
import { describe, expect, it } from 'vitest';
import { checkDirections } from '@/checker/index.ts';
import type { FindingKind, Verdict } from '@/checker/types.ts';

const x = { w: Array.from({ length: 30 }, (_, i) => 0.2 + i / 50), b: [0.5, -0.25, 0.125, 0] };
type X = typeof x;
const sines = ({ w }: X) => w.reduce((sum, v) => sum + Math.sin(v), 0);
const f = (p: X) => sines(p) + p.b.reduce((sum, v, i) => sum + (v + i) ** 2, 0);
const gradient = ({ w, b }: X): X => ({ w: w.map(Math.cos), b: b.map((v, i) => 2 * (v + i)) });
const inB = (change: (slope: number, i: number) => number) => (p: X) => ({
  ...gradient(p),
  b: gradient(p).b.map(change),
});
const inW = (change: (slope: number, i: number) => number) => (p: X) => ({
  ...gradient(p),
  w: gradient(p).w.map(change),
});
const light = (by: number) => (p: X) => sines(p) + by * (f(p) - sines(p));

interface Claim {
  readonly f: (p: X) => number;
  readonly gradient: (p: X) => X;
  readonly verdict: Verdict;
  readonly kinds: readonly FindingKind[];
  readonly wrong: readonly string[];
  /** The most that it takes. */
  readonly evaluations: number;
}
const CLAIMS: Record<string, Claim> = {
  'a right gradient': { f, gradient, verdict: 'pass', kinds: [], wrong: [], evaluations: 88 },
  'one wrong element': {
    f,
    gradient: inW((v, i) => (i === 7 ? -v : v)),
    verdict: 'fail',
    kinds: ['single-element'],
    wrong: ['w[7]'],
    evaluations: 124,
  },
  'an element off by a millionth': {
    f,
    gradient: inW((v, i) => (i === 7 ? v * (1 + 1e-6) : v)),
    verdict: 'fail',
    kinds: ['single-element'],
    wrong: ['w[7]'],
    evaluations: 146,
  },
  'all of a group': {
    f,
    gradient: inB((v) => 2 * v),
    verdict: 'fail',
    kinds: ['unknown-pattern'],
    wrong: ['b[0]', 'b[1]', 'b[2]', 'b[3]'],
    evaluations: 134,
  },
  'a group a million times lighter': {
    f: light(1e-6),
    gradient: inB((v) => 1e-6 * v),
    verdict: 'pass',
    kinds: [],
    wrong: [],
    evaluations: 102,
  },
  'an error in a group a million times lighter': {
    f: light(1e-6),
    gradient: inB((v, i) => (i === 2 ? 0 : 1e-6 * v)),
    verdict: 'fail',
    kinds: ['single-element'],
    wrong: ['b[2]'],
    evaluations: 136,
  },
  'a group that is claimed to be 0': {
    f: sines,
    gradient: inB(() => 0),
    verdict: 'pass',
    kinds: [],
    wrong: [],
    evaluations: 112,
  },
  'a group that is all but 0': {
    f: light(1e-13),
    gradient: inB(() => 0),
    verdict: 'pass',
    kinds: [],
    wrong: [],
    evaluations: 112,
  },
  'a group that is 0, and is claimed not to be': {
    f: sines,
    gradient: inB(() => 1e-3),
    verdict: 'fail',
    kinds: ['unknown-pattern'],
    wrong: ['b[0]', 'b[1]', 'b[2]', 'b[3]'],
    evaluations: 200,
  },
  'a kink of one element at x': {
    f: (p) => f(p) + Math.abs(p.b[1] + 0.25),
    gradient,
    verdict: 'inconclusive',
    kinds: ['kink-at-x'],
    wrong: [],
    evaluations: 63,
  },
  'a slope outside those of a kink': {
    f: (p) => f(p) + Math.abs(p.b[1] + 0.25),
    gradient: inB((v, i) => (i === 1 ? v + 3 : v)),
    verdict: 'inconclusive',
    kinds: ['kink-at-x'],
    wrong: [],
    evaluations: 63,
  },
  'a weak kink, and a slope at its edge': {
    f: (p) => f(p) + 1e-6 * Math.abs(p.b[1] + 0.25),
    gradient: inB((v, i) => (i === 1 ? v + 0.9e-6 : v)),
    verdict: 'pass',
    kinds: [],
    wrong: [],
    evaluations: 116,
  },
  'a jump of one element at x': {
    f: (p) => f(p) + (p.b[1] > -0.25 ? 1 : 0),
    gradient,
    verdict: 'inconclusive',
    kinds: ['jump'],
    wrong: [],
    evaluations: 65,
  },
  'a domain that ends at x': {
    f: (p) => f(p) + Math.sqrt(p.b[3]),
    gradient,
    verdict: 'inconclusive',
    kinds: ['domain-edge'],
    wrong: [],
    evaluations: 98,
  },
  float32: { f: (p) => Math.fround(f(p)), gradient, verdict: 'pass', kinds: ['float32'], wrong: [], evaluations: 148 },
  'float32, and a wrong element': {
    f: (p) => Math.fround(f(p)),
    gradient: inW((v, i) => (i === 7 ? -v : v)),
    verdict: 'fail',
    kinds: ['single-element', 'float32'],
    wrong: ['w[7]'],
    evaluations: 198,
  },
  'eight of thirty elements': {
    f,
    gradient: inW((v, i) => (i % 4 === 1 ? v + 0.5 + i / 100 : v)),
    verdict: 'fail',
    kinds: ['unknown-pattern'],
    wrong: ['w[1]', 'w[5]', 'w[9]', 'w[13]', 'w[17]', 'w[21]', 'w[25]', 'w[29]'],
    evaluations: 200,
  },
};
describe.each(Object.entries(CLAIMS))('%s', (_, { f, gradient, verdict, kinds, wrong, evaluations }) => {
  const report = checkDirections(f, gradient, x);

  it('gets its verdict and its names, in few evaluations', () => {
    expect([report.verdict, report.findings.map(({ kind }) => kind)]).toEqual([verdict, kinds]);
    const byIndex = [...report.wrong].sort((a, b) => a.index - b.index);
    expect(byIndex.map(({ name }) => name)).toEqual(wrong);
    expect(report.suspects).toEqual([]);
    expect(report.evaluations).toBeLessThanOrEqual(Math.min(200, evaluations + 8));
  });

  it('gets the slope of every element that is wrong', () => {
    for (const { index, analytic, numeric, tolerance } of report.wrong) {
      const claimed = [...gradient(x).w, ...gradient(x).b][index];
      expect(analytic).toBe(claimed);
      expect(Math.abs(analytic - numeric)).toBeGreaterThan(tolerance);
    }
    if (verdict === 'pass') expect([report.agreed, report.directions]).toEqual([10, 10]);
  });
});
