/**
 * Whatever unit f and x are measured in, the same is found. The units here are powers of two, by which numbers are multiplied
 * without rounding: so all figures agree to the last bit.
 */
import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient, diagnoseVjp, type LayerReport } from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';
import { measurePrecision } from '@/checker/slope/measure-precision.ts';
import { CLAIMS, X } from './claims.ts';
import { LAYERS, X as ON_LAYERS } from './layers/layer-claims.ts';
import { aroundOf } from './slope/around.ts';

const UNITS = [2 ** -12, 2 ** 9];

describe.each(Object.entries(CLAIMS))('%s', (_, { f, gradient }) => {
  const plain = diagnoseGradient(f, (x: number[]) => gradient(x), X);
  const found = plain.findings.map(({ kind, role }) => [kind, role]);

  it.each(UNITS)('is the same in another unit of f (%d)', (unit) => {
    const { verdict, elements, findings, evaluations, noise } = diagnoseGradient(
      (x: number[]) => unit * f(x),
      (x: number[]) => gradient(x).map((v) => unit * v),
      X,
    );
    expect([verdict, evaluations]).toEqual([plain.verdict, plain.evaluations]);
    expect(findings.map(({ kind, role }) => [kind, role])).toEqual(found);
    expect(noise / unit).toBe(plain.noise);
    for (const [i, { numeric, errorBar, step, relativeError }] of elements.entries())
      expect([numeric / unit, errorBar / unit, step, relativeError]).toEqual([
        plain.elements[i].numeric,
        plain.elements[i].errorBar,
        plain.elements[i].step,
        plain.elements[i].relativeError,
      ]);
  });

  it.each(UNITS)('is the same in another unit of x (%d)', (unit) => {
    const { verdict, elements, findings, evaluations } = diagnoseGradient(
      (x: number[]) => f(x.map((v) => v / unit)),
      (x: number[]) => gradient(x.map((v) => v / unit)).map((v) => v / unit),
      X.map((v) => v * unit),
    );
    expect([verdict, evaluations]).toEqual([plain.verdict, plain.evaluations]);
    expect(findings.map(({ kind, role }) => [kind, role])).toEqual(found);
    for (const [i, { numeric, errorBar, step }] of elements.entries())
      expect([numeric * unit, errorBar * unit, step / unit]).toEqual([
        plain.elements[i].numeric,
        plain.elements[i].errorBar,
        plain.elements[i].step,
      ]);
  });

  it('has a precision that goes with the unit of f, and not with that of x', () => {
    const measured = (unit: number, length: number) => {
      const around = aroundOf(
        (x) => unit * f([...x].map((v) => v / length)),
        X.map((v) => v * length),
      );
      const { noise, height, quiet, stairs, format, grid } = measurePrecision(around, unit * f(X));
      return [noise / unit, height / unit, quiet / unit, stairs, format.name, grid.name];
    };
    for (const unit of UNITS) {
      expect(measured(unit, 1)).toEqual(measured(1, 1));
      expect(measured(1, unit)).toEqual(measured(1, 1));
    }
  });
});

describe('a check along directions', () => {
  const random = seededRandom(4);
  const x = Float64Array.from({ length: 40 }, () => 0.5 + random());
  const f = (p: Float64Array) => p.reduce((sum, v) => sum + Math.sin(v), 0);
  const gradient = (p: Float64Array) => p.map((v, i) => (i === 17 ? 1.1 : 1) * Math.cos(v));
  const plain = checkDirections(f, gradient, x);

  it.each(UNITS)('is the same in another unit of f, and of x (%d)', (unit) => {
    const ofF = checkDirections(
      (p) => unit * f(p),
      (p) => gradient(p).map((v) => unit * v),
      x,
    );
    const ofX = checkDirections(
      (p) => f(p.map((v) => v / unit)),
      (p) => gradient(p.map((v) => v / unit)).map((v) => v / unit),
      x.map((v) => v * unit),
    );
    for (const report of [ofF, ofX]) {
      expect(report.wrong.map(({ name }) => name)).toEqual(['x[17]']);
      expect([report.evaluations, report.agreed, report.detectable]).toEqual([
        plain.evaluations,
        plain.agreed,
        plain.detectable,
      ]);
    }
    expect(ofF.wrong[0].numeric / unit).toBe(plain.wrong[0].numeric);
    expect(ofX.wrong[0].numeric * unit).toBe(plain.wrong[0].numeric);
  });
});

describe.each(Object.entries(LAYERS))('the layer %s', (_, { F, vjp }) => {
  const of = ({ verdict, findings, evaluations, vjpEvaluations, entries }: LayerReport) => ({
    verdict,
    kinds: findings.map(({ kind, role }) => [kind, role]),
    calls: [evaluations, vjpEvaluations],
    entries: entries.map(({ name, verdict, relativeError }) => [name, verdict, relativeError]),
  });

  // a term without v has no unit of y
  const isMultiple = vjp(ON_LAYERS, [0, 0, 0]).every((s) => !(Math.abs(s) > 0));

  it.each(UNITS)('is the same in another unit of y, and of x (%d)', (unit) => {
    for (const full of [true, false]) {
      const plain = of(diagnoseVjp(F, vjp, ON_LAYERS, { full }));
      const ofY = diagnoseVjp(
        (p: number[]) => F(p).map((y) => unit * y),
        (p, v: number[]) =>
          vjp(
            p,
            v.map((weight) => unit * weight),
          ),
        ON_LAYERS,
        { full },
      );
      if (isMultiple) expect(of(ofY)).toEqual(plain);
      const ofX = diagnoseVjp(
        (p: number[]) => F(p.map((v) => v / unit)),
        (p, v: number[]) =>
          vjp(
            p.map((each) => each / unit),
            v,
          ).map((s) => s / unit),
        ON_LAYERS.map((v) => v * unit),
        { full },
      );
      expect(of(ofX)).toEqual(plain);
    }
  });
});
