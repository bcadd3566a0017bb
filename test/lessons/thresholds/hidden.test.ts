import { describe, expect, it } from 'vitest';
import { hiddenModel } from '@/lessons/thresholds/hidden.ts';

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
