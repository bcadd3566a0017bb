/** The search as a tree of parts of x, from the comparisons in the order in which they were made. */
import type { Step } from './search.ts';

/** A part of x of which it is known whether the gradients agree on it. */
export interface SearchPart {
  readonly start: number;
  readonly size: number;
  /** How often x has been halved to get here. */
  readonly level: number;
  readonly agrees: boolean;
  /** False where it follows from the whole and the other half, without an evaluation. */
  readonly measured: boolean;
  /** Index of the comparison that settled it. */
  readonly step: number;
}

interface Known extends SearchPart {
  readonly residual: number;
  readonly tolerance: number;
}

const residualOf = ({ analytic, numeric }: Step): number => analytic - numeric;

/** How often n elements must be halved until one is left. */
export const levelsOf = (n: number): number => Math.ceil(Math.log2(n));

/**
 * Every part that the search has learned about. One half of a part is measured; the other is the difference to the
 * whole, as in the checker (`bisection.ts`), unless that was too uncertain and it was measured as well.
 */
export function partsOf(steps: readonly Step[]): SearchPart[] {
  const parts: Known[] = [];
  let open: Known[] = [];
  steps.forEach((step, index) => {
    const { start, size, agrees, tolerance } = step;
    const known = { start, size, agrees, tolerance, residual: residualOf(step), measured: true, step: index };
    if (step.part !== 'search') {
      if (!agrees) {
        open = [{ ...known, level: 0 }];
        parts.push(open[0]);
      }
      return;
    }
    const again = open.find((part) => part.start === start && part.size === size);
    if (again) {
      const measured = { ...again, ...known };
      open[open.indexOf(again)] = measured;
      // What followed at the comparison before is taken back: it was too uncertain to go by.
      parts[parts.indexOf(again)] = measured;
      return;
    }
    const whole = smallest(open.filter((part) => part.start === start && part.size >> 1 === size));
    if (!whole) return;
    const level = whole.level + 1;
    const near: Known = { ...known, level };
    const residual = whole.residual - near.residual;
    const bar = whole.tolerance + tolerance;
    const far: Known = {
      start: start + size,
      size: whole.size - size,
      level,
      residual,
      tolerance: bar,
      agrees: Math.abs(residual) <= bar,
      measured: false,
      step: index,
    };
    open.push(near, far);
    parts.push(near, far);
  });
  return parts.map(({ residual: _, tolerance: __, ...part }) => part);
}

const smallest = (parts: readonly Known[]): Known | undefined =>
  parts.reduce<Known | undefined>((best, part) => (best && best.size <= part.size ? best : part), undefined);

/** The part that holds an element after x has been halved so often, as the checker halves. */
export function partAround(index: number, n: number, level: number): { readonly start: number; readonly size: number } {
  let [start, size] = [0, n];
  for (let k = 0; k < level && size > 1; k++) {
    const half = size >> 1;
    const far = index >= start + half;
    start += far ? half : 0;
    size = far ? size - half : half;
  }
  return { start, size };
}

/** The comparisons over the whole of x that agreed. */
export const confirmations = (steps: readonly Step[]): number[] =>
  steps.flatMap(({ part, agrees }, index) => (part === 'whole' && agrees ? [index] : []));
