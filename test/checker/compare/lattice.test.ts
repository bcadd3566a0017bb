/** Short floats by their digits: what the numeric side of a check in float32 looks like, and what does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLattice } from '../../../src/checker/compare/lattice.ts';

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const printed = (values: readonly number[], decimals: number) => values.map((value) => rounded(value, decimals));

/** Slopes with central differences of a loss near `size`, its values rounded to `bits` bits. */
function differences(slopes: readonly number[], { bits = 24, size = 2.7, step = 1e-3 }): number[] {
  const unit = 2 ** (Math.floor(Math.log2(size)) + 1 - bits);
  const round = (value: number) => unit * Math.round(value / unit);
  return slopes.map(
    (slope, i) => (round(size + slope * step + 1e-4 * i) - round(size - slope * step + 1e-4 * i)) / (2 * step),
  );
}

const search = (numeric: readonly number[], analytic: readonly number[], decimals: number) => {
  const half = numeric.map(() => 0.5 * 10 ** -decimals);
  return findLattice(numeric, half, analytic, half);
};

const slopes = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713, -0.1299, 1.1732];

describe('the lattice of short floats', () => {
  it.each([1e-2, 1e-3, 1e-4, 1e-6])('is found in float32 with the step %s', (step) => {
    const numeric = printed(differences(slopes, { step }), 8);
    const lattice = search(numeric, printed(slopes, 8), 8);
    expect(lattice?.step).toBe(step);
    expect(lattice?.quantum).toBeCloseTo(2 ** -22 / (2 * step), 12);
  });

  it('is found from four printed decimals, where the steps are coarse', () => {
    const lattice = search(printed(differences(slopes, { step: 1e-6 }), 4), printed(slopes, 4), 4);
    expect(lattice?.quantum).toBeCloseTo(2 ** -22 / 2e-6, 8);
  });

  it.each([11, 8])('is found in formats of %i bits', (bits) => {
    const lattice = search(printed(differences(slopes, { bits, step: 0.1 }), 6), printed(slopes, 6), 6);
    expect(lattice?.unit).toBe(2 ** (2 - bits));
  });

  it('is not seen in double precision', () => {
    expect(
      search(
        printed(slopes, 6),
        printed(
          slopes.map((s) => 2 * s),
          6,
        ),
        6,
      ),
    ).toBeUndefined();
  });

  it('is not seen in random numbers, however they are printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 3, max: 8 }),
        (values, decimals) =>
          search(
            printed(values, decimals),
            printed(
              values.map((v) => 2 * v + 0.1),
              decimals,
            ),
            decimals,
          ) === undefined,
      ),
      { numRuns: 500 },
    );
  });

  it('is not seen in round numbers', () => {
    expect(search([16, -31, 1, 2, 4], slopes.slice(0, 5), 4)).toBeUndefined();
    expect(search([0.25, -1.5, 3.125, 0.75, 10], slopes.slice(0, 5), 6)).toBeUndefined();
    expect(search([100, 250, -50, 1000], slopes.slice(0, 4), 6)).toBeUndefined();
  });

  it('is not seen where the analytic side lies on it too', () => {
    const numeric = printed(differences(slopes, { step: 1e-3 }), 8);
    expect(
      search(
        numeric,
        numeric.map((n) => 3 * n),
        8,
      ),
    ).toBeUndefined();
  });

  it('needs three different numbers', () => {
    const numeric = printed(differences(slopes.slice(0, 2), { step: 1e-6 }), 8);
    expect(
      search([...numeric, ...numeric], printed([1.2345678, 2.3456789, 3.4567891, 0.12345678], 8), 8),
    ).toBeUndefined();
  });
});
