/** Exact zeros: nothing flows back to these elements, or they cannot move the loss at all. */
import { confidenceOf, explain } from './fit.ts';
import type { Rule } from './rule.ts';

/** analytic = 0 where numeric is not: detached, or forgotten. */
export const zeroedGroup: Rule = ({ evidence }, scope, group) => {
  if (scope.some((i) => evidence.analytic[i] !== 0)) return undefined;
  // a single zero in a longer vector is a matter of that element
  if (scope.length === 1 && group?.size !== 1) return undefined;
  const fit = explain(
    evidence,
    scope,
    () => 0,
    () => 0,
  );
  return {
    kind: 'zeroed-group',
    claims: scope,
    key: '',
    confidence: (fit && scope.length > 1 && confidenceOf(fit)) || 'medium',
    evidence: {},
  };
};

/**
 * f stays exactly the same, at every step, where analytic is not 0. (An even function has slope 0 as well, but moves.)
 */
export const unusedParameter: Rule = ({ evidence }, scope) => {
  const still = (i: number): boolean => evidence.numeric[i] === 0 && evidence.unchanged?.[i] !== false;
  if (!scope.every(still)) return undefined;
  return {
    kind: 'unused-parameter',
    claims: scope,
    key: '',
    confidence: scope.length > 2 ? 'high' : 'medium',
    evidence: {},
  };
};

/** f flat at x, but with steps further off: it rounds or compares, and the gradient passes straight through. */
export const straightThrough: Rule = ({ evidence }, scope) => {
  const looked = scope.map((i) => evidence.steps?.[i]).filter((step) => step !== undefined);
  const steps = looked.filter((step) => step).length;
  if (!scope.every((i) => evidence.numeric[i] === 0) || steps * 2 <= looked.length) return undefined;
  return {
    kind: 'straight-through',
    claims: scope,
    key: '',
    confidence: steps > 2 ? 'high' : 'medium',
    evidence: { steps },
  };
};
