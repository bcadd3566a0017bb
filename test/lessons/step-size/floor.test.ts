import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '@/lessons/step-size/failures.ts';
import { floorDrawing, floorOf } from '@/lessons/step-size/floor.ts';
import { predicted, taken } from '@/lessons/step-size/numbers.ts';

describe('the floor between the arms', () => {
  it('has its best step where the theory of the large figure has it', () => {
    expect(floorOf(1).best).toBeCloseTo(predicted, 15);
  });

  it('moves with the cube root of κ, its error with the power two thirds', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e4, noNaN: true }), (kappa) => {
        expect(floorOf(kappa).best / floorOf(1).best).toBeCloseTo(Math.cbrt(kappa), 9);
        expect(floorOf(kappa).error / floorOf(1).error).toBeCloseTo(Math.cbrt(kappa) ** 2, 9);
      }),
    );
  });

  it('is the least of the sum that is drawn', () => {
    const floor = floorOf(30);
    const sum = floorDrawing(floor).series.find(({ key }) => key === 'sum')!;
    expect(Math.min(...sum.points.map(([, error]) => error))).toBeGreaterThanOrEqual(floor.error);
  });
});

it('a quotient by the step that was taken is nearer to the slope than one by 2h, where x is large', () => {
  for (const { asked, real } of taken) expect(real).toBeLessThan(asked / 5);
});

it('the valleys of the four failures lie a factor of ten or more from 1e-5', () => {
  for (const { drawing } of FAILURES) {
    const [[best]] = [...drawing.series[0].points].sort(([, a], [, b]) => a - b);
    expect(Math.abs(Math.log10(best / 1e-5))).toBeGreaterThan(1);
  }
});
