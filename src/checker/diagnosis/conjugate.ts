/** A complex parameter as two real groups, its gradient conjugated: one part has the wrong sign, the other is right. */
import type { Block } from '../point/layout.ts';
import { barOf, confidenceOf, explain } from './fit.ts';
import { indicesOf, type Rule } from './rule.ts';

/** Names of the two parts; the last pair only at the end of a name (`zr`, `zi`). */
const PARTS: readonly (readonly [imaginary: RegExp, real: string])[] = [
  [/imaginary|imag/, 'real'],
  [/Imaginary|Imag/, 'Real'],
  [/im/, 're'],
  [/Im/, 'Re'],
  [/i$/, 'r'],
];

/** The group that is the other part of a complex parameter. */
function otherPart(group: Block, groups: readonly Block[]): Block | undefined {
  const pairs = (a: Block, b: Block) =>
    PARTS.some(([imaginary, real]) => imaginary.test(a.name) && a.name.replace(imaginary, real) === b.name);
  return groups.find(
    (other) =>
      other !== group && other.shape.join() === group.shape.join() && (pairs(group, other) || pairs(other, group)),
  );
}

export const conjugate: Rule = (scene, scope, group) => {
  const { evidence } = scene;
  const other = group && otherPart(group, evidence.groups);
  if (!other || scene.wrongIn(other).length > 0) return undefined;
  // a part without slopes is right with either sign
  if (!indicesOf(other).some((i) => Math.abs(evidence.numeric[i]) > barOf(evidence, i))) return undefined;
  const fit = explain(
    evidence,
    indicesOf(group),
    (i) => -evidence.numeric[i],
    (i) => barOf(evidence, i),
  );
  const confidence = fit && confidenceOf(fit);
  if (!fit || !confidence || confidence === 'low') return undefined;
  return {
    kind: 'conjugate',
    claims: scope,
    key: '',
    confidence,
    implies: ['sign'],
    evidence: { part: group.name, right: other.name, residual: fit.residual },
  };
};
