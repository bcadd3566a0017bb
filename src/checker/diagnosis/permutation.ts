/** The right numbers in the wrong places: transposed, reversed, shifted by one, exchanged. */

import type { Block } from '../point/layout.ts';
import type { FindingKind } from '../types.ts';
import type { Evidence } from './evidence.ts';
import { atMost, barOf, confidenceOf, explain, GLANCE } from './fit.ts';
import { type Candidate, indicesOf, type Rule } from './rule.ts';

/** The position of a group that its number came from; -1 where it came from outside the group. */
type Source = (k: number) => number;

interface Arrangement {
  readonly kind: FindingKind;
  readonly how: Candidate['evidence'];
  readonly source: Source;
}

const product = (values: readonly number[]): number => values.reduce((total, v) => total * v, 1);

/** A source that moves along one axis only: `move` gives the old index along it for a new one. */
function alongAxis(shape: readonly number[], axis: number, move: (j: number) => number): Source {
  const length = shape[axis];
  const stride = product(shape.slice(axis + 1));
  return (i) => {
    const j = Math.floor(i / stride) % length;
    const from = move(j);
    return from < 0 || from >= length ? -1 : i + (from - j) * stride;
  };
}

/** The last two axes exchanged, and the numbers read into the old shape: for square matrices this is the transpose. */
function transposedSource(shape: readonly number[]): Source {
  const [rows, columns] = shape.slice(-2);
  const area = rows * columns;
  return (i) => {
    const k = i % area;
    return i - k + (k % rows) * columns + Math.floor(k / rows);
  };
}

function arrangements({ shape, size }: Block): Arrangement[] {
  const axes =
    shape.length > 1 ? shape.map((length, axis) => ({ along: `axis ${axis}`, view: shape, axis, length })) : [];
  const found: Arrangement[] =
    axes.length > 0 ? [{ kind: 'transposed', how: {}, source: transposedSource(shape) }] : [];
  for (const { along, view, axis, length } of [...axes, { along: '', view: [size], axis: 0, length: size }]) {
    // of two places, a reversal and a shift are both an exchange
    if (length < 3) continue;
    found.push({ kind: 'reversed', how: { along }, source: alongAxis(view, axis, (j) => length - 1 - j) });
    for (const by of [1, -1]) {
      const shift = (j: number) => j + by;
      const turn = (j: number) => (j + by + length) % length;
      found.push({ kind: 'off-by-one', how: { along, by }, source: alongAxis(view, axis, shift) });
      found.push({ kind: 'off-by-one', how: { along, by, wraps: true }, source: alongAxis(view, axis, turn) });
    }
  }
  return found;
}

function testArrangement(evidence: Evidence, group: Block, scope: readonly number[], arranged: Arrangement) {
  const { start } = group;
  const from = (i: number): number => start + arranged.source(i - start);
  const isKnown = (i: number): boolean => from(i) >= start && Number.isFinite(evidence.numeric[from(i)]);
  const fitOf = (indices: readonly number[]) =>
    explain(
      evidence,
      indices.filter(isKnown),
      (i) => evidence.numeric[from(i)],
      (i) => barOf(evidence, from(i)),
    );
  // large groups have many arrangements, and most fail on the first elements
  if (!fitOf(scope.slice(0, GLANCE))) return undefined;
  const known = indicesOf(group).filter(isKnown);
  const fit = fitOf(known);
  if (!fit) return undefined;
  const claimed = new Set(scope);
  const explained = known.filter((i) => claimed.has(i)).length;
  return explained * 2 > scope.length ? { fit, explained } : undefined;
}

/** A longer stretch of a vector is not searched for matrices that were flattened into it. */
const LONGEST_GUESS = 4096;

/**
 * The blocks in which an arrangement is looked for: the group itself, and stretches of a flattened x, as the vector or
 * matrix that they may be.
 */
