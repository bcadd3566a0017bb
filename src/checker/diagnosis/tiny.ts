/**
 * All errors are tiny: the formula is right, and an epsilon, a truncated series or the tolerance of a solver is not.
 * Which of them cannot be seen.
 */
import type { Rule } from './rule.ts';

/** Errors below this share of the slope, and of the largest slope of their group, are tiny. */
const TINY = 1e-4;
/**
 * Share of the elements whose errors must be tiny beside their own slopes; the slopes of the others may be nearly 0.
 */
const MOST = 0.8;
/** Fewer tiny errors than this may be chance. */
const FEWEST = 3;

export const tinyErrors: Rule = ({ evidence, error }, scope) => {
  if (scope.length < FEWEST) return undefined;
  const { numeric, groups } = evidence;
  const relative = (i: number): number => Math.abs(error[i] / numeric[i]);
  if (scope.filter((i) => relative(i) <= TINY).length < MOST * scope.length) return undefined;
  for (const { start, size } of groups) {
    const largest = numeric.subarray(start, start + size).reduce((most, n) => Math.max(most, Math.abs(n)), 0);
    if (scope.some((i) => i >= start && i < start + size && !(Math.abs(error[i]) <= TINY * largest))) return undefined;
  }
  const sorted = scope.map(relative).sort((a, b) => a - b);
  return {
    kind: 'tiny-errors',
    claims: scope,
    key: '',
    confidence: 'low',
    evidence: { typical: sorted[sorted.length >> 1] },
  };
};
