import { describe, expect, it } from 'vitest';
import { logspace, type Scheme } from '@/checker/index.ts';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { fastWave, largeArgument, largeOffset, parabola } from '@/examples/functions/step-size.ts';
import { stepSizeExamples } from '@/examples/index.ts';
import { initialState } from '@/input/url-state.ts';
import { curvesOf } from '@/lessons/step-size/model.ts';
import { fields, type State } from '@/lessons/step-size/state.ts';
import { sweep } from '@/lessons/step-size/sweep.ts';
import { theory, truncationAt } from '@/lessons/step-size/theory.ts';

const set = (change: Partial<State> = {}): State => ({ ...initialState(fields), ...change });
const differences: Scheme[] = ['forward', 'central', 'five-point'];

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
