/**
 * The playground's state as a link: `#v2=` and, in base64url, the state as JSON, compressed where that is shorter.
 * What comes out of a link was written by somebody else. It is read once, here, into a closed type; it is never run.
 */
import { attempt, record, type UnreadFields } from '@/input/readers.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packing.ts';
import {
  FIELDS,
  INITIAL,
  type PlaygroundMode,
  type PlaygroundState,
  readFields,
  SHARE_LIMITS,
  sameJson,
} from './state.ts';
import { fromVersion1 } from './version-1.ts';

const VERSION = 'v2';

export type Encoded =
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly reason: 'too-long'; readonly length: number; readonly message: string };

export type DecodeFailure = 'none' | 'version' | 'broken' | 'too-large';

export type Decoded =
  /** `mended` names the fields that were missing, unusable or clamped, and were replaced. */
  | { readonly ok: true; readonly state: PlaygroundState; readonly mended: readonly (keyof PlaygroundState)[] }
  | { readonly ok: false; readonly reason: DecodeFailure; readonly message: string; readonly state: PlaygroundState };

const MESSAGES: Readonly<Record<DecodeFailure, string>> = {
  none: 'The address holds no shared state.',
  version: 'The link was made by another version of this page and cannot be read. The example is shown instead.',
  broken: 'The link is damaged, perhaps cut short on its way. The example is shown instead.',
  'too-large': 'The link holds more than a playground can. The example is shown instead.',
};

/** The fields that a mode is about. */
const IN_USE: Readonly<Record<PlaygroundMode, readonly (keyof PlaygroundState)[]>> = {
  formula: ['formula', 'gradient', 'point'],
  typescript: ['code'],
  python: ['python'],
};

/**
 * The fragment of a link, with its `#`, that brings `state` back.
 *
 * @param initial what the page shows without a link: fields equal to it are left out, but for those of the mode in use,
 *   so that a link keeps its meaning when the page's example changes
 * @example
 * const encoded = await encodeState(state);
 * if (encoded.ok) location.hash = encoded.fragment;
 */
export async function encodeState(state: PlaygroundState, initial = INITIAL): Promise<Encoded> {
  const kept = FIELDS.filter(
    (field) => field === 'mode' || IN_USE[state.mode].includes(field) || !sameJson(state[field], initial[field]),
  );
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
export async function decodeState(fragment: string, initial = INITIAL): Promise<Decoded> {
  const failed = (reason: DecodeFailure): Decoded => ({ ok: false, reason, message: MESSAGES[reason], state: initial });
  const [, version, packing, body] = /^#?(v\d{1,4})=([a-z])?(.*)$/su.exec(fragment) ?? [];
  if (version === undefined) return failed('none');
  if (version !== VERSION && version !== 'v1') return failed('version');
  // room for what a mail program adds, no more
  if (fragment.length > 2 * SHARE_LIMITS.fragment) return failed('too-large');
  const bytes = fromBase64Url(body);
  if (bytes === undefined || (packing !== 'j' && packing !== 'z')) return failed('broken');
  const plain = packing === 'z' ? await inflate(bytes, SHARE_LIMITS.unpacked) : bytes;
  if (plain === 'too-large' || (plain !== undefined && plain.length > SHARE_LIMITS.unpacked))
    return failed('too-large');
  const values = plain && readJson(plain);
  if (values === undefined) return failed('broken');
  return { ok: true, ...readFields(version === 'v1' ? fromVersion1(values) : values, initial) };
}

function readJson(bytes: Uint8Array): UnreadFields | undefined {
  try {
    return attempt(record, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
