/** What is checked, from wherever it comes: a module's exports, or a program that is asked. */
import type { Point } from '../../checker/index.ts';
import type { Asker } from './ask.ts';
import { CannotRun } from './errors.ts';
import { PROTOCOL } from './protocol.ts';
import { isRecord } from './values.ts';

// biome-ignore lint/suspicious/noExplicitAny: what the functions take and return is the checker's to judge
type AnyFunction = (...args: any[]) => any;

/** The functions of a check, by the kind of check. */
const ROLES = { loss: ['loss', 'gradient'], vjp: ['forward', 'vjp'] } as const;

export type Kind = keyof typeof ROLES;

interface Common {
  readonly x: Point;
  /** Sizes that a factor may be recognised by: `{ batch: 16 }`. */
  readonly sizes: Readonly<Record<string, number>> | undefined;
}

/** One kind of check, with its functions. */
type Of<K extends Kind> = Common & {
  readonly kind: K;
  readonly functions: Readonly<Record<(typeof ROLES)[K][number], AnyFunction>>;
};

export type Subject = Of<'loss'> | Of<'vjp'>;

function sizesIn(value: unknown, owner: string): Common['sizes'] {
  if (value === undefined) return undefined;
  if (isRecord(value) && Object.values(value).every((size) => typeof size === 'number'))
    return value as Common['sizes'];
  throw new CannotRun(`The sizes of ${owner} are no record of numbers. Write them as { batch: 16 }.`);
}

/**
 * What a module exports to be checked; a default export with the same names serves as well.
 *
 * @throws CannotRun where something is missing, with what was found
 */
export function subjectOf(module: Readonly<Record<string, unknown>>, file: string): Subject {
  const exported = { ...(isRecord(module['default']) ? module['default'] : {}), ...module };
  const kind = ('forward' in exported || 'vjp' in exported) && !('loss' in exported) ? 'vjp' : 'loss';
  const missing = [...ROLES[kind], 'x'].filter((name) => exported[name] === undefined);
  if (missing.length > 0) {
    const found = Object.keys(exported).filter((name) => name !== 'default');
    throw new CannotRun(
      `${file} exports no ${missing.join(' and no ')}. Export loss, gradient and x, or forward, vjp and x. It exports ${found.join(', ') || 'nothing'}.`,
    );
  }
  for (const name of ROLES[kind])
    if (typeof exported[name] !== 'function')
      throw new CannotRun(
        `${name} of ${file} is no function, but ${typeof exported[name]}. Export the function itself.`,
      );
  const functions = Object.fromEntries(ROLES[kind].map((name) => [name, exported[name]]));
  return { kind, functions, x: exported['x'], sizes: sizesIn(exported['sizes'], file) } as Subject;
}

/**
 * What a program answers for, after it was asked which protocol it speaks, what it has, and at which point.
 *
 * @param seed for a program that draws its point at random
 * @throws CannotRun where it cannot be asked, or answers something else
 */
export function remoteSubject({ ask }: Pick<Asker, 'ask'>, program: string, seed: number | undefined): Subject {
  const hello = first(() => ask('hello', PROTOCOL), program);
  if (!isRecord(hello) || hello['protocol'] !== PROTOCOL)
    throw new CannotRun(
      `${program} speaks protocol ${JSON.stringify(isRecord(hello) ? hello['protocol'] : hello)}; this command speaks ${PROTOCOL}. Its answer to hello reads {"protocol": ${PROTOCOL}, "checks": "loss"}.`,
    );
  const kind = hello['checks'];
  if (kind !== 'loss' && kind !== 'vjp')
    throw new CannotRun(`${program} offers ${JSON.stringify(kind)} to be checked. Its "checks" is "loss" or "vjp".`);
  const x = first(() => ask('point', seed ?? null), program) as Point;
  const functions = {
    loss: (at: Point) => ask('loss', at),
    gradient: (at: Point) => ask('gradient', at),
    forward: (at: Point) => ask('forward', at),
    vjp: (at: Point, v: Point) => ask('vjp', [at, v]),
  };
  return { kind, functions, x, sizes: sizesIn(hello['sizes'], program) };
}

/** Before the check begins there is no loss that an error could belong to. */
function first<T>(ask: () => T, program: string): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${program} failed before the check began: ${(error as Error).message}`);
  }
}
