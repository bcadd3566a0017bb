/** The two checks of this site as judges of a gradient: what each says of it. */
import { diagnoseGradient, gradientCheck, type Loss, type Point, type Verdict } from '@/checker/index.ts';

type Vector = number[] | Float64Array;

export type Judge = <X extends Vector>(f: (x: X) => number, gradient: (x: X) => X, x: X) => Verdict;

export interface OwnCheck {
  readonly id: 'production' | 'textbook';
  readonly name: string;
  readonly judge: Judge;
}

const production: Judge = (f, gradient, x) => diagnoseGradient(f as Loss, gradient as never, x as Point).verdict;
const textbook: Judge = (f, gradient, x) =>
  gradientCheck(f as Loss, gradient as never, x as Point).status === 'PASS' ? 'pass' : 'fail';

export const OWN_CHECKS: readonly OwnCheck[] = [
  { id: 'production', name: 'this site: production check', judge: production },
  { id: 'textbook', name: 'this site: textbook check', judge: textbook },
];

/** An exception counts as a rejection, as it did for the checkers of others. */
export function verdictOf(judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch {
    return 'fail';
  }
}
