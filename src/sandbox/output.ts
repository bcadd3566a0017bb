import { type ConsoleLevel, LIMITS } from './protocol.ts';

const DEEPEST = 4;
const MOST_ITEMS = 100;

/** Characters that may still be written: a value can be wide at each of its depths. */
interface Room {
  left: number;
}

/** A value as a person would write it in code: arrays and records in full, functions by name, never an exception. */
export function show(value: unknown): string {
  return write(value, 0, { left: LIMITS.lineLength });
}

function write(value: unknown, depth: number, room: Room): string {
  if (room.left <= 0) return '…';
  let text: string;
  try {
    text = plain(value, depth) ?? composite(value as object, depth, room);
  } catch {
    text = '[unreadable]';
  }
  const cut = text.slice(0, LIMITS.lineLength + 1);
  room.left -= Math.min(cut.length, 12);
  return cut;
}

/** Values without parts, and values whose parts are not written. */
function plain(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value.slice(0, LIMITS.lineLength));
  if (typeof value === 'function') return `[function ${String(value.name) || 'anonymous'}]`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return `${String(value.name)}: ${String(value.message)}`;
  if (depth >= DEEPEST) return Array.isArray(value) ? '[…]' : '{…}';
  return undefined;
}

function composite(value: object, depth: number, room: Room): string {
  const inner = (item: unknown) => write(item, depth + 1, room);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = value as ArrayLike<unknown>;
    const items = Array.from({ length: Math.min(MOST_ITEMS, list.length) }, (_, place) => inner(list[place]));
    const more = list.length > MOST_ITEMS ? ', …' : '';
    const name = Array.isArray(value) ? '' : `${value.constructor.name} `;
    return `${name}[${items.join(', ')}${more}]`;
  }
  const entries = Object.keys(value).slice(0, MOST_ITEMS);
  if (entries.length === 0) return '{}';
  const held = value as Record<string, unknown>;
  return `{ ${entries.map((key) => `${key.slice(0, LIMITS.name)}: ${inner(held[key])}`).join(', ')} }`;
}

/** Errors of this site, whose messages say all there is to say. */
const OWN = ['CheckError', 'ProgramError'];

/** Name, message and stack of a thrown value, which may be of any type, and may throw again when it is read. */
export function describeError(error: unknown): { readonly text: string; readonly stack: string | undefined } {
  try {
    const known = error instanceof Error;
    const name = known ? String(error.name) : '';
    const text = known ? `${OWN.includes(name) ? '' : `${name}: `}${String(error.message)}` : show(error);
    const stack = known ? String(error.stack).slice(0, LIMITS.report) : undefined;
    return { text: text.slice(0, LIMITS.lineLength), stack };
  } catch {
    return { text: 'Something was thrown that cannot be shown.', stack: undefined };
  }
}

/** A console that hands lines on, within bounds; `onFull` is called once when they are reached. */
export function boundedConsole(onLine: (level: ConsoleLevel, text: string) => void, onFull: () => void) {
  let lines = 0;
  let characters = 0;
  let full = false;
  const writer =
    (level: ConsoleLevel) =>
    (...values: unknown[]): void => {
      if (full) return;
      const text = values.slice(0, MOST_ITEMS).map(show).join(' ');
      const cut = text.length > LIMITS.lineLength ? `${text.slice(0, LIMITS.lineLength)}…` : text;
      lines += 1;
      characters += cut.length;
      if (lines > LIMITS.lines || characters > LIMITS.output) {
        full = true;
        onFull();
        return;
      }
      onLine(level, cut);
    };
  return {
    log: writer('log'),
    info: writer('info'),
    debug: writer('log'),
    warn: writer('warn'),
    error: writer('error'),
  };
}

export type BoundedConsole = ReturnType<typeof boundedConsole>;
