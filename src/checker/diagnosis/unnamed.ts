/**
 * Stands in for `index.ts` in the small download: wrong elements are found and listed, but the bug behind them is not
 * named.
 */
import { whereIn } from '../findings.ts';
import type { Finding } from '../types.ts';
import { isExplained } from './evidence.ts';
import type { Measured } from './measured.ts';

/** One `unknown-pattern` for all wrong elements; none where nothing is wrong, or the contract explains it already. */
export function nameBugs({ layout, judged, verdicts, contract }: Measured): Finding[] {
  const wrong = [...verdicts.keys()].filter(
    (i) => verdicts[i] === 'fail' && Number.isFinite(judged[i].analytic - judged[i].slope.value),
  );
  const fits = wrong.length;
  if (fits === 0 || isExplained(contract)) return [];
  const evidence = { fits, of: fits };
  return [{ kind: 'unknown-pattern', role: 'bug', where: whereIn(layout, wrong), evidence, confidence: 'low' }];
}
