/** A line through a number x, for the parts of a slope by themselves. */
import type { Line } from '@/checker/slope/line.ts';
import { evenly, type Precision } from '@/checker/slope/precision.ts';

export interface Counted extends Line {
  /** The offsets at which f was evaluated, in order. */
  readonly offsets: readonly number[];
}

/** The line of f through x: steps are taken as they are, and f is exact but for the rounding of doubles. */
export function lineOf(
  f: (x: number) => number,
  x: number,
  { budget = 1000, precision = {} }: { budget?: number; precision?: Partial<Precision> } = {},
): Counted {
  const offsets: number[] = [];
  return {
    offsets,
    at: (offset) => {
      offsets.push(offset);
      return f(x + offset);
    },
    realise: (step) => 2 ** Math.round(Math.log2(step)),
    value: f(x),
    precision: { ...evenly(0), ...precision },
    scale: Math.abs(x) || 1,
    reach: Math.abs(x) || 1,
    smallest: 2 ** -40,
    blur: 0,
    spare: () => budget - offsets.length,
  };
}
