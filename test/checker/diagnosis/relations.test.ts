/** Bugs that show beside x: each named where it is, and not where the numbers only come close. */
import { describe, expect, it } from 'vitest';
import { findings, kinds, names, random } from './kit.ts';
import { changed, dot, perRow, sum, unit, without } from './points.ts';

const SEEDS = [1, 2, 3, 4, 5];

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const r = random(seed);
  const vector = { layout: { x: [6] }, x: r.vector(6), truth: r.vector(6), seed };
  const matrix = { layout: { W: [4, 5] }, x: r.vector(20), truth: r.vector(20), seed };
  const positive = { ...vector, x: vector.x.map((v) => Math.exp(v)) };
  const probabilities = { ...matrix, x: perRow(matrix, (_, z) => z.map((v) => Math.exp(v) / sum(z.map(Math.exp)))) };

  describe('the gradient is projected', () => {
    const onSphere = { ...vector, x: unit(vector.x) };

    it('onto the sphere that x is on', () => {
      expect(names({ ...onSphere, analytic: without(onSphere.truth, onSphere.x) })).toEqual(['projected high']);
    });
    it('row by row', () => {
      const [found] = findings({ ...matrix, analytic: perRow(matrix, without) });
      expect(found).toMatchObject({ kind: 'projected', confidence: 'high', evidence: { per: 'row', lines: 4 } });
    });
    it('off the sphere weight decay is as good a name: not sure', () => {
      const [found] = findings({ ...vector, analytic: without(vector.truth, vector.x) });
      expect(found).toMatchObject({ kind: 'projected', confidence: 'medium', evidence: { alternative: 'missing-l2' } });
    });
    it('and its mean taken out', () => {
      const mean = sum(vector.truth) / 6;
      expect(names(changed(vector, (t) => t - mean))).toEqual(['projected high']);
      expect(kinds(changed(vector, (t) => t - 0.9 * mean))).toEqual(['constant-offset']);
    });
    it('not if a little of the share along x is left: that is a regulariser', () => {
      const share = 0.999 * dot(onSphere.truth, onSphere.x);
      expect(kinds(changed(onSphere, (t, x) => t - share * x))).toEqual(['missing-l2']);
    });
    it('not if the λ is one that somebody typed: decay of weights whose scale f does not feel', () => {
      const decayed = without(vector.truth, vector.x).map((t, i) => t + 0.05 * vector.x[i]);
      expect(names({ ...vector, truth: decayed, analytic: without(vector.truth, vector.x) })).toEqual([
        'missing-l2 high',
      ]);
    });
  });

  describe('a normalisation is not differentiated', () => {
    const length = Math.sqrt(dot(vector.x, vector.x));
    const truth = without(vector.truth, vector.x).map((v) => v / length);

    it('at all', () => {
      expect(names({ ...vector, truth, analytic: vector.truth })).toEqual(['normalisation high']);
    });
    it('but for its length', () => {
      const [found] = findings({ ...vector, truth, analytic: vector.truth.map((v) => v / length) });
      expect(found).toMatchObject({ kind: 'normalisation', evidence: { alternative: 'missing-l2' } });
    });
    it('of each row, with an epsilon beside its variance', () => {
      const rows = { layout: { W: [4, 8] }, x: r.vector(32), truth: r.vector(32), seed };
      const backward = (whole: boolean) =>
        perRow(rows, (g, x) => {
          const mean = (v: Float64Array) => sum(v) / v.length;
          const centred = x.map((v) => v - mean(x));
          const deviation = Math.sqrt(dot(centred, centred) / 8 + 1e-5);
          const along = dot(g, centred) / (8 * deviation ** 2);
          return g.map((v, i) => (v - mean(g) - (whole ? along * centred[i] : 0)) / deviation);
        });
      expect(names({ ...rows, truth: backward(true), analytic: backward(false) })).toEqual(['normalisation high']);
    });
    it('not if f feels the size of x: then it is a regulariser', () => {
      expect(kinds(changed(vector, (t, x) => t + 0.3337 * x))).toEqual(['missing-l2']);
    });
  });

  describe('the slope of another parameter', () => {
    it('log x: the ratio of the two is x', () => {
      const [found] = findings(changed(positive, (t, x) => t * x));
      expect(found).toMatchObject({ kind: 'other-parameter', confidence: 'high', evidence: { instead: 'log x' } });
    });
    it('exp x, where x is a logarithm', () => {
      const [found] = findings(changed(vector, (t, x) => t * Math.exp(-x)));
      expect(found).toMatchObject({ kind: 'other-parameter', evidence: { instead: 'exp x' } });
    });
    it('not if the ratio is nearly x', () => {
      expect(kinds(changed(positive, (t, x) => t * (x + 0.001)))).toEqual(['unknown-pattern']);
    });
    it('not if all x are the same: a constant factor has other reasons', () => {
      const same = { ...positive, x: positive.x.map(() => 1.7) };
      expect(kinds(changed(same, (t, x) => t * x))).toEqual(['constant-factor']);
    });
  });

  describe('the gradient is x itself', () => {
    it('in every element', () => {
      expect(names(changed(vector, (_, x) => x))).toEqual(['returns-x high']);
    });
    it('less surely where most of x is 0, which other bugs return too', () => {
      const sparse = { ...vector, x: vector.x.map((x, i) => (i < 2 ? x : 0)) };
      expect(names(changed(sparse, (_, x) => x))[0]).toBe('returns-x medium');
    });
    it('not if x is only most of it', () => {
      expect(kinds(changed(vector, (t, x) => x + 1e-5 * t))).not.toContain('returns-x');
    });
    it('not if it is x but for one element', () => {
      expect(kinds(changed(vector, (t, x, i) => (i === 3 ? t + 1 : x)))).not.toContain('returns-x');
    });
  });

  describe('a softmax too many or too few', () => {
    const softmax = (p: Float64Array, g: Float64Array) => p.map((v, i) => v * (g[i] - dot(p, g)));

    it('taken back through it once more, though x is its output', () => {
      const analytic = perRow(probabilities, (g, p) => softmax(p, g));
      expect(names({ ...probabilities, analytic })).toEqual(['softmax-folded high']);
    });
    it('p - y where x are logarithms of probabilities: the errors are exp x', () => {
      const logarithms = {
        ...probabilities,
        x: probabilities.x.map(Math.log),
        truth: r.vector(20).map((_, i) => (i % 5 === 2 ? -1 : 0)),
      };
      expect(names(changed(logarithms, (t, x) => t + Math.exp(x)))).toEqual(['softmax-folded high']);
    });
    it('left out', () => {
      const truth = perRow(matrix, (g, z) =>
        softmax(
          z.map((v) => Math.exp(v) / sum(z.map(Math.exp))),
          g,
        ),
      );
      expect(names({ ...matrix, truth, analytic: matrix.truth })).toEqual(['softmax-folded high']);
    });
    it('not if a row that adds up to 1 holds a negative number', () => {
      const odd = {
        ...probabilities,
        x: probabilities.x.map((p, i) => (i % 5 === 0 ? p + 1.5 : i % 5 === 1 ? p - 1.5 : p)),
      };
      expect(kinds({ ...odd, analytic: perRow(odd, (g, p) => softmax(p, g)) })).not.toContain('softmax-folded');
    });
    it('not if the rows are no probabilities', () => {
      const off = { ...probabilities, x: probabilities.x.map((p) => 1.01 * p) };
      expect(kinds({ ...off, analytic: perRow(off, (g, p) => softmax(p, g)) })).toEqual(['unknown-pattern']);
    });
  });

  describe('an angle is not wrapped', () => {
    it('in two of six', () => {
      const [found] = findings(
        changed(vector, (t, _, i) => (i === 1 ? t + 2 * Math.PI : i === 4 ? t - 2 * Math.PI : t)),
      );
      expect(found).toMatchObject({ kind: 'not-wrapped', confidence: 'medium' });
    });
    it('in one alone, less surely', () => {
      expect(names(changed(vector, (t, _, i) => (i === 1 ? t - 4 * Math.PI : t)))).toEqual(['not-wrapped medium']);
    });
    it('not if the errors are nearly whole turns', () => {
      const near = changed(vector, (t, _, i) => (i === 1 ? t + 6.283 : i === 4 ? t - 6.283 : t));
      expect(kinds(near)).not.toContain('not-wrapped');
    });
  });
});