function blocksOf(group: Block, scope: readonly number[]): (Block & { guessed: boolean })[] {
  const blocks = [{ ...group, guessed: false }];
  const first = scope[0];
  const length = scope[scope.length - 1] - first + 1;
  if (group.shape.length !== 1 || length > LONGEST_GUESS) return blocks;
  if (length < group.size) blocks.push({ ...group, shape: [length], start: first, size: length, guessed: false });
  // a transpose leaves the first and the last element in place
  for (const [start, size] of [
    [first, length],
    [first - 1, length + 2],
  ]) {
    if (start < group.start || start + size > group.start + group.size) continue;
    for (let columns = 3; columns * 2 <= size; columns++) {
      if (size % columns > 0) continue;
      blocks.push({ ...group, shape: [size / columns, columns], start, size, guessed: columns * columns !== size });
    }
  }
  return blocks;
}

/** A fixed rearrangement of one group must hold for all of its elements, those that are right too. */
function arranged(kind: FindingKind): Rule {
  return ({ evidence }, scope, group) => {
    if (!group || scope.length < 2) return undefined;
    for (const block of blocksOf(group, scope)) {
      for (const arrangement of arrangements(block).filter((a) => a.kind === kind)) {
        const result = testArrangement(evidence, block, scope, arrangement);
        const sure = result && confidenceOf(result.fit);
        if (!result || !sure || sure === 'low') continue;
        const confidence = block.guessed ? atMost(sure, 'medium') : sure;
        const { explained, fit } = result;
        return {
          kind,
          claims: scope,
          key: '',
          confidence,
          implies: ['swapped'],
          evidence: { ...arrangement.how, explained, residual: fit.residual },
        };
      }
    }
    return undefined;
  };
}

export const transposed = arranged('transposed');
export const reversed = arranged('reversed');
export const offByOne = arranged('off-by-one');

/** The wrong elements hold the right numbers in another order, whichever it is. */
const sameNumbers: Rule = ({ evidence }, scope) => {
  if (scope.length < 2) return undefined;
  const byAnalytic = [...scope].sort((i, j) => evidence.analytic[i] - evidence.analytic[j]);
  const byNumeric = [...scope].sort((i, j) => evidence.numeric[i] - evidence.numeric[j]);
  const values = byNumeric.map((i) => evidence.numeric[i]);
  const partner = new Map(byAnalytic.map((i, rank) => [i, byNumeric[rank]]));
  const from = (i: number): number => partner.get(i) as number;
  const fit = explain(
    evidence,
    scope,
    (i) => evidence.numeric[from(i)],
    (i) => barOf(evidence, from(i)),
  );
  if (!fit) return undefined;
  // sorted lists agree more easily the closer the numbers are: each place is worth log2 of the gap over the bar
  const gap = (values[values.length - 1] - values[0]) / scope.length;
  const bits = scope.reduce((total, i) => total + Math.max(0, Math.log2(gap / (2 * barOf(evidence, i)))), 0);
  const confidence = confidenceOf({ ...fit, bits: Math.min(bits, fit.bits) });
  if (!confidence || confidence === 'low') return undefined;
  // the order is none of those above, so it may have a better name
  return { kind: 'swapped', claims: scope, key: '', confidence: 'medium', evidence: { residual: fit.residual } };
};

/** Two groups of the same size hold each other's numbers, or one holds a copy of the other's. */
const otherGroup: Rule = (scene, scope, group) => {
  const { evidence } = scene;
  if (!group || group.size < 2) return undefined;
  for (const other of evidence.groups) {
    if (other === group || other.size !== group.size) continue;
    const offset = other.start - group.start;
    const holds = (target: Block, by: number) =>
      explain(
        evidence,
        indicesOf(target),
        (i) => evidence.numeric[i + by],
        (i) => barOf(evidence, i + by),
      );
    const fit = holds(group, offset);
    const confidence = fit && confidenceOf(fit);
    if (!fit || !confidence || confidence === 'low') continue;
    const both = holds(other, -offset) !== undefined;
    return {
      kind: 'swapped',
      claims: both ? [...scope, ...scene.wrongIn(other)].sort((i, j) => i - j) : scope,
      key: both ? [group.name, other.name].sort().join() : group.name,
      confidence: both ? confidence : atMost(confidence, 'medium'),
      evidence: { from: other.name, both, residual: fit.residual },
    } satisfies Candidate;
  }
  return undefined;
};

export const swapped: Rule = (scene, scope, group) =>
  otherGroup(scene, scope, group) ?? sameNumbers(scene, scope, group);
