/** What a lattice says of the precision of f, and when it explains all that differs. */
import { describe, expect, it } from 'vitest';
import type { Lattice } from '../../../src/checker/compare/lattice.ts';
import { isExplainedBy, precisionOf } from '../../../src/checker/compare/precision.ts';
import { agreesInShort, shortBitsOf, shortFinding } from '../../../src/checker/compare/short-floats.ts';
import { sidesOf } from './kit.ts';

const lattice = (about: Partial<Lattice> = {}): Lattice => ({
  quantum: 0.01,
  step: 1e-4,
  unit: 2 ** -22,
  bits: 30.4,
  entries: 6,
  ...about,
});

describe('the format of f', () => {
  const format = (unit: number) => {
    const { kind, confidence } = precisionOf(sidesOf([1, 2], [1, 2]), lattice({ unit }));
    return [kind, confidence];
  };

  it('follows from its rounding unit, since losses lie between a hundredth and a few thousand', () => {
    expect([2 ** -22, 2 ** -16].map(format)).toEqual([
      ['float32', 'high'],
      ['float32', 'high'],
    ]);
    expect([1.1 * 2 ** -16, 2 ** -9].map(format)).toEqual([
      ['float32', 'low'],
      ['float32', 'low'],
    ]);
    expect(format(1.1 * 2 ** -9)).toEqual(['float16', 'low']);
  });

  it('is that of every slope but those of 0, with the step that is printed where one is', () => {
    const found = precisionOf(sidesOf([1, 2, 3], [1, 0, 3]), lattice());
    expect(found).toMatchObject({ role: 'doubt', where: { indices: [0, 2] }, evidence: { step: 1e-4, bits: 30 } });
    expect(precisionOf(sidesOf([1], [1], { step: 1e-3 }), lattice()).evidence).toMatchObject({ step: 1e-3 });
  });
});

describe('rounding explains what differs', () => {
  const slopes = [0.7, -1.3, 0.4, 1.9, -0.6];
  const sign = [1, -1, -1, 1, 1];
  /** In steps of the lattice. */
  const off = (steps: number, given = slopes, about = {}, half = 0) =>
    isExplainedBy(
      sidesOf(
        given.map((slope, i) => slope + sign[i] * steps * 0.01),
        given,
        { half },
      ),
      lattice(about),
    );

  it('by nine tenths of a step on average', () => {
    expect([off(0.89), off(0.91)]).toEqual([true, false]);
    expect([off(1.5, slopes, {}, 0.007), off(1.5, slopes, {}, 0.005)]).toEqual([true, false]);
  });

  it('by one step and a third at most', () => {
    const one = (steps: number) => isExplainedBy(sidesOf(slopes.with(2, slopes[2] + steps * 0.01), slopes), lattice());
    expect([one(1.29), one(1.31)]).toEqual([true, false]);
  });

  it('of four pairs or more', () => {
    expect([off(0.5, slopes.slice(0, 4)), off(0.5, slopes.slice(0, 3))]).toEqual([true, false]);
  });

  it('of a gradient of five steps or more; in half precision, of twenty in the middle', () => {
    const like = (steps: number, about = {}) =>
      off(
        0.1,
        sign.map((each) => each * steps * 0.01),
        about,
      );
    expect([like(5), like(4.8)]).toEqual([true, false]);
    const half = { unit: 2 ** -9 };
    expect([like(20, half), like(19.8, half)]).toEqual([true, false]);
    const lopsided = [0.02, -0.02, -0.02, 3, 3];
    expect([off(0.1, lopsided), off(0.1, lopsided, half)]).toEqual([true, false]);
    expect(off(0.1, [0.21, -0.22, -0.02, 3, 0.01], half)).toBe(true);
  });

  it('where no factor of a quarter could hide in it', () => {
    // the doubt of the factor is one step beside the norm, here 4.05 or 3.95 steps
    const tall = (norm: number) =>
      off(
        0,
        [norm, 0, 0, 0].map((each) => each * 0.01),
        { unit: 2 ** -22 },
      );
    expect([tall(10.1), tall(9.9)]).toEqual([true, false]);
  });

  it('where no factor hides in it', () => {
    const factor = (by: number) =>
      isExplainedBy(
        sidesOf(
          slopes.map((slope) => by * slope),
          slopes,
        ),
        lattice({ quantum: 0.02 }),
      );
    // four times the doubt of 0.02 / 2.55
    expect([factor(1.013), factor(0.987), factor(1.035), factor(0.965)]).toEqual([true, true, false, false]);
  });
});

