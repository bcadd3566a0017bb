import { describe, expect, it } from 'vitest';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { initialState } from '@/input/url-state.ts';
import { DIFFERENCES } from '@/lessons/differences/schemes.ts';
import { CURVES } from '@/lessons/secant/curves.ts';
import { secantModel } from '@/lessons/secant/model.ts';
import { fields, type State } from '@/lessons/secant/state.ts';

const model = (change: Partial<State> = {}) => secantModel({ ...initialState(fields), ...change });
const slopeOf = (change: Partial<State>) => model(change).chosen;

describe('the secant figure', () => {
  it.each(DIFFERENCES)("shows the checker's own %s difference, to the last bit", (scheme) => {
    for (const { id, f, x } of CURVES) {
      for (const step of [1, 0.3, 1e-2, 1e-5, 1e-9]) {
        const at = x[0] + 0.3 * (x[1] - x[0]);
        const { slope } = slopeOf({ curve: id, scheme, x: at, h: step });
        expect(slope).toBe(numericalGradient(f, at, { scheme, step }));
      }
    }
  });

  it('measures the orders 1, 2 and 4 off the errors of a smooth curve', () => {
    // The orders are those of Taylor's theorem; the sweep knows nothing of them.
    for (const curve of ['sine', 'exponential', 'steep'] as const) {
      const { slopes } = model({ curve, x: curve === 'steep' ? 0.05 : 0.6 });
      for (const { order, fit } of slopes) expect(Math.abs(fit!.slope - order)).toBeLessThan(0.1);
    }
  });

  it('measures order 2 for the forward difference where the second derivative is 0', () => {
    // sin'' 0 = 0, so the first term left is h² f'''/6.
    expect(slopeOf({ x: 0 }).fit!.slope).toBeCloseTo(2, 1);
  });

  it('finds no truncation error in the five-point slope of a cubic', () => {
    const { chosen, regime } = model({ curve: 'cubic', scheme: 'five-point', h: 0.5 });
    expect(chosen.fit).toBeNull();
    expect(regime).toBe('exact');
    expect(chosen.error).toBeLessThan(1e-14);
  });

  it('has the error h² exactly for the central slope of x³ − x', () => {
    // ((x+h)³ − (x−h)³) / 2h = 3x² + h².
    expect(slopeOf({ curve: 'cubic', scheme: 'central', x: 0.6, h: 0.1 }).error).toBeCloseTo(0.01, 12);
  });

  it.each([
    [0.5, 'truncation'],
    [1e-11, 'round-off'],
    [1e-16, 'collapsed'],
  ] as const)('says what happens to sin at x = 1.2 for h = %d: %s', (h, regime) => {
    expect(model({ x: 1.2, h }).regime).toBe(regime);
  });

  it('sees x + h round to x, and the slope become 0', () => {
    const { rounding, chosen } = model({ x: 1.2, h: 1e-16 });
    expect(rounding.taken).toBe(0);
    expect(rounding.gap).toBe(Number.EPSILON); // the gap between doubles from 1 to 2
    expect(chosen.slope).toBe(0);
  });

  it('draws the secant through the points of the curve it was made from', () => {
    const { line, points } = model({ scheme: 'central', h: 0.7 });
    for (const [x, y] of points) expect(line.through[1] + line.slope * (x - line.through[0])).toBeCloseTo(y, 12);
  });

  it('blends two chords into the five-point slope: 4/3 of the near one less 1/3 of the far one', () => {
    const { chords, line } = model({ scheme: 'five-point', h: 0.7 });
    expect((4 * chords[0].slope - chords[1].slope) / 3).toBeCloseTo(line.slope, 12);
  });

  it('keeps x on the curve that is shown', () => {
    expect(model({ curve: 'steep', x: 4 }).x).toBe(1.25);
  });

  it('measures what half the step leaves of the error', () => {
    expect(slopeOf({ scheme: 'central', h: 0.01 }).halved).toBeCloseTo(1 / 4, 3);
  });
});
