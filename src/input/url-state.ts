/**
 * The state of a figure as query parameters `island.field=value`, so that a figure as set can be sent to somebody.
 * Only what differs from the initial state is written; what cannot be read is left at its initial value.
 */
import type { Field } from './fields.ts';

// biome-ignore lint/suspicious/noExplicitAny: fields of different types live in one record; each keeps its own.
export type Fields = Readonly<Record<string, Field<any>>>;
export type StateOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

const LONGEST_VALUE = 2000;

export function initialState<F extends Fields>(fields: F): StateOf<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial])) as StateOf<F>;
}

/** Reads the state of one island out of a URL's query. Never throws; unknown and broken values are dropped. */
export function readState<F extends Fields>(search: string, island: string, fields: F): StateOf<F> {
  const parameters = new URLSearchParams(search);
  const entries = Object.entries(fields).map(([name, field]) => {
    const text = parameters.get(`${island}.${name}`);
    if (text === null || text.length > LONGEST_VALUE) return [name, field.initial];
    const reading = field.read(text);
    return [name, reading.ok ? reading.value : field.initial];
  });
  return Object.fromEntries(entries) as StateOf<F>;
}

/** `next`, or the very object `before` if the two are equal, so that nothing is drawn again. */
export function keptState<F extends Fields>(fields: F, before: StateOf<F>, next: StateOf<F>): StateOf<F> {
  const same = Object.entries(fields).every(
    ([name, { write }]) => write(before[name as keyof F]) === write(next[name as keyof F]),
  );
  return same ? before : next;
}

/** The query with this island's state written in; other parameters are kept as they are. */
export function writeState<F extends Fields>(search: string, island: string, fields: F, state: StateOf<F>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, field] of Object.entries(fields)) {
    const text = field.write(state[name as keyof F]);
    const key = `${island}.${name}`;
    if (text === field.write(field.initial)) parameters.delete(key);
    else parameters.set(key, text);
  }
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}