describe('numbers of a short format', () => {
  const toBits = (bits: number) => (value: number) => {
    const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - bits);
    return unit * Math.round(value / unit);
  };
  const generic = [1.4731, -2.2318, 2.7042, 4.1273, -0.1439, 1.9714, 0.8713, -3.1732];
  const kept = (bits: number, count = generic.length) => generic.slice(0, count).map(toBits(bits));
  const bitsOf = (values: readonly number[], half = 1e-7, about = {}) =>
    shortBitsOf(sidesOf(values, values.map(Math.abs), { half, ...about }));

  it('are those of the coarsest one that holds them all', () => {
    expect([bitsOf(kept(8)), bitsOf(kept(11)), bitsOf(kept(12)), bitsOf(generic)]).toEqual([
      8,
      11,
      undefined,
      undefined,
    ]);
  });

  it('are told by what is known of them before their digits', () => {
    expect([bitsOf(generic, 1e-7, { shortBits: 11 }), bitsOf(kept(8), 1e-7, { shortBits: 11 })]).toEqual([11, 11]);
  });

  it('are four different ones at least, of more than three digits, other than 0 and infinity', () => {
    expect([bitsOf(kept(8, 4)), bitsOf(kept(8, 3))]).toEqual([8, undefined]);
    expect(bitsOf([...kept(8, 4), 0, Number.POSITIVE_INFINITY, Number.NaN])).toBe(8);
    expect(bitsOf([0.375, 0.625, 12, 0.75, 1.5, 0.875])).toBeUndefined();
  });

  it('prove it by as many bits as their digits show, eight each at most, and twenty in all', () => {
    const proof = (count: number, half: number) => bitsOf(kept(8, count), half);
    // spacings of 2^-7, 2^-6, 2^-6 and 2^-5, over twice a half of which is open on each side
    expect([proof(4, 2 ** -13), proof(4, 2 ** -11)]).toEqual([8, undefined]);
    expect(proof(8, 2 ** -11)).toBe(8);
  });

  it('agree within three units of their last place, and half of one of the largest', () => {
    const apart = (units: number, at = 0) =>
      agreesInShort(
        sidesOf(
          generic.map((slope, i) => (i === at ? slope + units * 2 ** -7 * Math.abs(slope) : slope)),
          generic,
        ),
        8,
      );
    // 0.1439 is 29 times smaller than the largest
    expect([apart(16, 4), apart(20, 4)]).toEqual([true, false]);
    expect([apart(3.4, 3), apart(3.8, 3)]).toEqual([true, false]);
  });

  it('agree by a factor that is 1, to four units over the root of their number', () => {
    const factor = (by: number, bits: 8 | 11 = 8) =>
      agreesInShort(
        sidesOf(
          generic.map((slope) => by * slope),
          generic,
        ),
        bits,
      );
    // 4 · 2^-7 / √8 = 0.011
    expect([factor(1.0105), factor(1.0115), factor(0.9895), factor(0.9885)]).toEqual([true, false, true, false]);
    expect([factor(1.0013, 11), factor(1.0015, 11)]).toEqual([true, false]);
    expect(agreesInShort(sidesOf([0, 0], [0, 0]), 8)).toBe(false);
    expect(agreesInShort(sidesOf([Number.NaN, 1], [1, 1]), 8)).toBe(false);
  });

  it('are told so with their unit', () => {
    const of = (bits: 8 | 11) => shortFinding(sidesOf([1, 2], [1, 2]), bits);
    expect(of(8)).toMatchObject({
      kind: 'bfloat16',
      role: 'doubt',
      where: { count: 2 },
      evidence: { bits: 8, unit: 2 ** -7 },
    });
    expect(of(11)).toMatchObject({ kind: 'float16', evidence: { bits: 11, unit: 2 ** -10 } });
  });
});
