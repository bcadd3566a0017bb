/** Exact zeros that fill whole rows or columns, or one end of a vector, beside others that are not: a loop that does not reach them. */
import type { Block } from '../point/layout.ts';
import type { Disagreement, Rule } from './rule.ts';

/** The slices of a group along one axis: its rows, its columns, its channels. Of a vector its elements. */
function slicesOf({ shape, start, size }: Block, axis: number): number[][] {
  const stride = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const slices = Array.from({ length: shape[axis] }, (): number[] => []);
  for (let k = 0; k < size; k++) slices[Math.floor(k / stride) % shape[axis]].push(start + k);
  return slices;
}

/** Positions of the slices that are all 0, if they hold every wrong element and at least two other slices are not 0. */
function emptyAlong({ evidence, wrongIn }: Disagreement, group: Block, axis: number): number[] | undefined {
  const wrong = new Set(wrongIn(group));
  const slices = slicesOf(group, axis);
  const isEmpty = (slice: readonly number[]) => slice.every((i) => evidence.analytic[i] === 0);
  const empty = [...slices.keys()].filter((k) => isEmpty(slices[k]) && slices[k].some((i) => wrong.has(i)));
  const held = empty.reduce((count, k) => count + slices[k].filter((i) => wrong.has(i)).length, 0);
  const filled = slices.filter((slice) => !isEmpty(slice)).length;
  return held === wrong.size && filled > 0 ? empty : undefined;
}

/** A run of places that begins or ends a vector, with room for slopes that are 0 by themselves. */
const isEnd = (places: readonly number[], length: number): boolean =>
  places[places.length - 1] - places[0] === places.length - 1 && (places[0] === 0 || places.at(-1) === length - 1);

const AXES = ['row', 'column'];

export const notFilled: Rule = (scene, scope, group) => {
  if (!group || scope.length < 2 || scope.some((i) => scene.evidence.analytic[i] !== 0)) return undefined;
  const { shape } = group;
  for (const [axis, length] of shape.entries()) {
    const empty = emptyAlong(scene, group, axis);
    const lone = shape.length === 1 || group.size === length;
    if (!empty || (lone ? !isEnd(empty, length) : scope.length <= empty.length)) continue;
    return {
      kind: 'not-filled',
      claims: scope,
      key: group.name,
      confidence: scope.length > 2 ? 'high' : 'medium',
      implies: ['zeroed-group'],
      evidence: {
        what: lone ? 'element' : shape.length === 2 ? AXES[axis] : `slice of axis ${axis}`,
        lines: empty.length,
        length,
      },
    };
  }
  return undefined;
};
