/**
 * The list of bugs as its page shows it: what each kind of finding means, its signature, and a least example. The example's code
 * is run by a test, which expects the checker to name it so.
 */
import type { FindingKind } from '../../checker/types.ts';
import type { BugEntry } from './entry.ts';
import { numericEntries } from './numeric.ts';
import { partEntries } from './parts.ts';
import { patternEntries } from './patterns.ts';
import { relationEntries } from './relations.ts';
import { stateEntries } from './state.ts';
import { structureEntries } from './structure.ts';

/** Every kind of finding; titles and next steps are the checker's own (`titleOf`, `nextStep`), the anchor is the kind itself. */
export const bugList: Readonly<Record<FindingKind, BugEntry>> = {
  ...patternEntries,
  ...relationEntries,
  ...partEntries,
  ...structureEntries,
  ...stateEntries,
  ...numericEntries,
};
