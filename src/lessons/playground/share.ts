/**
 * The playground's state as a link: `#v1=` and, in base64url, the state as JSON, compressed where that is shorter.
 * What comes out of a link was written by somebody else. It is read once, here, into a closed type; it is never run.
 */
import { LIMITS } from '@/expression/limits.ts';
import { attempt, number, oneOf, type Reader, record, refuse, text } from '@/input/readers.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packing.ts';

export type PlaygroundMode = 'formula' | 'typescript';
export type SharedPrecision = 'float64' | 'float32';
/** Elements of the point of a formula, by variable. */
export type SharedPoint = Readonly<Record<string, number | readonly number[]>>;

export interface PlaygroundState {
  readonly mode: PlaygroundMode;
  /** f and, if typed, its gradient. */
  readonly formula: string;
  readonly gradient: string;
  readonly point: SharedPoint;
  /** The reader's TypeScript. */
  readonly code: string;
  /** In which the error curve evaluates f. */
  readonly precision: SharedPrecision;
  /** How long the code may run, in milliseconds. */
  readonly deadline: number;
}

export const SHARE_LIMITS = {
  /** Characters of a link's fragment that every browser, mail and chat program takes. */
  fragment: 8_000,
  /** Bytes of the state behind it; what unpacks to more is not unpacked further. */
  unpacked: 64_000,
  formula: LIMITS.characters,
  gradient: LIMITS.gradientCharacters,
  code: 60_000,
  elements: LIMITS.elements,
  name: 40,
  deadline: [2_000, 60_000],
} as const;

const VERSION = 'v1';

export type Encoded =
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly reason: 'too-long'; readonly length: number; readonly message: string };

export type DecodeFailure = 'none' | 'version' | 'broken' | 'too-large';

export type Decoded =
  /** `mended` names the fields that were missing, unusable or clamped. */
  | { readonly ok: true; readonly state: PlaygroundState; readonly mended: readonly (keyof PlaygroundState)[] }
  | { readonly ok: false; readonly reason: DecodeFailure; readonly message: string; readonly state: PlaygroundState };

const MESSAGES: Readonly<Record<DecodeFailure, string>> = {
  none: 'The address holds no shared state.',
  version: 'The link was made by another version of this page and cannot be read. The example is shown instead.',
  broken: 'The link is damaged, perhaps cut short on its way. The example is shown instead.',
  'too-large': 'The link holds more than a playground can. The example is shown instead.',
};

const READERS: { readonly [K in keyof PlaygroundState]: Reader<PlaygroundState[K]> } = {
  mode: oneOf(['formula', 'typescript']),
  formula: text(SHARE_LIMITS.formula),
  gradient: text(SHARE_LIMITS.gradient),
  point,
  code: text(SHARE_LIMITS.code),
  precision: oneOf(['float64', 'float32']),
  deadline: (value) => {
    const [least, most] = SHARE_LIMITS.deadline;
    return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(number(value)))) : refuse();
  },
};

const FIELDS = Object.keys(READERS) as (keyof PlaygroundState)[];

/**
 * The fragment of a link, with its `#`, that brings `state` back.
 *
 * @param initial what the page shows without a link: fields equal to it are left out, but for those of the mode in use,
 *   so that a link keeps its meaning when the page's example changes
 * @example
 * const encoded = await encodeState(state, initial);
 * if (encoded.ok) location.hash = encoded.fragment;
 */
export async function encodeState(state: PlaygroundState, initial: PlaygroundState): Promise<Encoded> {
  const inUse: readonly string[] =
    state.mode === 'formula' ? ['mode', 'formula', 'gradient', 'point'] : ['mode', 'code'];
  const kept = FIELDS.filter((field) => inUse.includes(field) || !sameJson(state[field], initial[field]));
  const json = JSON.stringify(Object.fromEntries(kept.map((field) => [field, state[field]])));
  const plain = new TextEncoder().encode(json);
  const packed = await deflate(plain);
  const body = packed.length < plain.length ? `z${toBase64Url(packed)}` : `j${toBase64Url(plain)}`;
  const fragment = `#${VERSION}=${body}`;
  const { length } = fragment;
  if (length <= SHARE_LIMITS.fragment && plain.length <= SHARE_LIMITS.unpacked) return { ok: true, fragment };
  const message = `The link would have ${length} characters, more than the ${SHARE_LIMITS.fragment} that survive everywhere. Download the test file instead, or shorten the code.`;
  return { ok: false, reason: 'too-long', length, message };
}

/**
 * Reads a fragment. Never throws: what is missing or unusable is taken from `initial`, and a link that is broken,
 * hostile or of another version gives `initial` with the reason.
 */
export async function decodeState(fragment: string, initial: PlaygroundState): Promise<Decoded> {
  const failed = (reason: DecodeFailure): Decoded => ({ ok: false, reason, message: MESSAGES[reason], state: initial });
  const [, version, packing, body] = /^#?(v\d{1,4})=([a-z])?(.*)$/su.exec(fragment) ?? [];
  if (version === undefined) return failed('none');
  if (version !== VERSION) return failed('version');
  // room for what a mail program adds, no more
  if (fragment.length > 2 * SHARE_LIMITS.fragment) return failed('too-large');
  const bytes = fromBase64Url(body);
  if (bytes === undefined || (packing !== 'j' && packing !== 'z')) return failed('broken');
  const plain = packing === 'z' ? await inflate(bytes, SHARE_LIMITS.unpacked) : bytes;
  if (plain === 'too-large' || (plain !== undefined && plain.length > SHARE_LIMITS.unpacked))
    return failed('too-large');
  const values = plain && readJson(plain);
  if (values === undefined) return failed('broken');
  return { ok: true, ...readFields(values, initial) };
}

/** Reads values of any origin (a link, a store) field by field; `mended` names those that were not as they should be. */
export function readFields(
  values: Readonly<Record<string, unknown>>,
  initial: PlaygroundState,
): { readonly state: PlaygroundState; readonly mended: readonly (keyof PlaygroundState)[] } {
  const mended: (keyof PlaygroundState)[] = [];
  const read = <K extends keyof PlaygroundState>(field: K): PlaygroundState[K] => {
    if (!Object.hasOwn(values, field)) return initial[field];
    const value = attempt<PlaygroundState[K]>(READERS[field], values[field]);
    if (value === undefined || !sameJson(value, values[field])) mended.push(field);
    return value ?? initial[field];
  };
  const state = Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as unknown as PlaygroundState;
  return { state, mended };
}

/** Names as a formula allows them, none that objects inherit; finite numbers; a bounded number of elements. */
function point(value: unknown): SharedPoint {
  const entries: [string, number | readonly number[]][] = [];
  let elements = 0;
  for (const [name, held] of Object.entries(record(value))) {
    const usable =
      /^[\p{L}_][\p{L}\d_]*$/u.test(name) && name.length <= SHARE_LIMITS.name && !(name in Object.prototype);
    const numbers: unknown[] = Array.isArray(held) ? held : [held];
    elements += numbers.length;
    if (!usable || elements > SHARE_LIMITS.elements || numbers.length === 0) continue;
    if (numbers.every(Number.isFinite)) entries.push([name, held as number | readonly number[]]);
  }
  return Object.fromEntries(entries);
}

function readJson(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    return attempt(record, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

/** False also where a value is nested too deeply to be written out. */
function sameJson(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}
