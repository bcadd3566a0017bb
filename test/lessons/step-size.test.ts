import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logspace, numericalGradient, type Scheme, stepSizeSweep } from '@/checker/index.ts';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { sineExponential } from '@/examples/functions/notebook.ts';
import { fastWave, largeArgument, largeOffset, parabola } from '@/examples/functions/step-size.ts';
import { stepSizeExamples } from '@/examples/index.ts';
import { initialState } from '@/input/url-state.ts';
import {
  clampStep,
  curvesOf,
  fields,
  NOTEBOOK_STEPS,
  readingsOf,
  type State,
  stepsOf,
} from '@/lessons/step-size/model.ts';
import { SCHEME_LIST, sweep } from '@/lessons/step-size/schemes.ts';
import { theory, truncationAt } from '@/lessons/step-size/theory.ts';
import { workingOf } from '@/lessons/step-size/working.ts';

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
    expect(curvesOf(set({ all: true })).curves.map(({ scheme }) => scheme)).toEqual(SCHEME_LIST.map(({ id }) => id));
  });
});

describe('the theory beside them', () => {
  it.each(differences)(
    'gives the truncation of %s differences to a percent, where truncation is all there is',
    (scheme) => {
      const step = scheme === 'five-point' ? 3e-2 : 1e-3;
      const [{ error }] = sweep(sineExponential, scheme, 'float64', [step]);
      expect(truncationAt(theory(sineExponential, scheme, 'float64'), step) / error).toBeCloseTo(1, 2);
    },
  );

  it('bounds the round-off: below the best step no error is above it by more than the error of x + h', () => {
    const { roundOff } = theory(sineExponential, 'central', 'float64');
    const left = sweep(sineExponential, 'central', 'float64', logspace(-14, -7, 200));
    // The bound is for one rounding of f; sin, exp and their product round three times.
    for (const { step, error } of left) expect(error).toBeLessThan((3 * roundOff) / step);
    expect(left.some(({ step, error }) => error > (0.2 * roundOff) / step)).toBe(true);
  });

  it('predicts (3ε|f|/|f‴|)^⅓ for the central difference', () => {
    const { predicted } = theory(sineExponential, 'central', 'float64');
    const [a, b] = pureDerivatives(sineExponential.over, sineExponential.x, 3);
    const third = Math.hypot(a, b) / Math.SQRT2;
    expect(predicted).toBeCloseTo(Math.cbrt((3 * 2 ** -53 * sineExponential.f(sineExponential.x)) / third), 15);
  });

  it.each([
    ['sine-exponential', sineExponential],
    ['large-offset', largeOffset],
    ['large-argument', largeArgument],
  ])('predicts the valley of %s within a factor of ten, wherever it lies', (id, example) => {
    for (const scheme of differences) {
      const { best } = curvesOf(set({ function: id, scheme }));
      const { predicted } = theory(example, scheme, 'float64');
      expect(Math.abs(Math.log10(predicted! / best!.step))).toBeLessThan(1);
    }
  });

  it('leaves out the rounding of x ± h, which rules the left arm of the fast wave alone', () => {
    const ratios = stepSizeExamples.map((e) => [e.id, theory(e, 'central', 'float64').roundingOfX > 3] as const);
    expect(ratios.filter(([, rules]) => rules).map(([id]) => id)).toEqual([fastWave.id]);
    const { roundOff } = theory(fastWave, 'central', 'float64');
    const left = sweep(fastWave, 'central', 'float64', logspace(-13, -10, 50));
    expect(left.filter(({ step, error }) => error > (3 * roundOff) / step).length).toBeGreaterThan(40);
  });

  it('predicts no best step where there is no truncation', () => {
    expect(theory(parabola, 'central', 'float64').predicted).toBeUndefined();
    expect(theory(parabola, 'forward', 'float64').predicted).toBeDefined();
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

describe('the arithmetic of a point', () => {
  it.each(differences)("ends in the checker's own quotient for %s differences, in double and in single", (scheme) => {
    for (const [i, h] of [
      [0, 1e-5],
      [1, 1e-10],
    ]) {
      const working = workingOf(sineExponential, scheme, 'float64', h, i);
      expect(working.quotient.value).toBe(
        numericalGradient(sineExponential.f, [...sineExponential.x], { scheme, step: h })[i],
      );
    }
  });

  it('strikes out the digits that all values share, and no more', () => {
    const { values, cancelled, difference } = workingOf(sineExponential, 'central', 'float64', 1e-5, 0);
    const [above, below] = values.map(({ text }) => text);
    expect(values.map(({ label }) => label)).toEqual(['f(x + h)', 'f(x − h)']);
    expect(Number(above)).toBe(values[0].value);
    expect(above.slice(0, values[0].same)).toBe(below.slice(0, values[1].same));
    expect(above[values[0].same]).not.toBe(below[values[0].same]);
    expect(cancelled).toBe(5);
    expect(difference?.value).toBe(values[0].value - values[1].value);
  });

  it('loses more digits the smaller the step, and all of them where the step is lost beside x', () => {
    const lost = [1e-2, 1e-6, 1e-10, 1e-14].map(
      (h) => workingOf(sineExponential, 'central', 'float64', h, 1).cancelled,
    );
    expect([...lost].sort((a, b) => a - b)).toEqual(lost);
    const gone = workingOf(largeArgument, 'central', 'float64', 1e-12, 0);
    expect(gone).toMatchObject({ cancelled: 17, lost: true });
    expect(gone.quotient.value).toBe(0);
  });

  it('knows nine digits in float32 and loses most of them at 1e-5', () => {
    const { digits, cancelled } = workingOf(sineExponential, 'central', 'float32', 1e-5, 0);
    expect(digits).toBe(9);
    expect(cancelled).toBeGreaterThanOrEqual(5);
  });

  it('subtracts nothing in the complex step', () => {
    const working = workingOf(sineExponential, 'complex-step', 'float64', 1e-14, 0);
    expect(working.combination).toBeUndefined();
    expect(working.cancelled).toBe(0);
    expect(working.error).toBeLessThan(2e-16);
  });
});
