/**
 * A symmetric matrix of which f or its gradient uses one triangle: elements are doubled or halved, or 0 in the
 * mirrored place.
 */
import { barOf, confidenceOf, explain } from './fit.ts';
import { indicesOf, type Rule } from './rule.ts';

/**
 * The analytic element, predicted from the numeric one, the numeric one in the mirrored place, and whether the element lies
 * below the diagonal.
 */
type Predict = (own: number, mirrored: number, below: boolean) => number;

/** Off the diagonal; on it the gradient is right. */
const TRIANGLES: readonly { readonly how: string; readonly predict: Predict }[] = [
  { how: 'shared', predict: (own, mirrored) => (own + mirrored) / 2 },
  { how: 'both', predict: (own, mirrored) => own + mirrored },
  { how: 'lower', predict: (own, mirrored, below) => (below ? own + mirrored : 0) },
  { how: 'upper', predict: (own, mirrored, below) => (below ? 0 : own + mirrored) },
  { how: 'half', predict: (own) => own / 2 },
  { how: 'lower alone', predict: (own, _, below) => (below ? own : 0) },
  { how: 'upper alone', predict: (own, _, below) => (below ? 0 : own) },
];

/** Mirrored elements of x that differ by less than this share are meant to be equal. */
const SYMMETRIC = 1e-9;

export const oneTriangle: Rule = ({ evidence }, scope, group) => {
  const rows = group?.shape.at(-1) ?? 0;
  if (!group || rows < 2 || group.shape.at(-2) !== rows) return undefined;
  const place = (i: number) => {
    const k = (i - group.start) % (rows * rows);
    const [row, column] = [Math.floor(k / rows), k % rows];
    return { row, column, mirrored: i - k + column * rows + row };
  };
  const all = indicesOf(group);
  const { x, numeric } = evidence;
  if (!all.every((i) => Math.abs(x[i] - x[place(i).mirrored]) <= SYMMETRIC * Math.abs(x[i]))) return undefined;
  for (const { how, predict } of TRIANGLES) {
    const fit = explain(
      evidence,
      all,
      (i) => {
        const { row, column, mirrored } = place(i);
        return row === column ? numeric[i] : predict(numeric[i], numeric[mirrored], row > column);
      },
      (i) => barOf(evidence, i) + barOf(evidence, place(i).mirrored),
    );
    const confidence = fit && confidenceOf(fit);
    if (!fit || !confidence || confidence === 'low') continue;
    return {
      kind: 'one-triangle',
      claims: scope,
      key: how,
      confidence,
      implies: ['factor-two', 'zeroed-group', 'unused-parameter'],
      evidence: { how, residual: fit.residual },
    };
  }
  return undefined;
};
