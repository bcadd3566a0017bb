import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluator, Halt } from '@/checker/point/evaluator.ts';
import { directionLine, elementLine, exactScale, realiseStep, withPrecision } from '@/checker/slope/line.ts';
import { BFLOAT16, evenly, FLOAT32, FLOAT64, type Precision } from '@/checker/slope/precision.ts';

/** Away from the powers of two: beyond one the numbers are half as dense. */
const mantissas = fc.double({ min: 1.25, max: 1.75, noNaN: true });
const powers = (min: number, max: number) => fc.integer({ min, max }).map((k) => 2 ** k);
const spare = () => 1;

/** A point and the points at which f is evaluated; f is the sum. */
function around(x: readonly number[], precision: Precision = evenly(0), budget = 100) {
  const seen: number[][] = [];
  const values = Float64Array.from(x);
  const f = (p: Float64Array) => {
    seen.push([...p]);
    return p.reduce((a, b) => a + b, 0);
  };
  const evaluator = createEvaluator(f, Float64Array.from(x), budget, undefined);
  return { seen, values, surroundings: { evaluator, values, value: x.reduce((a, b) => a + b, 0), precision } };
}
const element = (index: number, narrow = false) => ({ index, name: 'w', scale: 2, reach: 3, narrow });

describe('a realised step', () => {
  it.each([FLOAT64, FLOAT32])('moves x exactly, both ways and twice, and is the nearest such: $name', (grid) => {
    fc.assert(
      fc.property(mantissas, mantissas, powers(-20, 20), powers(-18, -4), (mantissa, length, size, share) => {
        const spacing = size * grid.unit;
        const x = Math.round((mantissa * size) / spacing) * spacing;
        const step = length * share * size * (1 / 2);
        const h = realiseStep(x, step, grid.unit);
        for (const moved of [x + h, x - h, x + 2 * h, x - 2 * h]) expect(moved % spacing === 0).toBe(true);
        expect(x + 2 * h - x).toBe(2 * h);
        expect(Math.abs(h - step)).toBeLessThanOrEqual(spacing / 2);
      }),
    );
  });

  it('is 0 where the step is lost beside x, and as it is where x is the smallest of numbers', () => {
    expect(realiseStep(1e9, 1e-9, FLOAT64.unit)).toBe(0);
    expect(realiseStep(0, 5e-320, FLOAT64.unit)).toBe(5e-320);
  });
});

describe('the exact scale of a direction', () => {
  it.each([FLOAT64, FLOAT32, BFLOAT16])('moves x exactly at every step that is a power of two: $name', (grid) => {
    const shortest = grid === FLOAT64 ? 40 : grid.bits >> 1;
    const round = (v: number) => Math.round(v / grid.unit) * grid.unit;
    fc.assert(
      fc.property(mantissas, fc.double({ min: 2 ** -8, max: 0.2, noNaN: true }), (v, scale) => {
        const x = round(v);
        const length = exactScale(x, scale, grid);
        expect(length).toBeGreaterThan(0);
        for (let step = length; step >= length * 2 ** -shortest; step /= 2)
          if (step < 0.25) for (const moved of [x + step, x - step]) expect(round(moved)).toBe(moved);
      }),
    );
  });

  it('is the scale asked for, up to the rounding of x', () => {
    expect(exactScale(1, 0.7, FLOAT64)).toBeCloseTo(0.7, 3);
  });
});

describe('the line along an element', () => {
  it('moves that element alone, and puts it back', () => {
    const { seen, values, surroundings } = around([1, 2, 3]);
    const line = elementLine(surroundings, element(1), spare);
    expect([line.at(0.5), line.at(0), line.value]).toEqual([6.5, 6, 6]);
    expect(seen).toEqual([
      [1, 2.5, 3],
      [1, 2, 3],
    ]);
    expect([...values]).toEqual([1, 2, 3]);
  });

  it('puts it back where the evaluations end, and leaves -0 as it is', () => {
    const { seen, values, surroundings } = around([-0, 2], evenly(0), 1);
    const line = elementLine(surroundings, element(0), spare);
    line.at(0);
    expect(Object.is(seen[0][0], -0)).toBe(true);
    expect(() => line.at(1)).toThrow(Halt);
    expect(Object.is(values[0], -0)).toBe(true);
  });

  it('has steps of several spacings of x at least, and of its scale where x is 0', () => {
    const { surroundings } = around([1000, 0]);
    const { smallest } = elementLine(surroundings, element(0), spare);
    expect(smallest / (1000 * Number.EPSILON)).toBe(8);
    expect(elementLine(surroundings, element(1), spare).smallest).toBe(2 * 2 ** -60);
  });

  it('steps on float32 where the element or f is one, and tells how far a rounded argument lies from x', () => {
    const { surroundings } = around([1.5, 0.1]);
    const line = elementLine(surroundings, element(0, true), spare);
    expect(Math.fround(1.5 + line.realise(1e-4))).toBe(1.5 + line.realise(1e-4));
    expect(line.blur).toBe(0);
    const rounded = around([0.1], evenly(0, FLOAT32)).surroundings;
    const { blur } = elementLine(rounded, element(0), spare);
    expect(blur).toBeGreaterThanOrEqual(Math.abs(0.1 - Math.fround(0.1)));
    expect(blur).toBeCloseTo(0.1 * 2 ** -24, 15);
  });
});

describe('the line along a direction', () => {
  it('moves the elements of its span by the step times the direction, and no other', () => {
    const { seen, values, surroundings } = around([1, 2, 3, 4]);
    const line = directionLine(surroundings, Float64Array.of(2, -4), 1, FLOAT64, spare);
    line.at(0.25);
    line.at(-0.25);
    expect(seen).toEqual([
      [1, 2.5, 2, 4],
      [1, 1.5, 4, 4],
    ]);
    expect([...values]).toEqual([1, 2, 3, 4]);
  });

  it('takes powers of two as steps', () => {
    const line = directionLine(around([1]).surroundings, Float64Array.of(1), 0, FLOAT64, spare);
    expect([line.realise(0.1), line.realise(0.2), line.realise(1)]).toEqual([0.125, 0.25, 1]);
    expect(line.smallest).toBe(2 ** -40);
  });

  it('is blurred where f rounds some element of x to a shorter format', () => {
    const blurOf = (x: number) =>
      directionLine(around([x], evenly(0, FLOAT32)).surroundings, Float64Array.of(1), 0, FLOAT32, spare).blur;
    expect([blurOf(0.5), blurOf(0.1)]).toEqual([0, 2 ** -24]);
  });
});

it('a line may be taken to be of another precision, and stays the line that it is', () => {
  const { surroundings } = around([1]);
  const line = elementLine(surroundings, element(0), spare);
  const changed = withPrecision(line, { noise: 0.5 });
  expect(changed.precision).toEqual({ ...line.precision, noise: 0.5 });
  expect(changed.at).toBe(line.at);
});
