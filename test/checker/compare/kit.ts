/** Two columns of numbers as the rules of the room are given them, without layout or digits. */
import type { Sides } from '../../../src/checker/compare/sides.ts';

/** `half`: what the digits leave open of each difference, half of it by the numeric side. */
export function sidesOf(
  analytic: readonly number[],
  numeric: readonly number[],
  { half = 0, ...about }: Partial<Sides> & { half?: number | readonly number[] } = {},
): Sides {
  const halves = Float64Array.from(analytic, (_, i) => (typeof half === 'number' ? half : half[i]));
  return {
    analytic: Float64Array.from(analytic),
    numeric: Float64Array.from(numeric),
    halves,
    numericHalves: halves.map((each) => each / 2),
    x: new Float64Array(analytic.length).fill(Number.NaN),
    groups: [{ name: 'x', shape: [analytic.length], start: 0, size: analytic.length, narrow: false }],
    nameOf: (index) => `x[${index}]`,
    sizes: {},
    mismatches: [],
    partial: false,
    ...about,
  };
}

/** Every index of a list. */
export const all = (values: readonly unknown[]): number[] => values.map((_, i) => i);
