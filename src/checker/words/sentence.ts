/** The parts that sentences about findings are made of. */
import type { Finding } from '../types.ts';

export type Facts = Finding['evidence'];

export interface Words {
  readonly title: string;
  /** The rest of a sentence whose subject is the elements concerned, … */
  readonly says?: (facts: Facts, finding: Finding) => string;
  /** … or a sentence of its own. */
  readonly tells?: (facts: Facts, finding: Finding) => string;
  /** What to do next; where the facts decide it, from them. */
  readonly next: string | ((facts: Facts) => string);
}

/**
 * A number for people, with six significant digits at most and a real minus sign; other values as they are.
 *
 * @example
 * figure(-2e-7); // '−2e−7', rather than '-2.00000e-7'
 */
export function figure(value: unknown): string {
  return typeof value === 'number' ? minus(String(Number(value.toPrecision(6)))) : String(value);
}

/** The word of a table for a key of unknown origin: what an object merely inherits, such as `constructor`, is no word. */
export const wordOf = <T>(words: Readonly<Record<string, T>>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined;

/** A number's text with a minus in place of each hyphen. */
export const minus = (text: string): string => text.replaceAll('-', '−');

/** ` (label figure)`, or nothing where the fact is missing. */
export const given = (value: unknown, label = ''): string =>
  value === undefined || value === '' ? '' : ` (${label}${figure(value)})`;

export const many = (finding: Finding, one: string, several: string): string =>
  finding.where.count === 1 ? one : several;

export const are = (finding: Finding): string => many(finding, 'is', 'are');

/** Says that a regulariser is right, and only the rest is off. */
export const beside = (facts: Facts): string => (facts.beside ? `, but for a term ${facts.beside} that is right` : '');

/** Says that the pattern holds in each row or column by itself. */
export const each = (per: unknown): string => (per ? `, ${per} by ${per}` : '');

export const times = (facts: Facts): string => `${figure(facts.factor)} times the numeric slope${beside(facts)}`;

export const penalty = (what: string) => (facts: Facts, finding: Finding) =>
  `${are(finding)} off by ${facts.extra ? '' : '−'}${figure(facts.lambda)} ${what}: ${facts.extra ? 'the gradient has a regulariser that f lacks' : 'f has a regulariser that the gradient lacks'}, or has weaker`;

/** `All 6 wrong elements (in w, b)`, `2 of the 6 wrong elements (in b)`, `W1[2][0]`. */
export function subject({ where, evidence }: Finding): string {
  const { count, elements, groups } = where;
  const place = groups.length > 0 ? ` (in ${groups.join(', ')})` : '';
  if (count === 0) return groups.length > 0 ? groups.join(', ') : 'The elements';
  if (count === 1 && elements.length > 0) return elements[0];
  if (evidence.of === count) return `${count === 2 ? 'Both' : `All ${count}`} wrong elements${place}`;
  if (evidence.of !== undefined) return `${count} of the ${evidence.of} wrong elements${place}`;
  return count <= elements.length && count <= 3
    ? elements.join(', ')
    : `${count} ${count === 1 ? 'element' : 'elements'}${place}`;
}
