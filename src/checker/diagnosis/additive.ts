/** analytic - numeric = c s(x) with one c: a regulariser that only one of the two has (s = x or sign x), or an offset (s = 1). */
import type { FindingKind } from '../types.ts';
import { angleTo, barOf, confidenceOf, explain, fitMultiple } from './fit.ts';
import { type Disagreement, indicesOf, keyOf, type Rule } from './rule.ts';

/** The multiple of a shape that fits the errors best; `fit` is undefined where it does not hold for all of them. */
function multipleOf({ evidence, error }: Disagreement, scope: readonly number[], shape: (i: number) => number) {
  const bar = (i: number) => barOf(evidence, i);
  const { multiple, spread } = fitMultiple(scope, (i) => error[i], shape, bar);
  const fit = explain(
    evidence,
    scope,
    (i) => evidence.numeric[i] + multiple * shape(i),
    (i) => bar(i) + spread * Math.abs(shape(i)),
    1,
  );
  return fit && { multiple, fit };
}

function additive(kind: FindingKind, shape: (x: number) => number, allowed: (x: readonly number[]) => boolean): Rule {
  return (scene, scope) => {
    const x = scope.map((i) => scene.evidence.x[i]);
    if (!allowed(x)) return undefined;
    const found = multipleOf(scene, scope, (i) => shape(scene.evidence.x[i]));
    const confidence = found && confidenceOf(found.fit);
    if (!found || !confidence || confidence === 'low') return undefined;
    const { multiple, fit } = found;
    return {
      kind,
      claims: scope,
      key: keyOf(multiple),
      confidence,
      evidence: { lambda: Math.abs(multiple), extra: multiple > 0, offset: multiple, residual: fit.residual },
    };
  };
}

/** The x must differ in size: else x and sign x have the same shape. */
const alongX = additive(
  'missing-l2',
  (x) => x,
  (x) => x.some((v) => Math.abs(Math.abs(v) - Math.abs(x[0])) > 1e-3 * Math.abs(x[0])),
);

/** Where the slopes may be at right angles to x, a normalisation that is not differentiated looks the same. */
export const missingL2: Rule = (scene, scope, group) => {
  const { evidence } = scene;
  const found = alongX(scene, scope, group);
  const block = group ? indicesOf(group) : [...evidence.x.keys()];
  const unclear = found && angleTo(evidence, block, (i) => evidence.x[i]) === 'unclear';
  return unclear ? { ...found, confidence: 'low' } : found;
};

/** The x must have both signs: else sign x is a constant. */
export const missingL1 = additive('missing-l1', Math.sign, (x) => x.some((v) => v > 0) && x.some((v) => v < 0));

export const constantOffset = additive(
  'constant-offset',
  () => 1,
  () => true,
);
