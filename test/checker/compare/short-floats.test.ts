/** float16 and bfloat16 by their digits: numbers that few bits can hold, and numbers that only look so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compareGradients } from '../../../src/checker/index.ts';

const toBits = (bits: number) => (value: number) => {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - bits);
  return unit * Math.round(value / unit);
};
const printed = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(5)));
const generic = [1.4731, -2.2318, 2.7042, 4.1273, -0.1439, 1.9714, 0.8713, -3.1732];

const kinds = (analytic: readonly number[], numeric: readonly number[], options: CompareOptions = {}) => {
  const { verdict, findings } = compareGradients(printed(analytic), printed(numeric), { digits: 5, ...options });
  return { verdict, kind: findings[0]?.kind };
};

describe('short floats', () => {
  it.each([
    [8, 'bfloat16'],
    [11, 'float16'],
  ] as const)('of %i bits are recognised from printed digits, and a right gradient called right', (bits, kind) => {
    const round = toBits(bits);
    const other = generic.map((slope, i) => round(slope * (1 + (i % 3 === 0 ? 2 ** -bits : 0))));
    expect(kinds(generic.map(round), other)).toEqual({ verdict: 'pass', kind });
  });

  it('say nothing of errors beyond a few units of their last place', () => {
    const round = toBits(8);
    const off = generic.map((slope, i) => round(slope * (1 + 0.1 * Math.sin(3 * i))));
    expect(kinds(generic.map(round), off)).toEqual({ verdict: 'inconclusive', kind: 'bfloat16' });
  });

  it('still show a factor of two', () => {
    const round = toBits(8);
    expect(
      kinds(
        generic.map((slope) => 2 * round(slope)),
        generic.map(round),
      ),
    ).toEqual({
      verdict: 'fail',
      kind: 'factor-two',
    });
  });

  it('are not seen in round numbers, nor in whole ones', () => {
    const off = [0.5, 0.25, -1.5, 2, 4, -8, 0.75, 3];
    expect(kinds([0.5, 0.375, -1.25, 3, 4, -7, 0.125, 5], off).kind).not.toMatch(/float16/);
    expect(kinds([1, 2, 3, 5, 8, 13], [2, 3, 5, 7, 11, 14]).kind).not.toMatch(/float16/);
  });

  it('are not seen in random numbers, however they are printed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true })),
          {
            minLength: 4,
            maxLength: 30,
          },
        ),
        (pairs) => {
          const { findings } = compareGradients(
            printed(pairs.map(([slope, error]) => slope + error)),
            printed(pairs.map(([slope]) => slope)),
            { digits: 5 },
          );
          return findings.every(({ kind }) => kind !== 'bfloat16' && (kind !== 'float16' || pairs.length < 4));
        },
      ),
      { numRuns: 200 },
    );
  });
});
