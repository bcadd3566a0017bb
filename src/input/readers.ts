/**
 * Values of unknown origin (a message, a link, a store) made into values of closed types. A reader gives a value of its
 * type, cut to its bounds, or refuses; `attempt` makes undefined of a refusal.
 *
 *     const point = object({ x: number, y: number, label: optional(text(20)) });
 *     attempt(point, JSON.parse(message)); // { x: 1, y: 2 }, or undefined
 */
export type Reader<T> = (value: unknown) => T;

class Refused extends Error {}

export const refuse = (): never => {
  throw new Refused();
};

export type UnreadFields = Readonly<Record<string, unknown>>;

export const record: Reader<UnreadFields> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as UnreadFields) : refuse();

/** NaN and infinities are numbers. */
export const number: Reader<number> = (value) => (typeof value === 'number' ? value : refuse());

/** A whole number from 0 on. */
export const count: Reader<number> = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse();

export const text =
  (longest: number): Reader<string> =>
  (value) =>
    typeof value === 'string' ? value.slice(0, longest) : refuse();

export const oneOf =
  <const T extends string>(words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((word) => word === value) ?? refuse();

export const list =
  <T>(item: Reader<T>, most: number): Reader<T[]> =>
  (value) =>
    Array.isArray(value) ? value.slice(0, most).map((each) => item(each)) : refuse();

export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value) =>
    value === undefined ? undefined : reader(value);

/** A record with these fields, and no others; a field that is undefined is left out. */
export const object =
  <T>(readers: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> =>
  (value) => {
    const fields = record(value);
    const entries = Object.entries<Reader<unknown>>(readers).map(
      ([key, reader]) => [key, reader(Object.hasOwn(fields, key) ? fields[key] : undefined)] as const,
    );
    return Object.fromEntries(entries.filter(([, read]) => read !== undefined)) as T;
  };

/** The value as the reader reads it; undefined where it is refused. */
export function attempt<T>(reader: Reader<T>, value: unknown): T | undefined {
  try {
    return reader(value);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
