/** Counts what naming one wrong element costs, from ten elements to a million. Takes seconds: for build time. */
import type { CostCurve } from './cost.ts';
import { search } from './search.ts';
import { LIMITS } from './state.ts';

const PER_DECADE = 2;
/** Where the wrong element is, as a share of n: no round number, so that no halving finds it by luck. */
const PLACE = Math.E / 10;

export function costCurve(): CostCurve {
  const { min, max } = LIMITS.n;
  const count = Math.round(PER_DECADE * Math.log10(max / min)) + 1;
  return Array.from({ length: count }, (_, i) => {
    const n = Number((min * 10 ** (i / PER_DECADE)).toPrecision(2));
    return [n, search({ n, wrong: [Math.floor(n * PLACE)], share: 0.5 }).evaluations] as const;
  });
}
