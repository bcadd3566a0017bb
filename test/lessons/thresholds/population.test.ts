import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { decode, encode } from '@/lessons/thresholds/cases.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { population } from '@/lessons/thresholds/population.ts';
import { samples } from '@/lessons/thresholds/samples.ts';

const cases = population();
const textbook = thresholdsModel(cases, { rule: 'global', threshold: 1e-5 });

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
