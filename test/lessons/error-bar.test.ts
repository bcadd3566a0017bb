import { describe, expect, it } from 'vitest';
import { FLOAT32_FLOOR, RELATIVE_FLOOR } from '@/checker/defaults.ts';
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { Gradient, Loss, Point } from '@/checker/types.ts';
import { gradientOf, measured } from '@/lessons/error-bar/measured.ts';
import { noiseModel } from '@/lessons/error-bar/noise.ts';
import { ratioModel } from '@/lessons/error-bar/ratio.ts';
import { SUBJECT_IDS, subjectOf } from '@/lessons/error-bar/subjects.ts';
import { termsModel } from '@/lessons/error-bar/terms.ts';
import { toleranceModel } from '@/lessons/error-bar/tolerance.ts';
import { valleyModel } from '@/lessons/error-bar/valley.ts';
import { problemOf } from '@/lessons/step-size/problem.ts';

describe.each(SUBJECT_IDS)('the measurement of %s', (id) => {
  it('is that of the report: slope, error bar, step, tolerance and floor', () => {
    const { example, precision } = subjectOf(id);
    const { f, x } = problemOf(example, precision);
    const report = diagnoseGradient(f as Loss<Point>, gradientOf(id) as Gradient<Point>, x);
    const [element] = report.elements;
    const { slope, floor, noise } = measured[id];
    expect([slope.value, slope.errorBar, slope.step]).toEqual([element.numeric, element.errorBar, element.step]);
    expect([floor, noise]).toEqual([report.relativeFloor, report.noise]);
    const { bars, wobble } = toleranceModel({ f: id as 'double', error: 0 }, measured);
    const size = Math.max(Math.abs(element.analytic), Math.abs(element.numeric));
    expect(bars + wobble + floor * size).toBe(element.tolerance);
  });
});

describe('the ratio of halved steps', () => {
  it('is four for a smooth f, and the combination of two steps is far better than either', () => {
    const { ratios, combined, exact, rows } = ratioModel({ f: 'double', h: 0.1 });
    for (const ratio of ratios) expect(ratio).toBeCloseTo(4, 2);
    expect(Math.abs(combined - exact)).toBeLessThan(Math.abs(rows[1].slope - exact) / 1000);
  });

  it('is anything but four where rounding is larger than truncation', () => {
    const { ratios } = ratioModel({ f: 'single', h: 1e-3 });
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio - 4)))).toBeGreaterThan(1);
  });
});

describe('the terms of Taylor’s series', () => {
  it('are read from five values, and foretell the one left out on the careful side', () => {
    const { measured: found, terms, estimate, truth } = termsModel({ f: 'double', h: 0.1 }, measured);
    found.terms.forEach((term, i) => {
      expect(term / terms[i]).toBeGreaterThan(0.95);
      expect(term / terms[i]).toBeLessThan(1.05);
    });
    expect(estimate).toBeGreaterThan(truth);
    expect(estimate).toBeLessThan(100 * truth);
  });
});

describe('the noise', () => {
  const deviation = (f: 'double' | 'single' | 'offset', apart: number) => noiseModel({ f, apart }).deviation;

  it('is what a parabola leaves over, the same at every short distance, until f is no parabola any more', () => {
    const found = [1e-14, 1e-13, 1e-12, 1e-11].map((apart) => deviation('double', apart));
    for (const one of found) expect(one / measured.double.noise).toBeGreaterThan(0.2);
    for (const one of found) expect(one / measured.double.noise).toBeLessThan(5);
    expect(deviation('double', 1e-3)).toBeGreaterThan(1e4 * measured.double.noise);
  });

  it('does not show in float32 where the points are closer than its numbers', () => {
    expect(deviation('single', 1e-14)).toBe(0);
    expect(deviation('single', 1e-4) / measured.single.noise).toBeGreaterThan(0.2);
  });
});

describe('the valley of the error bar', () => {
  it.each(['double', 'single'] as const)(
    'bounds the true error of %s at every step: by eight bars, mostly by two',
    (f) => {
      const { curve } = valleyModel({ f }, measured);
      expect(curve.filter(({ error, bar }) => error > 8 * bar)).toEqual([]);
      expect(curve.filter(({ error, bar }) => error <= 2 * bar).length).toBeGreaterThan(0.9 * curve.length);
    },
  );

  it('means nothing where the step leaps over whole waves, which the short step is there to see', () => {
    const { curve } = valleyModel({ f: 'wave' }, measured);
    expect(curve.filter(({ step, error, bar }) => step < 1e-3 && error > 8 * bar)).toEqual([]);
    expect(curve.some(({ step, error, bar }) => step > 1e-2 && error > 8 * bar)).toBe(true);
  });

  it('has its kept step where the report took its slope', () => {
    const { taken } = valleyModel({ f: 'wave' }, measured);
    expect(taken.length).toBe(measured.wave.tried.length);
    expect(taken[taken.length - 1].value).toBe(measured.wave.slope.value);
  });
});

describe('the tolerance', () => {
  it('is the floor where f is smooth and in double precision, and the bars where it is not', () => {
    const double = toleranceModel({ f: 'double', error: 1e-8 }, measured);
    expect(double.floor).toBeGreaterThan(1000 * double.bars);
    const offset = toleranceModel({ f: 'offset', error: 1e-8 }, measured);
    expect(offset.bars).toBeGreaterThan(1000 * offset.floor);
    expect([measured.double.floor, measured.single.floor]).toEqual([RELATIVE_FLOOR, FLOAT32_FLOOR]);
  });

  it('gives each of the three verdicts', () => {
    const verdict = (f: 'double' | 'huge', error: number) => toleranceModel({ f, error }, measured).verdict;
    expect(verdict('double', 1e-8)).toBe('pass');
    expect(verdict('double', 1e-6)).toBe('fail');
    expect(verdict('huge', 1e-6)).toBe('inconclusive');
  });
});
