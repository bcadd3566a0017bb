/** Findings about the numbers: why they cannot tell, or what was met on the way. */

import type { Judged } from './elements/verdicts.ts';
import type { Block, Layout } from './point/layout.ts';
import { NAMELESS } from './point/point.ts';
import type { Finding, FindingKind, Verdict, Where } from './types.ts';

/** How many elements a finding lists by index and name; `count` has them all. */
const LISTED_ELEMENTS = 256;

/** What a list of elements needs to know of a layout. */
interface Names {
  readonly blocks: readonly Pick<Block, 'name' | 'start' | 'size'>[];
  readonly nameOf: (index: number) => string;
}

/** The groups, indices and names of some elements, for a finding. */
export function whereIn(layout: Names, indices: readonly number[]): Where {
  const named = layout.blocks.length > 1 || layout.blocks[0]?.name !== NAMELESS;
  const touched = layout.blocks.filter(({ start, size }) => indices.some((i) => i >= start && i < start + size));
  const listed = indices.slice(0, LISTED_ELEMENTS);
  return {
    groups: named ? touched.map(({ name }) => name) : [],
    indices: listed,
    elements: listed.map((i) => layout.nameOf(i)),
    count: indices.length,
  };
}

export const makeFinding = (
  kind: FindingKind,
  role: Finding['role'],
  where: Where,
  evidence: Finding['evidence'] = {},
): Finding => ({ kind, role, where, evidence, confidence: 'high' });

/** Why an element is undecided (a doubt), or what was met on the way to its verdict (a note). */
interface Reason {
  readonly kind: FindingKind;
  readonly role: 'doubt' | 'note';
  readonly applies: (judged: Judged) => boolean;
  readonly evidence: (judged: Judged) => Finding['evidence'];
}

const open = (verdict: Verdict): boolean => verdict === 'inconclusive';

/** In this order: the first reason that applies to an undecided element is its reason. Notes are made for all. */
const REASONS: readonly Reason[] = [
  {
    kind: 'kink-at-x',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'kink',
    evidence: ({ slope }) => ({
      left: slope.slopes?.left ?? Number.NaN,
      right: slope.slopes?.right ?? Number.NaN,
      step: slope.step,
    }),
  },
  {
    kind: 'jump',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'jump',
    evidence: ({ slope }) => ({ size: slope.variation * slope.step, step: slope.step }),
  },
  {
    kind: 'budget-exhausted',
    role: 'doubt',
    applies: ({ slope }) => slope.starved === true,
    evidence: () => ({}),
  },
  {
    kind: 'domain-edge',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'outside' || slope.shape === 'edge',
    evidence: ({ slope }) => ({ step: slope.step }),
  },
  {
    kind: 'truncation',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'unsettled',
    evidence: () => ({}),
  },
  {
    kind: 'round-off',
    role: 'doubt',
    applies: () => true,
    evidence: ({ slope, tolerance }) => ({ tolerance, step: slope.step, noise: slope.noise }),
  },
  ...(['kink-nearby', 'jump', 'domain-edge'] as const).map(
    (kind): Reason => ({
      kind,
      role: 'note',
      applies: ({ slope }) => slope.nearby?.kind === kind,
      evidence: ({ slope }) => ({ distance: slope.nearby?.distance ?? Number.NaN, step: slope.step }),
    }),
  ),
  {
    kind: 'domain-edge',
    role: 'note',
    applies: ({ slope }) => slope.shape === 'edge',
    evidence: ({ slope }) => ({ distance: 0, step: slope.step }),
  },
];

/** One finding per reason, over all the elements that it applies to; the evidence is that of the first. */
export function numericFindings(
  layout: Layout,
  judged: readonly Judged[],
  verdicts: readonly Verdict[],
  skipOpen: boolean,
): Finding[] {
  const elements = new Map<Reason, number[]>();
  judged.forEach((each, i) => {
    if (skipOpen && open(verdicts[i])) return;
    const reason = REASONS.find(({ role, applies }) => (role === 'doubt') === open(verdicts[i]) && applies(each));
    if (!reason) return;
    const indices = elements.get(reason);
    if (indices) indices.push(i);
    else elements.set(reason, [i]);
  });
  return REASONS.flatMap((reason) => {
    const indices = elements.get(reason);
    return indices
      ? [makeFinding(reason.kind, reason.role, whereIn(layout, indices), reason.evidence(judged[indices[0]]))]
      : [];
  });
}
