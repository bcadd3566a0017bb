/** How a finding is made, and how it says which elements it is about. */

import type { Block } from './point/layout.ts';
import { NAMELESS } from './point/parts.ts';
import type { Finding, FindingKind, Where } from './types.ts';

/** How many elements a finding lists by index and name; `count` has them all. */
const LISTED_ELEMENTS = 256;

/** The part of a layout that names elements. */
interface Names {
  readonly blocks: readonly Pick<Block, 'name' | 'start' | 'size'>[];
  readonly nameOf: (index: number) => string;
}

/** The place of some elements, for a finding: their groups, indices and names. */
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
