import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logspace, type Scheme, stepSizeSweep } from '@/checker/index.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { stepSizeExamples } from '@/examples/index.ts';
import { initialState } from '@/input/url-state.ts';
import { clampStep, curvesOf, NOTEBOOK_STEPS, readingsOf, stepsOf } from '@/lessons/step-size/model.ts';
import { fields, SCHEME_IDS, type State } from '@/lessons/step-size/state.ts';
import { sweep } from '@/lessons/step-size/sweep.ts';

const { stepSweep } = JSON.parse(readFileSync('test/fixtures/numpy-reference.json', 'utf8'));
const set = (change: Partial<State> = {}): State => ({ ...initialState(fields), ...change });
const differences: Scheme[] = ['forward', 'central', 'five-point'];

describe('the curves of the step size', () => {
  it("are at first the notebook's alone: its function, its 50 steps, the central difference", () => {
    const { curves, best, range } = curvesOf(set());
    expect(curves).toHaveLength(1);
    expect(curves[0].points).toEqual(stepSizeSweep(sineExponential.f, sineExponential.gradient, [1.2, 0.5]));
    expect(curves[0].points.map(({ step }) => step)).toEqual(logspace(-14, -1, 50));
    expect(range).toEqual(NOTEBOOK_STEPS);
    // NumPy's own sweep has its smallest error there: at 3.1e-6.
    const smallest = stepSweep.error.indexOf(Math.min(...stepSweep.error));
    expect(best?.step).toBe(stepSweep.h[smallest]);
    expect(best?.error).toBe(stepSweep.error[smallest]);
  });

  it.each(differences)('are the sweeps of the checker for %s differences of every function', (scheme) => {
    for (const example of stepSizeExamples) {
      const expected = stepSizeSweep(example.f, example.gradient, [...example.x], { scheme, steps: stepsOf(example) });
      expect(curvesOf(set({ function: example.id, scheme })).curves[0].points).toEqual(expected);
    }
  });

  it('have no left arm for the complex step: nothing is subtracted, so nothing cancels', () => {
    for (const { error } of sweep(sineExponential, 'complex-step', 'float64', [1e-14, 1e-100, 1e-300])) {
      expect(error).toBeLessThan(4e-16);
    }
  });

  it('have a far higher valley in float32, a thousand times further to the right', () => {
    const double = curvesOf(set()).best!;
    const single = curvesOf(set({ precision: 'float32' })).best!;
    expect(single.step / double.step).toBeGreaterThan(100);
    expect(single.error / double.error).toBeGreaterThan(1e4);
    expect(curvesOf(set({ precision: 'float32' })).curves.map(({ reference }) => reference === true)).toEqual([
      false,
      true,
    ]);
  });

  it('show all four schemes at once if asked', () => {
    expect(curvesOf(set({ all: true })).curves.map(({ scheme }) => scheme)).toEqual(SCHEME_IDS);
  });
});

describe('the readings', () => {
  it('name the step here, the recommended, the measured best and the predicted one, each with its error', () => {
    const readings = readingsOf(curvesOf(set()), 1e-3);
    expect(readings.map(({ name }) => name)).toEqual(['here', 'notebook', 'measured', 'predicted']);
    expect(readings[1]).toMatchObject({ step: 1e-5, error: stepSweep.errorAtRecommended });
    expect(readings[0].error).toBe(
      stepSizeSweep(sineExponential.f, sineExponential.gradient, [1.2, 0.5], { steps: [1e-3] })[0].error,
    );
  });

  it('keep a step within the figure', () => {
    expect([1e-16, 1e-5, 10].map((h) => clampStep(NOTEBOOK_STEPS, h))).toEqual([1e-14, 1e-5, 1e-1]);
  });
});
