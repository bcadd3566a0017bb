/** The gradient is x: the derivative of ½ ‖x‖², or x returned unchanged. */
import { confidenceOf, explain } from './fit.ts';
import { indicesOf, type Rule } from './rule.ts';

/** x may have passed through single precision, no less. */
const SINGLE = 2 ** -23;

export const returnsX: Rule = ({ evidence }, scope, group) => {
  const { x } = evidence;
  const all = group ? indicesOf(group) : [...x.keys()];
  const fit = explain(
    evidence,
    all,
    (i) => x[i],
    (i) => SINGLE * Math.abs(x[i]),
  );
  // many other bugs return a 0
  const telling = scope.filter((i) => x[i] !== 0).length;
  const confidence = fit && confidenceOf({ ...fit, freedom: Math.min(fit.freedom, telling) });
  if (!fit || !confidence || confidence === 'low') return undefined;
  return { kind: 'returns-x', claims: scope, key: '', confidence, evidence: { residual: fit.residual } };
};
