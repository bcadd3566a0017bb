/** Why the numbers cannot tell, and what was met on the way: what is said is what was measured. */
import { describe, expect, it } from 'vitest';
import { diagnoseGradient, nextStep } from '@/checker/index.ts';

type Vector = number[];
const sum = (values: Vector): number => values.reduce((total, v) => total + v, 0);
const said = (loss: (x: Vector) => number, gradient: (x: Vector) => Vector, x: Vector): string[] =>
  diagnoseGradient(loss, gradient, x).findings.map(({ kind, role }) => `${kind} ${role}`);
const zero = (x: Vector): Vector => x.map(() => 0);

describe('a loss that does not change with x', () => {
  const softmax = (x: Vector): Vector => {
    const powers = x.map(Math.exp);
    return powers.map((v) => v / sum(powers));
  };
  const ofSoftmax = (x: Vector): number => sum(softmax(x));
  const ofDeviations = (x: Vector): number => sum(x.map((v) => v - sum(x) / x.length));

  it('as a sum of a softmax or of deviations from a mean is told so, without notes on its rounding', () => {
    expect(said(ofSoftmax, zero, [0.2, -1.3, 0.9, 0.4])).toEqual(['constant-loss doubt']);
    expect(said(ofDeviations, zero, [0.31, -1.17, 0.72, 2.3, -0.4])).toEqual(['constant-loss doubt']);
    expect(said(() => 5, zero, [0.2, -1.3])).toEqual(['constant-loss note']);
  });

  it('is told so where the gradient is worked out, and is 0 but for rounding', () => {
    const backward = (x: Vector): Vector => softmax(x).map((p, _, all) => p * (1 - sum(all)));
    expect(said(ofSoftmax, backward, [0.2, -1.3, 0.9, 0.4, 1.7])).toEqual(['constant-loss doubt']);
  });

  it('is noted beside a gradient that is not 0, which is wrong', () => {
    const report = diagnoseGradient(ofSoftmax, softmax, [0.2, -1.3, 0.9, 0.4]);
    expect(report.verdict).toBe('fail');
    expect(report.findings.at(-1)).toMatchObject({ kind: 'constant-loss', role: 'note' });
    expect(nextStep(report.findings.at(-1) as never)).toContain('Weight the outputs');
  });

  it.each([
    [
      'one weighted output',
      (x: Vector) => softmax(x)[0],
      (x: Vector) => softmax(x).map((p, i, [first]) => first * ((i === 0 ? 1 : 0) - p)),
    ],
    ['squares, all at their least', (x: Vector) => sum(x.map((v) => v * v)), zero, [0, 0]],
    ['units that are all dead', (x: Vector) => sum(x.map((v) => Math.max(0, v - 2))), zero],
    [
      'small terms beside a large constant',
      (x: Vector) => 1e12 + 1e-6 * sum(x.map(Math.sin)),
      (x: Vector) => x.map((v) => 1e-6 * Math.cos(v)),
    ],
  ])('is not said of %s', (_, loss, gradient, x = [1.2, -1.3]) => {
    expect(said(loss, gradient, x).join()).not.toContain('constant-loss');
  });
});

describe('a note', () => {
  it('of a kink is not made of one as far off as x is large, beyond a stretch where f is flat', () => {
    const report = said(
      ([v, w]) => Math.max(0, v + 0.5) + w * w,
      ([v, w]) => [v > -0.5 ? 1 : 0, 2 * w],
      [-1.5, 2],
    );
    expect(report).toEqual([]);
  });
});

describe('an element that cannot be told', () => {
  const causeOf = (loss: (x: Vector) => number, gradient: (x: Vector) => Vector, x: Vector) => {
    const found = diagnoseGradient(loss, gradient, x).findings.find(({ kind }) => kind === 'round-off');
    return [found?.evidence.cause, found && nextStep(found)];
  };

  it('beside a large constant is lost in the last digit of f', () => {
    const [cause, next] = causeOf(
      (x) => 1e12 + 1e-6 * sum(x.map(Math.sin)),
      (x) => x.map((v) => 1e-6 * Math.cos(v)),
      [0.7, -1.2],
    );
    expect(cause).toBe('last digit');
    expect(next).toContain('large constants');
  });

  it('in an f that is less exact than its value is lost in that', () => {
    // one sum in two orders, whose difference is nothing but their rounding
    const terms = (v: number) => Array.from({ length: 1000 }, (_, k) => 1e4 * Math.sin(v + k));
    const rounding = (v: number) => sum(terms(v)) - sum(terms(v).reverse());
    const [cause, next] = causeOf(
      ([v]) => rounding(v) + 1e-12 * Math.sin(v),
      ([v]) => [1e-12 * Math.cos(v)],
      [0.7],
    );
    expect([cause, next]).toEqual(['inexact', expect.stringContaining('less exact')]);
  });

  it('whose gradient moves with the last digit of x is lost in that', () => {
    const ragged = (v: number) => 2 * v * (1 + 0.5 * Math.sin(1e17 * v));
    const [cause, next] = causeOf(
      ([v]) => v * v,
      ([v]) => [ragged(v)],
      [0.7],
    );
    expect([cause, next]).toEqual(['gradient', expect.stringContaining('Look in the gradient')]);
  });
});

describe('steps beyond a stretch where f is flat', () => {
  const names = (loss: (x: Vector) => number, gradient: (x: Vector) => Vector, x: Vector) =>
    diagnoseGradient(loss, gradient, x).findings.map(({ kind, confidence }) => `${kind} ${confidence}`);
  const x = [0.7, -1.2, 0.4, 1.9];

  it('are a gradient that passes straight through a rounding or a comparison', () => {
    const rounded = (v: number) => Math.round(16 * v) / 16;
    const quantised = (w: Vector) => sum(w.map((v, i) => (i + 1) * Math.sin(rounded(v))));
    expect(names(quantised, (w) => w.map((v, i) => (i + 1) * Math.cos(rounded(v))), x)).toEqual([
      'straight-through high',
    ]);
    const binary = (w: Vector) => Math.exp(0.3 * sum(w.map((v, i) => (i + 1) * Math.sign(v))));
    expect(names(binary, (w) => w.map((_, i) => 0.3 * (i + 1) * binary(w)), x)).toEqual(['straight-through high']);
  });

  it('are none where f bends, as dead units do', () => {
    const dead = (w: Vector) => sum(w.map((v) => Math.max(0, Math.abs(v) - 2.5)));
    expect(names(dead, (w) => w.map(Math.cos), x)).toEqual(['unknown-pattern low']);
  });

  it('are not the last digits of a loss in single precision', () => {
    const single = (w: Vector) => Math.fround(Math.fround(100) + Math.fround(1e-4 * sum(w.map(Math.sin))));
    expect(names(single, (w) => w.map((v) => 1e-4 * Math.cos(v)), x).join()).not.toContain('straight-through');
  });
});
