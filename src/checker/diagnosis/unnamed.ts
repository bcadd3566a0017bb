/**
 * Stands in for `index.ts` in the small download: wrong elements are found and listed, but the bug behind them is not
 * named.
 */
import type { Finding } from '../types.ts';
import { type Evidence, isExplained, whereOf, wrongElements } from './evidence.ts';

/** One `unknown-pattern` for all wrong elements; none where nothing is wrong, or the contract explains it already. */
export function diagnose(evidence: Evidence): Finding[] {
  const wrong = wrongElements(evidence);
  const fits = wrong.length;
  if (fits === 0 || isExplained(evidence.contract)) return [];
  return [
    {
      kind: 'unknown-pattern',
      role: 'bug',
      where: whereOf(evidence, wrong),
      evidence: { fits, of: fits },
      confidence: 'low',
    },
  ];
}
