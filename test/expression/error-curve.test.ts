import { describe, expect, it } from 'vitest';
import type { ErrorCurve } from '@/expression/run/error-curve.ts';
import { formulaOf, processorTime } from './helpers.ts';

function seriesOf(curve: ErrorCurve) {
  if (!curve.ok) throw new Error(curve.reason);
  return Object.fromEntries(curve.series.map(({ scheme, points }) => [scheme, points]));
}

const errorAt = (points: readonly { step: number; error: number }[]) => points.map(({ error }) => error);

describe('the error curve of a formula', () => {
  const formula = formulaOf('sin(x)*exp(y) + log(1+z^2)');
  const point = { x: 1, y: 0.5, z: 2 };

  it('has 50 steps for each of the four schemes', () => {
    const series = seriesOf(formula.errorCurve(point));
    expect(Object.keys(series)).toEqual(['forward', 'central', 'five-point', 'complex-step']);
    expect(series.central).toHaveLength(50);
  });

  it('falls with the order of the scheme where truncation rules', () => {
    // halving the step divides the error by 2, 4 and 16: orders 1, 2 and 4
    const series = seriesOf(formula.errorCurve(point, { steps: [2e-2, 1e-2] }));
    const ratio = (name: string) => errorAt(series[name])[0] / errorAt(series[name])[1];
    expect(ratio('forward')).toBeCloseTo(2, 1);
    expect(ratio('central')).toBeCloseTo(4, 1);
    expect(ratio('five-point')).toBeCloseTo(16, 0);
    expect(ratio('complex-step')).toBeCloseTo(4, 1);
  });

  it('grows towards small steps where round-off rules, but not for the complex step', () => {
    const series = seriesOf(formula.errorCurve(point, { steps: [1e-12, 1e-6] }));
    expect(errorAt(series.central)[0]).toBeGreaterThan(1e3 * errorAt(series.central)[1]);
    expect(errorAt(series['complex-step'])[0]).toBeLessThan(1e-15);
  });

  it('in single precision is best at larger steps, and has no complex step', () => {
    const series = seriesOf(formula.errorCurve(point, { precision: 'float32', steps: [1e-6, 1e-2] }));
    expect(errorAt(series.central)[0]).toBeGreaterThan(10 * errorAt(series.central)[1]);
    expect(series['complex-step']).toBeUndefined();
  });

  it('names the element that has no truth, and the functions that have no complex step', () => {
    expect(formulaOf('abs(x) + y').errorCurve({ x: 0, y: 1 })).toEqual({ ok: false, reason: 'kink', element: 'x' });
    expect(formulaOf('sum(w)').errorCurve({ w: [1, Number.NaN, 2] })).toMatchObject({ ok: false, element: 'w[1]' });
    expect(formulaOf('abs(x)').errorCurve({ x: 1 })).toMatchObject({
      left: [{ scheme: 'complex-step', functions: ['abs'] }],
      scale: 1,
    });
  });

  it('of four elements is drawn well within a second', () => {
    const draw = () => formulaOf('log(sum(exp(w)))', { w: 4 }).errorCurve({ w: [1, 2, 3, 4] });
    expect(processorTime(draw)).toBeLessThan(500);
  });
});
