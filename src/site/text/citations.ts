import type { SourceKey } from './bibliography.ts';

/** How often a page cites each source, from the text of its chapter. */
export function citationsIn(body: string): ReadonlyMap<SourceKey, number> {
  const counts = new Map<SourceKey, number>();
  for (const [, key] of body.matchAll(/<Cite source="(\w+)"/g))
    counts.set(key as SourceKey, (counts.get(key as SourceKey) ?? 0) + 1);
  return counts;
}

/** The id of the nth citation of a source, from 1. */
export const placeOf = (source: SourceKey, nth: number): string =>
  nth === 1 ? `cite-${source}` : `cite-${source}-${nth}`;

const made = new WeakMap<object, Map<SourceKey, number>>();

/**
 * The id of the next citation of a source.
 *
 * @param page any object that belongs to this making of the page alone
 */
export function nextPlace(page: object, source: SourceKey): string {
  const counts = made.get(page) ?? new Map<SourceKey, number>();
  made.set(page, counts);
  const nth = (counts.get(source) ?? 0) + 1;
  counts.set(source, nth);
  return placeOf(source, nth);
}
