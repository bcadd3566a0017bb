/** More outputs than are compared one by one: groups of them, and the wrong ones found by halving. */
import { describe, expect, it } from 'vitest';
import { diagnoseVjp, dotProductTest } from '@/checker/index.ts';

const COUNT = 300;
const x = { w: [0.4, -1.1, 0.7], s: [1.3] };
type X = typeof x;
interface Y {
  mean: Float64Array;
  spread: Float64Array;
}
const wave = (k: number, i: number) => Math.sin(1 + k + 2.5 * i);
const outputs = (each: (k: number) => number) => Float64Array.from({ length: COUNT }, (_, k) => each(k));
const F = ({ w, s }: X): Y => ({
  mean: outputs((k) => w.reduce((sum, v, i) => sum + wave(k, i) * Math.sin(v), 0)),
  spread: outputs((k) => Math.exp(s[0] * wave(k, 7))),
});
/** The vjp, in which each output may be weighed by a factor. */
const vjp =
  (factor: (group: keyof Y, k: number) => number) =>
  ({ w, s }: X, v: Y): X => ({
    w: w.map((q, i) => v.mean.reduce((sum, each, k) => sum + factor('mean', k) * each * wave(k, i) * Math.cos(q), 0)),
    s: [
      v.spread.reduce((sum, each, k) => sum + factor('spread', k) * each * wave(k, 7) * Math.exp(s[0] * wave(k, 7)), 0),
    ],
  });
const check = (factor: (group: keyof Y, k: number) => number) => {
  const { verdict, full, groups, outputs, entries } = diagnoseVjp(F, vjp(factor), x);
  return {
    verdict,
    full,
    groups: groups.map(({ name, verdict }) => `${name} ${verdict}`),
    outputs: outputs.map(({ name, verdict }) => `${name} ${verdict}`),
    wrong: entries.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name),
  };
};

describe('six hundred outputs in two groups', () => {
  it('are right, group by group', () => {
    expect(check(() => 1)).toMatchObject({
      verdict: 'pass',
      full: false,
      groups: ['w pass', 's pass'],
      outputs: ['mean pass', 'spread pass'],
    });
  });

  it('one of which is wrong: it is named, with the elements it depends on', () => {
    const found = check((group, k) => (group === 'mean' && k === 123 ? 2 : 1));
    expect(found).toMatchObject({ verdict: 'fail', groups: ['w fail', 's pass'] });
    expect(found.wrong.every((name) => name.includes('mean[123]'))).toBe(true);
    expect(found.wrong.length).toBeGreaterThan(0);
    expect(found.outputs).toEqual(['mean fail', 'spread pass']);
  });

  it('one group of which is wrong: the other is right', () => {
    const found = check((group) => (group === 'spread' ? -1 : 1));
    expect(found).toMatchObject({
      verdict: 'fail',
      groups: ['w pass', 's fail'],
      outputs: ['mean pass', 'spread fail'],
    });
  });
});

it('a mixture weighs outputs of every size by what they move over 2^-8 of x, within a factor of four', () => {
  const sizes = [1e-6, 1, 300];
  for (const unit of [2 ** -9, 1, 2 ** 12]) {
    const { mixture } = diagnoseVjp(
      ([a]: number[]) => sizes.map((size) => size * (a / unit)),
      (_, v: number[]) => [sizes.reduce((sum, size, k) => sum + (v[k] * size) / unit, 0)],
      [1.3 * unit],
      { full: false },
    );
    for (const [k, size] of sizes.entries()) {
      const moved = Math.abs(mixture[k]) * size * 1.3 * 2 ** -8;
      expect(moved).toBeGreaterThanOrEqual(1 / 4);
      expect(moved).toBeLessThanOrEqual(4);
    }
  }
});

describe('of many wrong outputs', () => {
  it('eight are named for an element, and of the others nothing is known', () => {
    const found = check((group) => (group === 'spread' ? -1 : 1));
    expect(found.wrong).toHaveLength(8);
    expect(found.outputs).toEqual(['mean pass', 'spread fail']);
  });

  it('some are named for two elements of each group', () => {
    const found = check((_, k) => (k === 7 ? 2 : 1));
    expect(found.wrong.sort()).toEqual(['y.mean[7] / w[0]', 'y.mean[7] / w[1]', 'y.spread[7] / s[0]']);
  });
});

describe('the dot-product test', () => {
  const abs = ([a, b]: number[]) => [Math.abs(a) + b, a * b];
  const jvp = ([a, b]: number[], [u, t]: number[]) => [u + t, b * u + a * t];
  const back = ([a, b]: number[], [v, w]: number[]) => [v + w * b, v + w * a];

  it('leaves open what F is at a kink', () => {
    const { verdict, findings } = dotProductTest(jvp, back, [0, 1.5], abs);
    expect([verdict, ...new Set(findings.map(({ kind }) => kind))]).toEqual(['inconclusive', 'kink-at-x']);
    expect(dotProductTest(jvp, back, [0.3, 1.5], abs).verdict).toBe('pass');
  });
});
