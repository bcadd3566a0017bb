import { describe, expect, it } from 'vitest';
import { numericalGradient, type Scheme } from '@/checker/index.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { largeArgument } from '@/examples/functions/step-size.ts';
import { workingOf } from '@/lessons/step-size/working.ts';

const differences: Scheme[] = ['forward', 'central', 'five-point'];

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
