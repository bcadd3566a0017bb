/** The point of a formula: what the reader has set of it, and a value for all else. */
import { type Formula, type Lengths, type Result, readFormula } from '@/expression/index.ts';
import { VALUES } from './point.ts';
import type { SharedPoint } from './state.ts';

export interface PointedFormula {
  readonly formula: Formula;
  /** The values of its row in order. */
  readonly values: readonly number[];
}

/**
 * Reads a formula with the kinds and lengths of variables that the reader has set; where these no longer fit – the
 * formula has been edited since – with those that the formula itself suggests.
 *
 * @param set what the reader has set, by variable; names that f lacks are passed over
 * @param fixed the variables that are data
 */
export function readWithPoint(
  text: string,
  set: SharedPoint,
  fixed: readonly string[] = [],
): Result<'pointed', PointedFormula> {
  const asSet = readFormula(text, lengthsOf(set), fixed);
  const fresh = asSet.ok ? asSet : readFormula(text, {}, fixed);
  // where neither fits, the error told is the one with the kinds that the reader has set
  const read = fresh.ok ? fresh : asSet;
  if (!read.ok) return read;
  const { formula } = read;
  const values = formula.row.map(({ variable, offset }, place) => {
    const held = Object.hasOwn(set, variable) ? set[variable] : undefined;
    const at = offset ?? 0;
    const value = typeof held === 'number' ? (at === 0 ? held : undefined) : held?.[at];
    return value ?? VALUES[place % VALUES.length];
  });
  return { ok: true, pointed: { formula, values } };
}

function lengthsOf(set: SharedPoint): Lengths {
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, typeof value === 'number' ? null : value.length]),
  );
}
