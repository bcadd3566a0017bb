/** Names the bug behind a wrong gradient from the pattern of its errors, or says that no known pattern fits. */
import type { Block } from '../point/layout.ts';
import type { Finding } from '../types.ts';
import { constantOffset, missingL1, missingL2 } from './additive.ts';
import { diagnoseShapes } from './broadcast.ts';
import { candidatesOf, choose } from './choose.ts';
import { conjugate } from './conjugate.ts';
import { rowCounts } from './counts.ts';
import { dataTerm } from './data-term.ts';
import { type Evidence, isExplained, whereOf, wrongElements } from './evidence.ts';
import { notFilled } from './filled.ts';
import { returnsX } from './itself.ts';
import { activationDerivative, offsetPerLine } from './lines.ts';
import { normalisation } from './normalisation.ts';
import { otherParameter } from './parameter.ts';
import { offByOne, reversed, swapped, transposed } from './permutation.ts';
import { aloneAmong, layerBoundary, singleElement } from './place.ts';
import { projected } from './projected.ts';
import { rounded } from './rounded.ts';
import type { Candidate, Disagreement, Rule } from './rule.ts';
import { scale } from './scale.ts';
import { softmaxTarget } from './softmax.ts';
import { softmaxFolded } from './softmax-folded.ts';
import { tinyErrors } from './tiny.ts';
import { oneTriangle } from './triangle.ts';
import { notWrapped } from './wrapped.ts';
import { straightThrough, unusedParameter, zeroedGroup } from './zero.ts';

export type { Evidence } from './evidence.ts';

/** Rules that explain the values of the errors. Of two that explain the same elements the earlier is the likelier. */
const VALUE_RULES: readonly Rule[] = [
  notFilled,
  rounded,
  oneTriangle,
  zeroedGroup,
  straightThrough,
  unusedParameter,
  conjugate,
  scale,
  transposed,
  reversed,
  offByOne,
  swapped,
  softmaxTarget,
  softmaxFolded,
  otherParameter,
  projected,
  normalisation,
  notWrapped,
  missingL2,
  missingL1,
  returnsX,
  constantOffset,
  rowCounts,
  activationDerivative,
  offsetPerLine,
  dataTerm,
];

/** Rules that explain only where the errors are, for elements that no rule above explains. */
const PLACE_RULES: readonly Rule[] = [singleElement, layerBoundary, tinyErrors];

function disagreementOf(evidence: Evidence): Disagreement {
  const error = evidence.analytic.map((a, i) => a - evidence.numeric[i]);
  const wrong = wrongElements(evidence);
  const wrongIn = (g: Block) => wrong.filter((i) => i >= g.start && i < g.start + g.size);
  return { evidence, error, wrong, wrongIn };
}

function findingOf({ evidence, wrong }: Disagreement, candidate: Candidate): Finding {
  return {
    kind: candidate.kind,
    role: 'bug',
    where: whereOf(evidence, candidate.claims),
    evidence: { fits: candidate.claims.length, of: wrong.length, ...candidate.evidence },
    confidence: candidate.confidence,
  };
}

/**
 * Findings of role `bug` for the elements whose verdict is `fail`: one a bug, the one that explains most elements first,
 * and `unknown-pattern` for those that no rule explains. Empty where nothing is wrong, and where a finding of the
 * contract (say, a gradient that accumulates) is the explanation already; those findings are not repeated.
 *
 * @example
 * const [bug] = diagnose(evidence);
 * bug.kind; // 'missing-mean', with bug.evidence.factor and bug.where.elements
 */
export function diagnose(evidence: Evidence): Finding[] {
  if (isExplained(evidence.contract)) return [];
  const scene = disagreementOf(evidence);
  const shapes = diagnoseShapes(evidence);
  const left = (chosen: readonly Candidate[]): number[] => {
    const claimed = new Set(chosen.flatMap(({ claims }) => claims));
    return scene.wrong.filter((i) => !claimed.has(i));
  };
  const chosen: Candidate[] = [];
  for (const rules of [VALUE_RULES, PLACE_RULES]) {
    const rest = left(chosen);
    if (rest.length > 0) chosen.push(...choose(candidatesOf(scene, rules, rest), rest));
  }
  const rest = left(chosen);
  if (rest.length > 0) {
    chosen.push({
      kind: 'unknown-pattern',
      claims: rest,
      key: '',
      evidence: { ...aloneAmong(scene) },
      confidence: 'low',
    });
  }
  return [...shapes, ...chosen.map((candidate) => findingOf(scene, candidate))];
}
