/**
 * Numbers as JSON that loses nothing: seventeen digits where a double needs them, −0 with its sign, and the three that JSON
 * has no number for as the strings "NaN", "Infinity" and "-Infinity".
 */

const SPELLED: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/** A value of numbers, lists (typed arrays among them), records and texts as one line. */
export function writeValue(value: unknown): string {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? String(value) : `"${value}"`;
  }
  if (ArrayBuffer.isView(value)) return `[${Array.from(value as Float64Array, writeValue).join(',')}]`;
  if (Array.isArray(value)) return `[${value.map(writeValue).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${writeValue(each)}`).join(',')}}`;
}

/** NaN and the infinities as Python, Julia and others write them into JSON, each outside of any string. */
const BARE = /"(?:[^"\\]|\\.)*"|(-?)\b(NaN|Infinity|nan|inf)\b/g;
const NAMES: Readonly<Record<string, string>> = { nan: 'NaN', inf: 'Infinity' };

/**
 * Reads JSON, as well with NaN and Infinity bare, as Python writes them. Strings stay strings: see {@link numbersIn}.
 *
 * @throws SyntaxError where it is no JSON
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const quoted = text.replace(BARE, (all, sign, word) =>
      word === undefined ? all : `"${word.toLowerCase() === 'nan' ? '' : sign}${NAMES[word] ?? word}"`,
    );
    if (quoted === text) throw error;
    return JSON.parse(quoted);
  }
}

/** The same value with "NaN" and the infinities as numbers. Changed in place: it was read just now, and may be large. */
export function numbersIn(value: unknown): unknown {
  if (typeof value === 'string') return SPELLED.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string | number, unknown>;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] !== 'number') fields[i] = numbersIn(value[i]);
  } else for (const key of Object.keys(value)) fields[key] = numbersIn(fields[key]);
  return value;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
