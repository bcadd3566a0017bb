import { describe, expect, it } from 'vitest';
import { fitOrder } from '@/lessons/secant/order.ts';

describe('the fit of an order', () => {
  const points = (power: number) =>
    Array.from({ length: 12 }, (_, i) => ({ step: 10 ** (-i / 4), error: 3 * 10 ** ((-i / 4) * power), roundOff: 0 }));

  it('finds the exponent of a power law', () => {
    expect(fitOrder(points(3), 1)!.slope).toBeCloseTo(3, 10);
  });

  it('is silent where rounding explains the errors', () => {
    expect(
      fitOrder(
        points(2).map((p) => ({ ...p, roundOff: p.error })),
        1,
      ),
    ).toBeNull();
  });
});
