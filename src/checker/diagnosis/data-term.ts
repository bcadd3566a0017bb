/**
 * analytic = k numeric + (1 - k) λ s(x): the term of the data is off by a known factor, beside a regulariser that is right. Elements
 * that the regulariser leaves out, such as biases, are off by the factor alone.
 */
import { atMost, barOf, confidenceOf, explain, fitMultiple, GLANCE } from './fit.ts';
import { type Candidate, type Disagreement, keyOf, type Rule } from './rule.ts';
import { knownFactors } from './scale.ts';

const SHAPES: readonly { readonly name: string; readonly shape: (x: number) => number }[] = [
  { name: 'λ x', shape: (x) => x },
  { name: 'λ sign(x)', shape: Math.sign },
];

function besideRegulariser(
  { evidence }: Disagreement,
  scope: readonly number[],
  factor: number,
  shape: (x: number) => number,
) {
  const bar = (i: number): number => Math.abs(factor) * barOf(evidence, i);
  const rest = (i: number): number => evidence.analytic[i] - factor * evidence.numeric[i];
  const regularised = scope.filter((i) => Math.abs(rest(i)) > bar(i));
  if (regularised.length < 2) return 'factor alone';
  const { multiple, spread } = fitMultiple(regularised, rest, (i) => shape(evidence.x[i]), bar);
  const inside = new Set(regularised);
  const share = (i: number): number => (inside.has(i) ? shape(evidence.x[i]) : 0);
  const fit = explain(
    evidence,
    scope,
    (i) => factor * evidence.numeric[i] + multiple * share(i),
    (i) => bar(i) + spread * Math.abs(share(i)),
    1,
  );
  return fit && { fit, lambda: multiple / (1 - factor) };
}

export const dataTerm: Rule = (scene, scope, group) => {
  if (scope.length < 4 || (group && scope.length < scene.wrong.length)) return undefined;
  for (const { kind, factor, certain: _, ...size } of knownFactors(scene.evidence)) {
    for (const { name, shape } of SHAPES) {
      // there are many factors, and most fail on the first elements
      if (!besideRegulariser(scene, scope.slice(0, GLANCE), factor, shape)) continue;
      const found = besideRegulariser(scene, scope, factor, shape);
      if (!found || found === 'factor alone') continue;
      const sure = confidenceOf(found.fit);
      if (!sure || sure === 'low') continue;
      const { fit, lambda } = found;
      return {
        kind,
        claims: scope,
        key: keyOf(factor),
        confidence: atMost(sure, 'medium'),
        evidence: { factor, ...size, beside: name, lambda, residual: fit.residual },
      } satisfies Candidate;
    }
  }
  return undefined;
};
