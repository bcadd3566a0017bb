/**
 * The list of bugs as its page shows it: what each kind of finding means, its signature, and a least example. The example's code
 * is run by a test, which expects the checker to name it so.
 */
import type { FindingKind } from '../checker/types.ts';
import { numericEntries } from './bug-list-numeric.ts';
import { patternEntries } from './bug-list-patterns.ts';
import { stateEntries } from './bug-list-state.ts';
import { structureEntries } from './bug-list-structure.ts';

/** JavaScript expressions. Where there is a `right` gradient, the `gradient` shown is the wrong one. */
export interface LeastExample {
  readonly x: string;
  readonly f: string;
  readonly gradient: string;
  readonly right?: string;
  readonly options?: string;
}

export interface BugEntry {
  /** One or two sentences: what it means. */
  readonly meaning: string;
  /** What the checker sees, in words. */
  readonly signature: string;
  /** The same in TeX: a for analytic, n for numeric, e for their difference. */
  readonly formula: string;
  readonly example?: LeastExample;
}

/** Every kind of finding; titles and next steps are the checker's own (`titleOf`, `nextStep`), the anchor is `slugOf(kind)`. */
export const bugList: Readonly<Record<FindingKind, BugEntry>> = {
  ...patternEntries,
  ...structureEntries,
  ...stateEntries,
  ...numericEntries,
};
