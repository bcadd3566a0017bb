import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { layouts } from '@/charts/axes/layout.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { decode, encode } from '@/lessons/thresholds/cases.ts';
import { hiddenModel } from '@/lessons/thresholds/hidden.ts';
import { bestThreshold, thresholdsModel } from '@/lessons/thresholds/model.ts';
import { pileModel } from '@/lessons/thresholds/piles.ts';
import { population } from '@/lessons/thresholds/population.ts';
import { samples } from '@/lessons/thresholds/samples.ts';

const cases = population();
const textbook = thresholdsModel(cases, { rule: 'global', threshold: 1e-5 });
const element = thresholdsModel(cases, { rule: 'element', threshold: 1e-5 });
const production = thresholdsModel(cases, { rule: 'production', threshold: 1e-5 });

describe('the population of gradients', () => {
  it('has some hundreds of both kinds', () => {
    expect(textbook.counts.right).toBeGreaterThan(100);
    expect(textbook.counts.wrong).toBeGreaterThan(100);
  });

  it('holds right gradients that are right: a small step error at an ordinary point', () => {
    for (const { f, make, x } of samples().filter(({ label }) => label === 'an ordinary point')) {
      expect(gradientCheck(f, make(), x).relativeError).toBeLessThan(1e-7);
    }
  });

  it('is the same each time', () => {
    expect(samples().map(({ x }) => x)).toEqual(samples().map(({ x }) => x));
  });

  it('weighs a few kilobytes on the page', () => {
    expect(gzipSync(encode(cases)).length).toBeLessThan(4000);
  });

  it('comes back from its text with three digits', () => {
    const back = decode(encode(cases));
    expect(back.map(({ label, right, verdict }) => [label, right, verdict])).toEqual(
      cases.map(({ label, right, verdict }) => [label, right, verdict]),
    );
    for (const [i, { global }] of back.entries()) {
      if (Number.isFinite(global)) expect(global).toBeCloseTo(cases[i].global, 2);
      else expect(global).toBe(cases[i].global);
    }
  });
});

describe('a threshold', () => {
  it("makes mistakes on both sides by the notebook's rule", () => {
    expect(textbook.counts.acceptedWrong).toBeGreaterThan(10);
    expect(textbook.counts.rejectedRight).toBeGreaterThan(10);
  });

  it('accepts fewer wrong gradients element by element, and rejects more right ones', () => {
    expect(element.counts.acceptedWrong).toBeLessThan(textbook.counts.acceptedWrong);
    expect(element.counts.rejectedRight).toBeGreaterThan(textbook.counts.rejectedRight);
  });

  it.each(['global', 'element'] as const)('cannot be placed without mistakes: %s', (rule) => {
    const best = bestThreshold(cases, rule)!;
    expect(best.mistakes).toBeGreaterThan(10);
    const { counts } = thresholdsModel(cases, { rule, threshold: best.threshold });
    expect(counts.acceptedWrong + counts.rejectedRight).toBe(best.mistakes);
    for (const threshold of [1e-12, 1e-8, 1e-6, 1e-4, 1e-2, 1]) {
      const other = thresholdsModel(cases, { rule, threshold }).counts;
      expect(other.acceptedWrong + other.rejectedRight).toBeGreaterThanOrEqual(best.mistakes);
    }
  });

  it('is not needed by the production check, which is seldom mistaken', () => {
    expect(production.counts.rejectedRight).toBe(0);
    expect(production.counts.acceptedWrong).toBeLessThan(textbook.counts.acceptedWrong / 10);
    expect(bestThreshold(cases, 'production')).toBeUndefined();
  });

  it('rejects NaN, as the comparison of the notebook does', () => {
    const one = { label: '', right: true, global: Number.NaN, element: 0, bars: 0, verdict: 'pass' } as const;
    expect(thresholdsModel([one], { rule: 'global', threshold: 1 }).judged[0].said).toBe('fail');
  });

  it('counts each gradient once, under its label', () => {
    expect(textbook.labels.reduce((total, { count }) => total + count, 0)).toBe(cases.length);
    expect(textbook.labels.reduce((total, { mistaken }) => total + mistaken, 0)).toBe(
      textbook.counts.acceptedWrong + textbook.counts.rejectedRight,
    );
  });
});

describe('the piles', () => {
  it.each(layouts(0.5))('place every gradient within the drawing: $name', (layout) => {
    for (const { judged } of [textbook, element]) {
      const { dots, frame, radius } = pileModel(judged, layout, { label: '', domain: [1e-14, 1] });
      const places = dots.flatMap((group) => group.places);
      expect(places.length).toBe(cases.length);
      for (const { x, y } of places) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y - radius).toBeGreaterThanOrEqual(frame.plot.top - 1);
        expect(y + radius).toBeLessThanOrEqual(frame.plot.bottom + 1);
      }
    }
  });

  it('put right gradients above the ground and wrong ones below', () => {
    const { dots, ground } = pileModel(textbook.judged, layouts(0.5)[0], { label: '', domain: [1e-14, 1] });
    for (const { right, places } of dots) {
      for (const { y } of places) expect(right ? y < ground : y > ground).toBe(true);
    }
  });
});

describe('a forgotten group beside a large one', () => {
  it('is hidden by one norm: the error is half of its share', () => {
    // ‖0 − b‖ / (2 ‖W‖) = share / 2, for ‖b‖ = share ‖W‖.
    const { global, groups } = hiddenModel(1e-6, 1e-5);
    expect(global.pass).toBe(true);
    expect(global.relativeError / 5e-7).toBeCloseTo(1, 3);
    expect(groups.map(({ name, pass }) => [name, pass])).toEqual([
      ['W', true],
      ['b', false],
    ]);
  });

  it('is seen by the same norm where it is large', () => {
    expect(hiddenModel(0.1, 1e-5).global.pass).toBe(false);
  });
});
