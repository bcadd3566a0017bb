/** Bugs in one part of an argument: whole rows, one triangle, the imaginary part; and errors that are all tiny. */
import { describe, expect, it } from 'vitest';
import { findings, kinds, names, random } from './kit.ts';
import { changed, perRow } from './points.ts';

const SEEDS = [1, 2, 3, 4, 5];

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector } = random(seed);
  const matrix = { layout: { W: [4, 5] }, x: vector(20), truth: vector(20), seed };
  const row = (i: number): number => Math.floor(i / 5);

  describe('some rows or columns are never filled', () => {
    it('the last row', () => {
      const [found] = findings(changed(matrix, (t, _, i) => (row(i) === 3 ? 0 : t)));
      expect(found).toMatchObject({
        kind: 'not-filled',
        confidence: 'high',
        evidence: { what: 'row', lines: 1, length: 4 },
      });
    });
    it('two columns', () => {
      const [found] = findings(changed(matrix, (t, _, i) => (i % 5 > 2 ? 0 : t)));
      expect(found).toMatchObject({ kind: 'not-filled', evidence: { what: 'column', lines: 2 } });
    });
    it('the end of a vector', () => {
      const flat = { ...matrix, layout: { x: [20] } };
      expect(names(changed(flat, (t, _, i) => (i > 16 ? 0 : t)))).toEqual(['not-filled high']);
    });
    it('not if the zeros fill no row and no column', () => {
      expect(kinds(changed(matrix, (t, _, i) => (row(i) > 1 && i % 5 > 2 ? 0 : t)))).toEqual(['zeroed-group']);
      expect(
        kinds({ ...matrix, layout: { x: [20] }, analytic: matrix.truth.map((t, i) => (i % 7 === 3 ? 0 : t)) }),
      ).toEqual(['zeroed-group']);
    });
    it('not if all of it is zero', () => {
      expect(kinds(changed(matrix, () => 0))).toEqual(['zeroed-group']);
    });
  });

  describe('straight through a step', () => {
    const flat = { ...matrix, truth: matrix.truth.map(() => 0), analytic: matrix.truth };
    const unchanged = Array.from(matrix.x, () => false);

    it('where f steps within the scale of x', () => {
      expect(names({ ...flat, unchanged, steps: [true, true, true] })).toEqual(['straight-through high']);
    });
    it('not where f bends there, as a dead unit does', () => {
      expect(kinds({ ...flat, unchanged, steps: [false, false, false] })).toEqual(['unknown-pattern']);
    });
    it('not where f never changes: then it is not used', () => {
      expect(kinds({ ...flat, steps: [false, false, false] })).toEqual(['unused-parameter']);
    });
  });

  describe('one triangle of a symmetric matrix', () => {
    const n = 4;
    const mirrored = (i: number) => (i % n) * n + Math.floor(i / n);
    const below = (i: number) => Math.floor(i / n) - (i % n);
    const symmetric = (values: Float64Array) => values.map((_, i) => values[Math.max(i, mirrored(i))]);
    const square = { layout: { S: [n, n] }, x: symmetric(vector(n * n)), truth: symmetric(vector(n * n)), seed };
    const doubled = square.truth.map((t, i) => (below(i) > 0 ? 2 * t : below(i) < 0 ? 0 : t));

    it('f reads one, the gradient shares between both', () => {
      expect(names({ ...square, truth: doubled, analytic: square.truth })).toEqual(['one-triangle high']);
    });
    it('the gradient is of one, doubled, and f reads both', () => {
      expect(names({ ...square, analytic: doubled })).toEqual(['one-triangle high']);
    });
    it('every pair is counted twice', () => {
      expect(names(changed(square, (t, _, i) => (below(i) === 0 ? t : 2 * t)))).toEqual(['one-triangle high']);
    });
    it('not if the diagonal is doubled too: a factor of two', () => {
      expect(kinds(changed(square, (t) => 2 * t))).toEqual(['factor-two']);
    });
    it('not if the matrix is not symmetric', () => {
      const skew = { ...square, x: vector(n * n) };
      expect(kinds(changed(skew, (t, _, i) => (below(i) === 0 ? t : 2 * t)))).toEqual(['factor-two']);
    });
    it('not if a single element is off the pattern', () => {
      const analytic = doubled.map((t, i) => (i === 4 ? 1.9 * square.truth[i] : t));
      expect(kinds({ ...square, analytic })).not.toContain('one-triangle');
    });
  });

  describe('conjugated', () => {
    const complex = { layout: { zr: [5], zi: [5], b: [10] }, x: matrix.x, truth: matrix.truth, seed };

    it('the imaginary part has the wrong sign', () => {
      const [found] = findings(changed(complex, (t, _, i) => (i >= 5 && i < 10 ? -t : t)));
      expect(found).toMatchObject({ kind: 'conjugate', confidence: 'high', evidence: { part: 'zi', right: 'zr' } });
    });
    it('not if both parts have: the sign', () => {
      expect(kinds(changed(complex, (t, _, i) => (i < 10 ? -t : t)))).toEqual(['sign']);
    });
    it('not if no group is the other part', () => {
      expect(
        kinds({ ...changed(complex, (t, _, i) => (i >= 5 && i < 10 ? -t : t)), layout: { u: [5], v: [5], b: [10] } }),
      ).toEqual(['sign']);
    });
  });

  describe('rows weighted by their counts', () => {
    const counts = [1, 2, 3, 2];

    it('divided by how often each is read', () => {
      const [found] = findings({ ...matrix, analytic: perRow(matrix, (g, _, k) => g.map((v) => v / counts[k])) });
      expect(found).toMatchObject({ kind: 'row-counts', confidence: 'high', evidence: { per: 'row', lines: 3 } });
    });
    it('not if the factors are nearly whole', () => {
      const near = perRow(matrix, (g, _, k) => g.map((v) => v / (counts[k] + (k > 0 ? 0.001 : 0))));
      expect(kinds({ ...matrix, analytic: near })).not.toContain('row-counts');
    });
    it('not if all rows are off by the same: a constant', () => {
      expect(kinds(changed(matrix, (t, _, i) => (row(i) > 1 ? t / 3 : t)))).not.toContain('row-counts');
    });
  });

  describe('all errors are tiny', () => {
    it('an epsilon too many, says the name, and that it is no more than a guess', () => {
      expect(names(changed(matrix, (t, x) => t * (1 + 1e-5 / (1 + x * x))))).toEqual(['tiny-errors low']);
    });
    it('not if one of them is not', () => {
      expect(kinds(changed(matrix, (t, x, i) => t * (1 + (i === 7 ? 0.01 : 1e-5) / (1 + x * x))))).toEqual([
        'unknown-pattern',
      ]);
    });
    it('not if they have a pattern: a tiny λ', () => {
      expect(kinds(changed(matrix, (t, x) => t + 3e-6 * x))).toEqual(['missing-l2']);
    });
  });
});
