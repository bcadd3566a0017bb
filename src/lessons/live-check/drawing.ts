/** Both gradients element by element: where each mark stands. Across in percent of the width, down in pixels. */
import type { Verdict } from '@/checker/types.ts';
import type { LiveOutcome } from './model.ts';

export const HEIGHT = 184;
/** Half the height of the values, and the middle, where 0 is. */
const REACH = 66;
export const ZERO = 84;
/** The height of the largest value. */
export const TOP = ZERO - REACH;

export interface Dumbbell {
  readonly across: number;
  readonly analytic: number;
  readonly numeric: number;
  readonly wrong: boolean;
}

export interface GroupLabel {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly verdict: Verdict;
}

export interface Dumbbells {
  /** The largest magnitude of all, which is drawn at `TOP`. */
  readonly largest: number;
  readonly pairs: readonly Dumbbell[];
  readonly groups: readonly GroupLabel[];
}

export function dumbbells({ elements, groups }: LiveOutcome): Dumbbells {
  const slots = elements.length + groups.length - 1;
  // One slot is left free between two groups.
  const across = (index: number) => {
    const gaps = groups.findLastIndex(({ start }) => start <= index);
    return round((100 * (index + gaps + 0.5)) / slots);
  };
  const sizes = elements.flatMap(({ analytic, numeric }) => [Math.abs(analytic), Math.abs(numeric)]);
  const largest = Math.max(...sizes.filter(Number.isFinite), Number.MIN_VALUE);
  const down = (value: number) => round(ZERO - (REACH * value) / largest);
  return {
    largest,
    pairs: elements.map(({ analytic, numeric, verdict }, i) => ({
      across: across(i),
      analytic: down(analytic),
      numeric: down(numeric),
      wrong: verdict === 'fail',
    })),
    groups: groups.map(({ name, start, size, verdict }) => ({
      name,
      from: across(start),
      to: across(start + size - 1),
      verdict,
    })),
  };
}

/** The element nearest to a place, given as a share of the width. */
export function nearest({ pairs }: Dumbbells, share: number): number {
  const distance = (index: number) => Math.abs(pairs[index].across - 100 * share);
  return pairs.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
}

/** Hundredths are below what a screen shows, and equal in every engine. */
const round = (place: number) => Math.round(100 * place) / 100;
