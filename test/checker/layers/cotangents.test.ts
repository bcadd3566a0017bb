/** A vjp of two groups is asked for two mixtures, their combination, and 0. */
import { describe, expect, it } from 'vitest';
import { makeFinding, whereIn } from '@/checker/findings.ts';
import { elementsNamed } from '@/checker/layers/changing.ts';
import { cotangentFindings } from '@/checker/layers/cotangents.ts';
import { layoutOf } from '@/checker/point/layout.ts';

const { layout } = layoutOf({ w: [1, 2], s: [3] });
const V = [Float64Array.of(0.7, -1.3, 1.1), Float64Array.of(-0.9, 0.6, 1.7)] as const;
/** Slopes of three outputs along three elements. */
const J = [
  [1.2, -0.4, 0.3],
  [0.5, 2.1, -1.6],
  [-0.8, 0.9, 0.7],
];
const right = (v: Float64Array) =>
  Float64Array.from([0, 1, 2], (i) => J.reduce((sum, row, k) => sum + v[k] * row[i], 0));
const FLOOR = 1e-7;

/** What is found of a vjp, where x moves by a scale, the outputs by a span, and they are weighed by multiples of V. */
const findingsOf = (
  vjp: (v: Float64Array) => Float64Array,
  wobble = 0,
  { scale = 1, span = 1, weight = 1 }: { scale?: number; span?: number; weight?: number } = {},
) =>
  cotangentFindings(
    { answer: (v) => ({ values: vjp(v), mismatches: [] }) },
    layout,
    {
      v: [V[0].map((v) => weight * v), V[1].map((v) => weight * v)],
      a: [vjp(V[0].map((v) => weight * v)), vjp(V[1].map((v) => weight * v))],
    },
    {
      floor: FLOOR,
      wobble: new Float64Array(3).fill(wobble),
      scales: Float64Array.of(scale, scale, scale),
      spans: Float64Array.of(1, span, 1),
    },
  ).map(({ kind, where, evidence }) => [kind, where.groups.join(), evidence.atZero]);
/** The vjp with another answer in w, or in s. */
const changed = (group: 'w' | 's', answer: (v: Float64Array) => Float64Array) => (v: Float64Array) =>
  right(v).map((value, i) => (i < 2 === (group === 'w') ? answer(v)[i] : value));

describe('a vjp', () => {
  it('that multiplies by its v has no finding', () => {
    expect(findingsOf(right)).toEqual([]);
    expect(findingsOf(() => new Float64Array(3))).toEqual([]);
  });

  it('that returns the same in a group whatever v is does not use it', () => {
    expect(findingsOf(changed('w', () => Float64Array.of(1, 2, 0)))).toEqual([['ignores-cotangent', 'w', undefined]]);
    expect(findingsOf(() => Float64Array.of(1, 2, 3))).toEqual([['ignores-cotangent', 'w,s', undefined]]);
  });

  it('that adds a term is not linear, and returns that term where v is 0', () => {
    expect(findingsOf(changed('s', (v) => right(v).map((value) => value + 0.25)))).toEqual([['not-linear', 's', 0.25]]);
    expect(findingsOf(changed('w', (v) => right(v).map((value) => value - 0.25)))).toEqual([['not-linear', 'w', 0.25]]);
  });

  it('that is 0 at 0, and bent, is not linear either', () => {
    expect(findingsOf(changed('w', (v) => right(v.map(Math.abs))))).toEqual([['not-linear', 'w', undefined]]);
  });

  it('may round its answers, and wobble as it was seen to', () => {
    const rounded = (by: number) => (v: Float64Array) => right(v).map((value, i) => value * (1 + by * (i - 1)));
    expect(findingsOf(rounded(FLOOR))).toEqual([]);
    const term = (by: number) => (v: Float64Array) => right(v).map((value) => value + by);
    expect(findingsOf(term(4 * FLOOR))).toEqual([]);
    expect(findingsOf(term(1e-4)).length).toBe(1);
    expect(findingsOf(term(1e-4), 1e-4)).toEqual([]);
    expect(findingsOf(term(1e-4), 1e-6).length).toBe(1);
  });

  it('that moves in one element of a group alone is held to its v there', () => {
    for (const i of [0, 1]) {
      const alone = (value: number) => Float64Array.from([0, 1, 2], (k) => (k === i ? value : 0));
      expect(findingsOf(() => alone(1.5))).toEqual([['ignores-cotangent', 'w', undefined]]);
      expect(findingsOf((v) => alone(Math.abs(v[0])))).toEqual([['not-linear', 'w', undefined]]);
    }
  });

  it('may return what terms that cancel leave of their rounding: 2^-40 of what the outputs move', () => {
    const constant = (size: number) => () => Float64Array.of(size, size, size);
    const kinds = (...[vjp, ...rest]: Parameters<typeof findingsOf>) => findingsOf(vjp, ...rest).map(([kind]) => kind);
    for (const weight of [2 ** -20, 1, 2 ** 20])
      for (const span of [1, 2 ** 10])
        for (const scale of [2 ** -15, 1, 2 ** 15]) {
          const rounding = (2 ** -40 * 1.7 * weight * span) / scale;
          const sizes = { weight, span, scale };
          expect(kinds(constant(500 * rounding), 0, sizes), String(Object.values(sizes))).toEqual([]);
          expect(kinds(constant(4000 * rounding), 0, sizes)).toEqual(['ignores-cotangent']);
          // of a linear answer that stands out of its rounding, so much may be rounded otherwise
          const bent = (by: number) => (v: Float64Array) =>
            right(v).map((value) => (value * span) / scale + by * rounding);
          expect(kinds(bent(1), 0, { ...sizes, weight: 1 }).length).toBe(weight > 2 ** 10 ? 1 : 0);
        }
  });

  it('that is not finite in a group is not asked about it', () => {
    expect(findingsOf(changed('w', () => new Float64Array(3).fill(Number.NaN)))).toEqual([]);
  });
});

describe('the elements that findings name', () => {
  const about = (indices: number[]) => makeFinding('not-linear', 'bug', whereIn(layout, indices));

  it('are all of their groups', () => {
    expect([...elementsNamed(layout, [about([0])])]).toEqual([0, 1]);
    expect([...elementsNamed(layout, [about([1, 2])])]).toEqual([0, 1, 2]);
    expect([...elementsNamed(layout, [about([])])]).toEqual([]);
  });

  it('are all of x where its groups have no names', () => {
    const bare = layoutOf([1, 2]).layout;
    expect([...elementsNamed(bare, [makeFinding('not-linear', 'bug', whereIn(bare, [1]))])]).toEqual([0, 1]);
  });
});
