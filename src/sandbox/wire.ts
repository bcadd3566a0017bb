/**
 * How the worker's messages travel: as one string each. A string of any length is copied in one piece, while an object has to
 * be taken apart by each receiver.
 */

/** Before one of the numbers that JSON does not have, and before a text that begins with this sign itself. */
const MARK = '~';

const isPlain = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) && !Object.is(value, -0) : !String(value).startsWith(MARK);

/** A message as a string: NaN, infinities and -0 with it. */
export const pack = (message: object): string =>
  JSON.stringify(message, (_, value: unknown) =>
    (typeof value === 'number' || typeof value === 'string') && !isPlain(value)
      ? `${MARK}${Object.is(value, -0) ? '-0' : value}`
      : value,
  );

/** Unpacks a message; undefined where the text is none. */
export function unpack(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value !== 'string' || !value.startsWith(MARK)) return value;
      const rest = value.slice(MARK.length);
      return rest.startsWith(MARK) ? rest : Number(rest);
    });
  } catch {
    return undefined;
  }
}
