/**
 * The closed types that a reader's input is coerced to, once, at the boundary: a text box, or a URL that somebody sent.
 * A field reads text into a value of its type (or says what is wrong) and writes it back.
 */

/** The result of reading a text: a value, or a sentence that says what was found and what to do. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

export interface Field<T> {
  readonly initial: T;
  readonly read: (text: string) => Reading<T>;
  readonly write: (value: T) => string;
}

/** No character fits two of its parts, so that a long text is refused in one pass. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const accepted = <T>(value: T): Reading<T> => ({ ok: true, value });
const refused = <T>(problem: string): Reading<T> => ({ ok: false, problem });

/** Reads one decimal number, `1e-5` or `-2.3`; a typographic minus sign counts as one. */
export function readNumber(text: string): Reading<number> {
  const trimmed = text.trim().replace('−', '-');
  if (trimmed === '') return refused('A number is needed here, such as 1.5 or 1e-5.');
  if (!NUMBER.test(trimmed)) return refused(`“${shorten(trimmed)}” is not a number; write it like 1.5 or 1e-5.`);
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return refused(`${shorten(trimmed)} is too large for a double.`);
  return accepted(value);
}

/** A number as one would type it: `1e-5` rather than `0.00001`. It reads back as the same double. */
export function writeNumber(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
}

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  /** False: `min` itself is refused. */
  readonly minIncluded?: boolean;
}

/** A field of a number, with the limits that a slider over it has. */
export interface NumberField extends Field<number> {
  readonly min: number;
  readonly max: number;
}

function withinLimits(value: number, { min, max, minIncluded = true }: NumberLimits): Reading<number> {
  if (min !== undefined && (value < min || (!minIncluded && value === min))) {
    return refused(`${value} is too small; take ${minIncluded ? 'at least' : 'more than'} ${min}.`);
  }
  if (max !== undefined && value > max) return refused(`${value} is too large; take at most ${max}.`);
  return accepted(value);
}

export const numberField = (initial: number, limits: NumberLimits = {}): NumberField => ({
  initial,
  min: limits.min ?? Number.NEGATIVE_INFINITY,
  max: limits.max ?? Number.POSITIVE_INFINITY,
  read: (text) => {
    const reading = readNumber(text);
    return reading.ok ? withinLimits(reading.value, limits) : reading;
  },
  write: writeNumber,
});

export const integerField = (initial: number, limits: NumberLimits = {}): NumberField => ({
  ...numberField(initial, limits),
  read: (text) => {
    const reading = numberField(initial, limits).read(text);
    if (reading.ok && !Number.isInteger(reading.value)) return refused(`${reading.value} is not a whole number.`);
    return reading;
  },
  write: String,
});

/** A vector: numbers apart by commas or spaces. `length` fixes how many. */
export const vectorField = (initial: readonly number[], length?: number): Field<readonly number[]> => ({
  initial,
  read: (text) => {
    const words = text
      .trim()
      .replace(/^\[|\]$/g, '')
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
    const values: number[] = [];
    for (const word of words) {
      const reading = readNumber(word);
      if (!reading.ok) return reading;
      values.push(reading.value);
    }
    if (values.length === 0) return refused('At least one number is needed, such as 1.5, -2.3.');
    if (length !== undefined && values.length !== length) {
      return refused(`${values.length} numbers found where ${length} are needed.`);
    }
    if (values.length > 1000) return refused(`${values.length} numbers found; at most 1000 are taken.`);
    return accepted(values);
  },
  write: (values) => values.map(writeNumber).join(','),
});

/** One of a closed list of words. */
export const choiceField = <T extends string>(initial: T, choices: readonly T[]): Field<T> => ({
  initial,
  read: (text) => {
    const found = choices.find((choice) => choice === text);
    return found === undefined ? refused(`“${shorten(text)}” is not one of ${choices.join(', ')}.`) : accepted(found);
  },
  write: (value) => value,
});

/** One of the options of a control, by its value; at first the first, unless told otherwise. */
export const optionField = <T extends string>(
  options: readonly { readonly value: T }[],
  initial: T = options[0].value,
): Field<T> =>
  choiceField(
    initial,
    options.map(({ value }) => value),
  );

/** One of some records, by its id; at first the first, unless told otherwise. */
export const idField = <T extends { readonly id: string }>(
  records: readonly T[],
  initial: T['id'] = records[0].id,
): Field<T['id']> =>
  choiceField(
    initial,
    records.map(({ id }): T['id'] => id),
  );

export const flagField = (initial: boolean): Field<boolean> => ({
  initial,
  read: (text) =>
    text === 'yes' ? accepted(true) : text === 'no' ? accepted(false) : refused(`“${shorten(text)}” is not yes or no.`),
  write: (value) => (value ? 'yes' : 'no'),
});

const shorten = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
