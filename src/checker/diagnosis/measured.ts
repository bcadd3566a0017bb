/** What a check has measured, as the diagnosis is given it. */

import type { Judged } from '../elements/verdicts.ts';
import type { Layout } from '../point/layout.ts';
import type { Mismatch } from '../point/returned-gradient.ts';
import type { Finding, Verdict } from '../types.ts';

export interface Measured {
  readonly layout: Layout;
  /** x. */
  readonly values: Float64Array;
  readonly judged: readonly Judged[];
  readonly verdicts: readonly Verdict[];
  readonly mismatches: readonly Mismatch[];
  readonly contract: readonly Finding[];
  readonly sizes: Readonly<Record<string, number>>;
}
