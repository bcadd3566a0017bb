import { CheckError } from '../errors.ts';
import type { Loss } from '../types.ts';
import { builderOf } from './copies.ts';
import { requireNumber } from './guards.ts';
import { lossName } from './returned.ts';
import { sameLeaves } from './same-leaves.ts';

/** Thrown where a check must end early; `reason` says why. */
export class Halt extends Error {
  readonly reason: 'budget-exhausted' | 'aborted';

  constructor(reason: Halt['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** The result of a run, or the Halt that ended it early. */
export function orHalt<Value>(run: () => Value): Value | Halt {
  try {
    return run();
  } catch (error) {
    if (error instanceof Halt) return error;
    throw error;
  }
}

/** The error that f threw, and at which call. */
export interface Thrown {
  readonly message: string;
  readonly call: number;
  /** Name and value of the element that was moved, where one was. */
  readonly at: string;
}

/** During its first calls f is watched for changes to its argument. */
const WATCHED = 6;

/** A property of functions that repeat the values of an earlier run of the same check: see `../async.ts`. */
export interface Replayed {
  /** Whether the next value is known, and its call changed nothing: then its point need not be built. */
  readonly knows?: () => boolean;
}

/** Calls a function at points near x: counted, never beyond the budget, each time on a fresh copy. */
export interface Calls<Value> {
  /** The value at a flat point. Throws {@link Halt}. */
  at(values: Float64Array, moved?: string): Value;
  /** Calls made so far. Only a check in stages sets it: where a stage is run again, or its result is known. */
  calls: number;
  readonly left: number;
  readonly thrown: Thrown | undefined;
  /** The name of the function, for messages. */
  readonly name: string;
  /** Whether it has changed a copy of x that it was given. */
  readonly mutated: boolean;
}

/** Evaluates f at points near x. NaN where f throws: a step may leave the domain. */
export type Evaluator = Calls<number>;

/**
 * Reads `maxEvaluations`: rounds it down, or takes the fallback where it is undefined.
 *
 * @throws CheckError unless it is a number of 0 or more
 */
export function budgetOf(asked: number | undefined, fallback: number): number {
  if (asked === undefined) return fallback;
  if (typeof asked !== 'number' || !(asked >= 0))
    throw new CheckError('budget-not-a-number', `maxEvaluations is ${asked}. Use a whole number, such as 1000.`);
  return Math.floor(asked);
}

/**
 * Counts and bounds the calls of a function. An error that it throws near x is kept; what it returns is read by `read`, whose
 * CheckErrors are thrown on.
 *
 * @param budget calls allowed in all
 * @param signal ends the check; looked at before each call
 * @param nothing the value where the function throws
 */
export function countCalls<X, Value>(
  f: ((x: X) => unknown) & Replayed,
  x: X,
  { name, budget, signal }: { name: string; budget: number; signal: AbortSignal | undefined },
  read: (returned: unknown) => Value,
  nothing: () => Value,
): Calls<Value> {
  const build = builderOf(x);
  let calls = 0;
  let thrown: Thrown | undefined;
  let mutated = false;
  return {
    name,
    get calls() {
      return calls;
    },
    set calls(made) {
      calls = made;
    },
    get left() {
      return budget - calls;
    },
    get thrown() {
      return thrown;
    },
    get mutated() {
      return mutated;
    },
    at(values, moved = 'x') {
      if (signal?.aborted) throw new Halt('aborted');
      if (calls >= budget) throw new Halt('budget-exhausted');
      calls++;
      const isKnown = f.knows?.() === true;
      const copy = isKnown ? x : build(values);
      try {
        return read(f(copy));
      } catch (error) {
        if (error instanceof CheckError) throw error;
        thrown ??= { message: String((error as Error)?.message ?? error), call: calls, at: moved };
        return nothing();
      } finally {
        if (!mutated && !isKnown && calls <= WATCHED) mutated = !sameLeaves(copy, build(values));
      }
    },
  };
}

/** The calls of a loss: one that returns no number is bad input, and thrown. */
export const createEvaluator = <X>(f: Loss<X>, x: X, budget: number, signal: AbortSignal | undefined): Evaluator =>
  countCalls(
    f,
    x,
    { name: lossName(f), budget, signal },
    (returned) => requireNumber(returned, f),
    () => Number.NaN,
  );
