import { isList } from './kinds.ts';

/** Whether two points of one structure hold the same numbers. */
export function sameLeaves(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (isList(a) && isList(b)) {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameLeaves(a[i], b[i])) return false;
    return true;
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameLeaves((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
