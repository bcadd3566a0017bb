import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { approachOf, fields, stepMeant, traceDrawing, windowDrawing } from '@/lessons/secant/approach.ts';

const approach = (h: number, scheme = fields.scheme.initial) => approachOf({ ...initialState(fields), h, scheme });
/** Every step of the figure, by its decimal logarithm. */
const steps = fc.double({ min: -16, max: 0, noNaN: true }).map((exponent) => Number((10 ** exponent).toPrecision(3)));

describe('the window that closes in with the neighbour', () => {
  it('means the step that it shows: a neighbour left where it stands stays there', () => {
    fc.assert(
      fc.property(steps, (h) => {
        expect(stepMeant(approach(h), h)).toBe(h);
      }),
    );
  });

  it('keeps the neighbour inside, nearer to x the smaller the step', () => {
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map((h) => h / approach(h).reach);
        expect(near).toBeGreaterThan(0);
        expect(far).toBeLessThan(1);
        expect(near).toBeLessThanOrEqual(far);
      }),
    );
  });

  it('takes a quarter of a decade for a key press', () => {
    const at = approach(1e-5);
    expect(Math.log10(stepMeant(at, 1e-5 + at.keyStep) / 1e-5)).toBeCloseTo(0.25, 2);
  });

  it('shows the staircase of doubles at the end: few values where there were many', () => {
    const values = (h: number) => new Set(windowDrawing(approach(h)).series[0].points.map(([, y]) => y)).size;
    expect(values(1e-3)).toBeGreaterThan(90);
    expect(values(1e-16)).toBeLessThan(30);
  });
});

describe('the error curve drawn by the drag', () => {
  it('has come as far as the step, with the error there', () => {
    fc.assert(
      fc.property(steps, (h) => {
        const at = approach(h, 'central');
        const [, trace] = traceDrawing(at).series;
        expect(trace.points[0]).toEqual([h, at.model.chosen.error]);
        expect(trace.points.every(([step]) => step >= h)).toBe(true);
      }),
    );
  });
});
