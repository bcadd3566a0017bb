/**
 * analytic = φ(x) numeric, where φ is the derivative of a change of parameter: the slope with respect to log x where f takes x, or
 * the factor of such a change left out. Nothing is fitted.
 */
import { barOf, confidenceOf, explain } from './fit.ts';
import type { Rule } from './rule.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Parameters that the slope may be taken with respect to, each with the derivative of x (NaN where there is none). */
const PARAMETERS: readonly { readonly instead: string; readonly factor: (x: number) => number }[] = [
  { instead: 'log x', factor: (x) => x },
  { instead: 'exp x', factor: (x) => Math.exp(-x) },
  { instead: '√x', factor: (x) => 2 * Math.sqrt(x) },
  { instead: 'x²', factor: (x) => 1 / (2 * x) },
  { instead: '1/x', factor: (x) => -x * x },
  { instead: 'logit x', factor: (x) => (x > 0 && x < 1 ? x * (1 - x) : Number.NaN) },
  { instead: 'sigmoid x', factor: (x) => 1 / (sigmoid(x) * sigmoid(-x)) },
  { instead: 'softplus x', factor: (x) => 1 / sigmoid(x) },
  { instead: 'artanh x', factor: (x) => (Math.abs(x) < 1 ? 1 - x * x : Number.NaN) },
  { instead: 'tanh x', factor: (x) => Math.cosh(x) ** 2 },
];

/** Factors closer together than this share are one constant, which has names of its own. */
const VARIES = 1e-3;

const isConstant = (factors: readonly number[]): boolean =>
  factors.every((factor) => Math.abs(factor - factors[0]) <= VARIES * Math.abs(factors[0]));

export const otherParameter: Rule = ({ evidence }, scope) => {
  for (const { instead, factor } of PARAMETERS) {
    const fit = explain(
      evidence,
      scope,
      (i) => factor(evidence.x[i]) * evidence.numeric[i],
      (i) => Math.abs(factor(evidence.x[i])) * barOf(evidence, i),
    );
    if (!fit || isConstant(scope.map((i) => factor(evidence.x[i])))) continue;
    const confidence = confidenceOf({ ...fit, bits: fit.bits - Math.log2(PARAMETERS.length) });
    if (!confidence || confidence === 'low') continue;
    return {
      kind: 'other-parameter',
      claims: scope,
      key: instead,
      confidence,
      evidence: { instead, residual: fit.residual },
    };
  }
  return undefined;
};
