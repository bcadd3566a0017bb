/**
 * Records the values that the functions of a check return, so that the check can be run on them again: see `../async.ts`. A run
 * that asks for a value that has not arrived is ended, and begun again when the value is there.
 */
import { CheckError } from '../errors.ts';
import type { Replayed } from './evaluator.ts';
import { isList, isRecord } from './kinds.ts';
import { isPromise } from './returned.ts';
import { sameLeaves } from './same-leaves.ts';
import type { Stage } from './stages.ts';

type Given = readonly unknown[];
type Called = (...given: never[]) => unknown;

/** The outcome of a call: a value or an error. */
interface Known {
  readonly given: Given;
  /** Whether the call changed its arguments: found out when a later run makes the same call with fresh ones. */
  changed?: boolean;
  readonly value?: unknown;
  readonly error?: unknown;
}

/**
 * The arguments of this many calls are kept; of later calls only the number: the check looks at its first calls alone for
 * changed arguments.
 */
const KEPT = 64;

/** Ends a run whose next value is not known yet. It is a CheckError, since no part of the method catches those. */
class NotYet extends CheckError {}

/** Does to one argument what a call did to another of the same structure. */
function changeLike(target: unknown, source: unknown): void {
  if (target === source || !((isList(target) && isList(source)) || (isRecord(target) && isRecord(source)))) return;
  for (const key of Object.keys(source)) {
    const [to, from] = [target as Record<string, unknown>, source as unknown as Record<string, unknown>];
    if (typeof from[key] === 'object') changeLike(to[key], from[key]);
    else to[key] = from[key];
  }
}

/** The result of a stage that has ended, and the number of calls it took. */
export interface Settled {
  readonly value: unknown;
  readonly calls: number;
}

/** A call whose value has not arrived yet. */
interface Waiting {
  readonly given: Given;
  readonly promise: PromiseLike<unknown>;
}

/** The arguments and outcomes of the calls of a check, in order, and the place that the current run has reached among them. */
export class Tape {
  readonly #known: Known[] = [];
  next = 0;
  #waiting: Waiting | undefined;
  readonly #stopped: Promise<void> | undefined;

  constructor(signal: AbortSignal | undefined) {
    if (signal)
      this.#stopped = new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }

  get isPlayed(): boolean {
    return this.next >= this.#known.length;
  }

  #keep(came: Known): void {
    const isBrief = typeof came.value === 'number' && this.#known.length >= KEPT;
    this.#known.push(isBrief ? { ...came, given: [], changed: false } : came);
  }

  /** The outcome of a call: the recorded one, or that of a new call. */
  #call(f: Called, given: Given): unknown {
    if (this.#waiting) throw new NotYet('loss-not-a-number');
    if (this.isPlayed) {
      const value = (f as (...given: Given) => unknown)(...given);
      if (isPromise(value)) {
        this.#waiting = { given, promise: value as PromiseLike<unknown> };
        throw new NotYet('loss-not-a-number');
      }
      this.#keep({ given, value });
      this.next++;
      return value;
    }
    const before = this.#known[this.next++];
    before.changed ??= !given.every((each, i) => sameLeaves(each, before.given[i]));
    if (before.changed)
      given.forEach((each, i) => {
        changeLike(each, before.given[i]);
      });
    if ('error' in before) throw before.error;
    const same = before.given.indexOf(before.value);
    return same < 0 ? before.value : given[same];
  }

  /** The same function, but recorded. A value that is no function is handed on: the check refuses it. */
  on<F>(f: F): never {
    if (typeof f !== 'function') return f as never;
    const taped = (...given: Given) => this.#call(f as unknown as Called, given);
    Object.defineProperty(taped, 'name', { value: f.name });
    const replayed: Replayed = { knows: () => this.#known[this.next]?.changed === false };
    return Object.assign(taped, replayed) as never;
  }

  /** Waits for the value that is not known yet, or for the end of the check. */
  async #arrival(): Promise<void> {
    const { given, promise } = this.#waiting as Waiting;
    const came = await Promise.race([
      Promise.resolve(promise).then(
        (value): Known => ({ given, value }),
        (error): Known => ({ given, error }),
      ),
      ...(this.#stopped ? [this.#stopped] : []),
    ]);
    this.#waiting = undefined;
    if (came) this.#keep(came);
  }

  /** The result of a run, once all values that it asks for are known. Until then `rewind` prepares each new run. */
  async untilKnown<T>(run: () => T | Promise<T>, rewind: () => void): Promise<T> {
    for (;;) {
      let result: { readonly value: T } | undefined;
      try {
        result = { value: await run() };
      } catch (error) {
        if (!this.#waiting) throw error;
      }
      if (!this.#waiting && result) return result.value;
      await this.#arrival();
      rewind();
    }
  }

  /** The same for a stage. Its calls are then forgotten: its result stands for them. */
  async settle({ counter, run }: Stage): Promise<Settled> {
    const [next, calls] = [this.next, counter.calls];
    const rewind = () => {
      this.next = next;
      counter.calls = calls;
    };
    const value = await this.untilKnown(run, rewind);
    this.#known.length = next;
    this.next = next;
    return { value, calls: counter.calls - calls };
  }
}
