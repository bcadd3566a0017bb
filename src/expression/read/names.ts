/** Constants a formula may use. */
export const CONSTANTS: ReadonlyMap<string, 'pi' | 'e' | 'tau'> = new Map([
  ['pi', 'pi'],
  ['π', 'pi'],
  ['e', 'e'],
  ['tau', 'tau'],
  ['τ', 'tau'],
]);

/** Words that are operators in other languages, so that nobody would look for a variable in them. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(['mod', 'to', 'in', 'and', 'or', 'xor', 'not']);

/** Words that are values in other languages, and no numbers to calculate with. */
export const VALUE_WORDS: ReadonlySet<string> = new Set(['NaN', 'Infinity', 'true', 'false', 'null', 'undefined']);

/** Names that no variable may have: they would read as something else. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['end', 'nan', 'inf', 'prototype', 'arguments', 'this', 'eval', 'Function'],
  ...OPERATOR_WORDS,
  ...VALUE_WORDS,
]);

/** Whether a variable may not be called so: reserved, or a property that every JavaScript object has. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || name in Object.prototype || name.startsWith('__');
}

/** Names from other languages, and what they are called here. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['power', 'pow'],
  ['average', 'mean'],
  ['avg', 'mean'],
  ['product', 'prod'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
  ['inner', 'dot'],
  ['length', 'count'],
  ['size', 'count'],
  ['var', 'variance'],
  ['fabs', 'abs'],
  ['logistic', 'sigmoid'],
  ['maximum', 'max'],
  ['minimum', 'min'],
]);

/** Levenshtein's distance, by rows. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The known name that `name` was probably meant to be, or nothing. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const lower = name.toLowerCase();
  const other = OTHER_NAMES.get(lower);
  if (other !== undefined) return other;
  if (name.length > 20) return undefined;
  const ranked = [...known]
    .map((candidate) => ({ candidate, away: distance(lower, candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= (Math.min(candidate.length, name.length) < 5 ? 1 : 2))
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.candidate;
}
