import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '@/checker/index.ts';

type Vector = number[];
const x = [1.1, -0.7, 2.3];
const kinds = (f: (w: Vector) => number, gradient: (w: Vector) => Vector, options = {}) =>
  diagnoseGradient(f, gradient, x, options).findings.map(({ kind, evidence }) => [kind, evidence.after]);

/** A gradient that computes once, and returns the same from then on. */
const kept = (gradient: (w: Vector) => Vector) => {
  let answer: Vector | undefined;
  return (w: Vector) => {
    answer ??= gradient(w);
    return [...answer];
  };
};

describe('a gradient that is right at x and the same elsewhere', () => {
  const f = (w: Vector) => w.reduce((sum, v) => sum + Math.sin(v), 0);
  const gradient = (w: Vector) => w.map(Math.cos);

  it('was kept from its first call where f has another slope elsewhere', () => {
    expect(kinds(f, kept(gradient))).toEqual([['stale-cache', 'its first call']]);
    expect(kinds(f, gradient)).toEqual([]);
  });

  it('was kept whatever the unit of x', () => {
    for (const unit of [1e-6, 1e6]) {
      const scaled = (w: Vector) => w.reduce((sum, v) => sum + Math.sin(v / unit), 0);
      const slopes = kept((w: Vector) => w.map((v) => Math.cos(v / unit) / unit));
      const { findings } = diagnoseGradient(
        scaled,
        slopes,
        x.map((v) => v * unit),
      );
      expect(findings.map(({ kind }) => kind)).toEqual(['stale-cache']);
    }
  });

  it('is right where f is linear, or all but linear', () => {
    const along = [0.5, -2, 0.25];
    const linear = (w: Vector) => w.reduce((sum, v, i) => sum + along[i] * v, 0);
    expect(kinds(linear, () => [...along])).toEqual([]);
    const bent = (w: Vector) => linear(w) + 1e-7 * w[0] ** 2;
    expect(
      kinds(
        bent,
        kept(([v]) => [along[0] + 2e-7 * v, along[1], along[2]]),
      ),
    ).toEqual([]);
  });

  it('is not looked for with evaluations that are not there', () => {
    const { evaluations } = diagnoseGradient(f, gradient, x);
    for (let less = 0; less < 12; less++) {
      const report = diagnoseGradient(f, kept(gradient), x, { maxEvaluations: evaluations + less });
      expect(report.evaluations).toBeLessThanOrEqual(evaluations + less);
    }
  });
});
