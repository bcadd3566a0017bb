/** All errors are tiny: no wrong formula, but an epsilon, a series cut off, a solver stopped at its tolerance. Which, cannot be seen. */
import type { Rule } from './rule.ts';

/** Errors below this share of the slope, and of the largest slope of their group, are tiny. */
const TINY = 1e-4;
/** So many elements must have errors that are tiny beside their own slopes; the others' slopes are nearly 0. */
const MOST = 0.8;
/** That fewer errors are all tiny is chance. */
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
