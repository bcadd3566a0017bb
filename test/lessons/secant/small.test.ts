import { describe, expect, it } from 'vitest';
import { cos, sin } from '@/examples/functions/correct-rounding.ts';
import { evaluations } from '@/lessons/secant/numbers.ts';
import { ordersDrawing, ordersOf } from '@/lessons/secant/orders.ts';
import { sidesDrawing, sidesOf } from '@/lessons/secant/sides.ts';
import { stairsOf } from '@/lessons/secant/stairs.ts';

describe('one side and both', () => {
  it("draws each secant with its scheme's slope through the points that it looks at", () => {
    const sides = sidesOf(0.5);
    const { series } = sidesDrawing(sides);
    const slopes = Object.fromEntries(
      series.slice(1).map(({ key, points: [[x0, y0], [x1, y1]] }) => [key, (y1 - y0) / (x1 - x0)]),
    );
    expect(slopes['tangent']).toBeCloseTo(cos(0.6), 12);
    expect(slopes['forward']).toBeCloseTo((sin(1.1) - sin(0.6)) / 0.5, 12);
    expect(slopes['central']).toBeCloseTo(sin(1.1) - sin(0.1), 12);
    expect(sides.gain).toBeGreaterThan(1);
  });
});

describe('a step ten times smaller', () => {
  it('gains 10, 100 and 10,000, as orders 1, 2 and 4 say', () => {
    const orders = ordersOf(0.1);
    expect(orders.map(({ gain }) => Math.round(Math.log10(gain)))).toEqual([1, 2, 4]);
    expect(ordersDrawing(orders, 0.1).series.map(({ label }) => label)).toEqual([
      'forward: slope 1.00',
      'central: slope 2.00',
      'five-point: slope 4.00',
    ]);
  });
});

describe('the digits of two values', () => {
  it('are all those of the double, and more of them cancel the smaller the step', () => {
    const same = [1e-2, 1e-8, 1e-15].map((h) => {
      const { values } = stairsOf(h);
      for (const { value, digits } of values) expect(Number(digits.text)).toBe(value);
      return values[0].digits.same;
    });
    expect([...same].sort((a, b) => a - b)).toEqual(same);
    expect(same[2]).toBeGreaterThan(14);
  });
});

it('n + 1, 2n and 4n evaluations are counted', () => {
  for (const { n, ...counts } of evaluations)
    expect(counts).toEqual({ forward: n + 1, central: 2 * n, 'five-point': 4 * n });
});
