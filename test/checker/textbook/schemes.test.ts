import { describe, expect, it } from 'vitest';
import { SCHEMES, schemeOf } from '@/checker/textbook/schemes.ts';
import type { Scheme } from '@/checker/types.ts';

describe.each(Object.entries(SCHEMES))('%s differences', (name, { order, offsets, weights, divisor }) => {
  /** The slope of t^k at 0, by steps of 1. */
  const slopeOf = (k: number) => offsets.reduce((sum, offset, i) => sum + weights[i] * offset ** k, 0) / divisor;

  it(`are exact for powers up to ${order}, and not for the next`, () => {
    for (let k = 0; k <= order; k++) expect(slopeOf(k)).toBe(k === 1 ? 1 : 0);
    expect(slopeOf(order + 1)).not.toBe(0);
    expect(schemeOf(name as Scheme).order).toBe(order);
  });
});
