/** The lengths by which steps are scaled, one for every element of x. */
import type { Block } from '../point/layout.ts';

/** Elements that are sampled for a typical size. */
const SAMPLE = 4096;

/** The sizes of the elements that are not 0, sorted; of a sample in a large group. */
function sortedSizes(values: Float64Array): Float64Array {
  const every = Math.ceil(values.length / SAMPLE);
  const sample = every > 1 ? values.filter((_, i) => i % every === 0) : values;
  return sample
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
}

const quantile = (sorted: Float64Array, q: number): number => sorted[Math.round(q * (sorted.length - 1))] ?? 0;

/** In a group whose sizes range over more than this factor, each element is scaled by its own size. */
const MIXED = 1e4;
/** The same limit for the check of every element, which keeps a share of the typical size. */
const UNLIKE = 1e8;

/**
 * One length for all elements of a group: their typical size, or that of all x where they are 0.
 *
 * @param mixed in a group whose sizes range over more than this factor, each element has its own size
 */
export function groupScales(values: Float64Array, blocks: readonly Block[], mixed = MIXED): Float64Array {
  const overall = quantile(sortedSizes(values), 0.5) || 1;
  const scales = new Float64Array(values.length);
  for (const { start, size } of blocks) {
    const sizes = sortedSizes(values.subarray(start, start + size));
    const typical = quantile(sizes, 0.5) || overall;
    const unlike = quantile(sizes, 0.9) > mixed * quantile(sizes, 0.1);
    for (let i = start; i < start + size; i++) scales[i] = unlike && values[i] !== 0 ? Math.abs(values[i]) : typical;
  }
  return scales;
}

/** The length of an element is at least this share of the typical size of its group. */
const NEIGHBOURS_SHARE = 1 / 8;

/** A length for every element of x: its own size, or that of its group where it is (nearly) 0. */
export const scalesOf = (values: Float64Array, blocks: readonly Block[]): Float64Array =>
  groupScales(values, blocks, UNLIKE).map((neighbours, i) =>
    values[i] === 0 ? neighbours : Math.max(Math.abs(values[i]), neighbours * NEIGHBOURS_SHARE),
  );

/**
 * A length for every element that does not depend on its own size: the typical size of its group, without the elements that are
 * 0.
 */
export function reachesOf(values: Float64Array, blocks: readonly Block[]): Float64Array {
  const sizeable = (sizes: Float64Array) => sizes.filter((size) => size * UNLIKE >= sizes[sizes.length - 1]);
  const overall = quantile(sizeable(sortedSizes(values)), 0.5) || 1;
  const reaches = new Float64Array(values.length);
  for (const { start, size } of blocks)
    reaches.fill(
      quantile(sizeable(sortedSizes(values.subarray(start, start + size))), 0.5) || overall,
      start,
      start + size,
    );
  return reaches;
}
