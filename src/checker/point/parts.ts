/** Takes a point apart, and names its parts the way a person would write them. */
import { CheckError } from '../errors.ts';
import { isList, isRecord } from './kinds.ts';
import { found } from './returned.ts';

/** The name of a point whose arrays have no names. */
export const NAMELESS = 'x';

/** No tensor is nested deeper; a value nested deeper must contain itself. */
const DEEPEST = 64;

interface Part {
  readonly key: string | number;
  readonly value: unknown;
  /** `layers[0].W` */
  readonly path: string;
}

/** Advice for a value that is no point. */
export const USE = 'Use numbers, arrays of them, or records and lists of those; keep what is no parameter out.';

/** Refuses what holds no numbers, with its name. */
export function refuse(name: string, value: unknown): never {
  throw new CheckError(
    'unsupported-point',
    `${name} is ${found(value)}, not a number. ${value === undefined ? 'Was it never set, or does an index run past the end?' : USE}`,
  );
}

/**
 * The entries of a record, or the elements of a list.
 *
 * @param path what leads to the value; empty for a whole point
 * @param called what the point is called where it has no names
 * @throws CheckError where it has none, is neither, or is nested too deep
 */
export function partsOf(value: unknown, path: string, depth: number, called = NAMELESS): Part[] {
  const name = path || called;
  if (depth > DEEPEST)
    throw new CheckError(
      'unsupported-point',
      `${called} is nested more than ${DEEPEST} deep, or holds itself. Use arrays and records of numbers.`,
    );
  if (!isList(value) && !isRecord(value)) return refuse(name, value);
  const parts = isList(value)
    ? Array.from(value, (inner, key) => ({ key, value: inner, path: `${name}[${key}]` }))
    : Object.keys(value).map((key) => ({ key, value: value[key], path: path ? `${path}.${key}` : key }));
  if (parts.length === 0)
    throw new CheckError(
      'empty-point',
      `${name} ${isList(value) ? 'is empty' : 'has no entries'}: there is nothing to differentiate.`,
    );
  if (parts.some(({ key }) => key === '__proto__'))
    throw new CheckError('unsupported-point', `${name} has an entry called __proto__. Give it another name.`);
  return parts;
}
