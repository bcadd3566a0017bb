import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { dotProducts } from '@/lessons/taylor/dot-product.ts';
import { fields, taylorOf } from '@/lessons/taylor/model.ts';
import { limits, ratios } from '@/lessons/taylor/numbers.ts';
import { fields as pairFields } from '@/lessons/taylor/pair.ts';

describe('the remainders of a smooth loss', () => {
  it('fall with the powers 1, 2 and 3 where gradient and Hessian are right', () => {
    const { slopes, verdict } = taylorOf(initialState(fields));
    expect(verdict).toBe('pass');
    for (const [order, slope] of slopes.entries()) expect(slope).toBeCloseTo(order + 1, 1);
  });

  it.each([1, 0.1, 1e-2, 1e-4, 1e-6])(
    'show an error of %d in the gradient as a slope of 1, with a Hessian or not',
    (size) => {
      const { slopes, verdict } = taylorOf({ planted: 'gradient', size });
      expect(verdict).toBe('fail');
      expect(slopes[1]).toBeCloseTo(1, 0);
    },
  );

  it.each([1, 0.1, 1e-3])('show an error of %d in the Hessian as a slope of 2, and clear the gradient', (size) => {
    const { slopes, verdict } = taylorOf({ planted: 'hessian', size });
    expect(verdict).toBe('fail');
    expect(slopes[1]).toBeCloseTo(2, 1);
    expect(slopes[2]).toBeCloseTo(2, 1);
  });

  it('let an error far below the curvature pass', () => {
    expect(taylorOf({ planted: 'gradient', size: 1e-8 }).verdict).toBe('pass');
  });
});

describe('the dot products of the time step', () => {
  const initial = initialState(pairFields);

  it.each([
    ['right', 'no', 'pass', []],
    ['right', 'yes', 'pass', []],
    ['vjp', 'no', 'fail', []],
    ['vjp', 'yes', 'fail', ['vjp']],
    ['both', 'no', 'pass', []],
    ['both', 'yes', 'fail', ['jvp', 'vjp']],
  ] as const)('of the pair “%s”, held to F: %s, %s', (pair, held, verdict, wrong) => {
    const test = dotProducts({ ...initial, pair, held });
    expect([test.verdict, test.wrong]).toEqual([verdict, wrong]);
  });
});

describe('the tables of the chapter', () => {
  it('have a halving divide the remainders by 4 and 8, and by about 2 where the gradient is wrong', () => {
    for (const { first, second, spoilt } of ratios) {
      expect(first).toBeCloseTo(4, 1);
      expect(second).toBeCloseTo(8, 1);
      expect(spoilt).toBeLessThan(2.1);
    }
    expect(ratios.at(-1)!.spoilt).toBeCloseTo(2, 1);
  });

  it('end with an error that is not seen', () => {
    expect(limits.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'fail', 'pass']);
  });
});
