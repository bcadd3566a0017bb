import { describe, expect, it } from 'vitest';
import { normalData } from '@/examples/random.ts';
import { initialState } from '@/input/url-state.ts';
import { kinksModel } from '@/lessons/kinks/model.ts';
import { kinkNear, withinStep } from '@/lessons/kinks/numbers.ts';
import { fields } from '@/lessons/kinks/state.ts';

describe('what the chapter on kinks says', () => {
  it('of 100,000 normal numbers as many as it says lie within a step of 0, counted over a wider band', () => {
    const { vector } = normalData(1);
    const near = vector(100_000).filter((z) => Math.abs(z) <= 0.1).length;
    expect(near / (withinStep * (0.1 / 1e-5))).toBeCloseTo(1, 1);
  });

  it('the numeric slope of a ReLU bends to the true one, which it has from h = distance on downwards', () => {
    const { sweep } = kinksModel(initialState(fields));
    const slopes = sweep.map(({ step, central }) => ({ step, central }));
    for (const { step, central } of slopes) {
      // (x + h) / 2h where the step reaches across, 1 where it does not
      const expected = step <= kinkNear.distance ? 1 : (kinkNear.distance + step) / (2 * step);
      if (step > 1e-10) expect(central).toBeCloseTo(expected, 5);
    }
  });
});
